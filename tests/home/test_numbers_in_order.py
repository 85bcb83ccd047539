"""A number in a text that runs from right to left is read as it was typed."""

import pytest

from home.text.numbers_in_order import numbers_in_order


@pytest.mark.parametrize(
    "number",
    ["06 1234 5678", "06-12345678", "+31 6 1234 5678", "+31 (0)6 1234 5678", "(038) 123 45 67", "+31612345678",
     "٠٦ ١٢٣٤ ٥٦٧٨", "12-05-2026", "۰۶-۱۲۳۴"],
)  # fmt: skip
def test_a_number_in_an_arabic_text_is_set_apart(number: str) -> None:
    assert numbers_in_order(f"رقمي هو {number}، شكرا") == f'رقمي هو <bdi dir="ltr">{number}</bdi>، شكرا'


@pytest.mark.parametrize("text", ["عندي 3 أطفال", "من 10:00-12:00", "0612345678 اتصل", "الساعة 9:30", "12,50 يورو"])
def test_what_keeps_its_order_by_itself_is_left_as_it_is(text: str) -> None:
    assert numbers_in_order(text) == text


@pytest.mark.parametrize("number", ["NL91 ABNA 0417 1643 00", "ABC-1234-5678", "Straat 12-14, 8011 AB Zwolle"])
def test_a_number_behind_latin_letters_stays_in_one_piece_with_them(number: str) -> None:
    assert numbers_in_order(f"رقمي هو {number}، شكرا") == f"رقمي هو {number}، شكرا"
    assert numbers_in_order(f"{number}\nرقمي 06 1234 5678") == f'{number}\nرقمي <bdi dir="ltr">06 1234 5678</bdi>'
    assert numbers_in_order(f"رقم {number}\n06 1234 5678") == f'رقم {number}\n<bdi dir="ltr">06 1234 5678</bdi>'


def test_a_number_of_arabic_digits_is_set_apart_behind_latin_letters_too() -> None:
    assert numbers_in_order("رقم ABC ٠٦ ١٢٣٤") == 'رقم ABC <bdi dir="ltr">٠٦ ١٢٣٤</bdi>'


def test_a_text_from_left_to_right_is_only_escaped() -> None:
    assert numbers_in_order("Bel <06 1234 5678> & dank") == "Bel &lt;06 1234 5678&gt; &amp; dank"


def test_everything_around_a_number_is_escaped() -> None:
    assert numbers_in_order("<b>رقم</ب> 06 1234 5678 <i>") == (
        '&lt;b&gt;رقم&lt;/ب&gt; <bdi dir="ltr">06 1234 5678</bdi> &lt;i&gt;'
    )
