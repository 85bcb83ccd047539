"""Phone numbers: how people write them, what is dialled, and at which a person can be called back."""

import pytest

from home.text.phone import dialled, own_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("06 1234 5678", "0612345678"),
        ("06-12345678", "0612345678"),
        ("06–1234–5678", "0612345678"),
        ("(038) 123 45 67", "0381234567"),
        ("612345678", "0612345678"),
        ("+31 (0)6 1234 5678", "+31612345678"),
        ("+31 06 12345678", "+31612345678"),
        ("+310612345678", "+31612345678"),
        ("0031 (0)6 12345678", "+31612345678"),
        ("31612345678", "+31612345678"),
        ("+(31) 6 12345678", "+31612345678"),
        ("\u202a+31 6 1234 5678\u202c", "+31612345678"),
        ("06\u200b1234\u200b5678", "0612345678"),
        ("06\u00a01234\u2009567\u00ad8\ufe0f", "0612345678"),
        ("٠٦١٢٣٤٥٦٧٨", "0612345678"),
        ("+۳۱ ۶ ۱۲۳۴ ۵۶۷۸", "+31612345678"),
        ("0612345678", "0612345678"),
        ("088 123 45 67", "0881234567"),
    ],
)
def test_a_number_is_read_however_it_was_typed(typed: str, number: str) -> None:
    assert (dialled(typed), own_number(typed)) == (number, number)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+48 512 345 678", "+48512345678"),
        ("+48 0512 345 678", "+48512345678"),
        ("+90 (0)532 123 45 67", "+905321234567"),
        ("+90 0532 123 45 67", "+905321234567"),
        ("+380 (0)50 123 4567", "+380501234567"),
        ("+963 0944 123 456", "+963944123456"),
        ("+351 0912345678", "+351912345678"),
        # In Italy the zero is part of the number.
        ("+39 06 1234 5678", "+390612345678"),
    ],
)
def test_a_number_from_another_country_is_taken_with_its_country_code(typed: str, number: str) -> None:
    assert own_number(typed) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("112", "112"),
        ("1-1-2", "112"),
        ("113", "113"),
        ("116 123", "116123"),
        ("14 038", "14038"),
        ("0900-1234", "09001234"),
        ("0800-2000", "08002000"),
    ],
)
def test_a_number_of_a_service_is_dialled_as_it_is_and_is_nobody_s_own(written: str, number: str) -> None:
    assert dialled(written) == number
    assert own_number(written) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "", "12", "bel mij", "0900-1234 (10 cent per minuut)", "06 1234 567", "+31 6 1234 567", "06 0000 0000",
        "06 12345678 toestel 12", "038-1234567 / 06-12345678", "++31612345678", "06+12345678", "0" * 41, "+", "١",
        "\u200b",
    ],
)  # fmt: skip
def test_what_cannot_be_dialled_is_no_number(typed: str) -> None:
    assert (dialled(typed), own_number(typed)) == ("", "")
