"""Signs that nobody sees, and e-mail addresses that came along with them."""

import pytest

from home.text.mail_address import mailable
from home.text.visible import says_something, short_words, without_unseen


@pytest.mark.parametrize(
    "text",
    [
        "", " \t\n", "\u200b\u200b", "\u3164", "\u2800", "\u00ad", "\ufe0f", "\U000e0041\U000e007f", "\u202a\u202c",
        "\u115f\u1160", "\uffa0", "\ufeff", "\u2063", "\u034f", "\u180e", "\u061c", "\u3000\u00a0", "\u0301\u200d",
        "\U000e0100", "\u2028",
    ],
)  # fmt: skip
def test_a_text_that_nobody_sees_says_nothing(text: str) -> None:
    assert not says_something(text)
    assert short_words(text) == ""


@pytest.mark.parametrize("text", ["a", "٣", "😀", "❤️", "?", "م\u200c", "\u200b.\u200b", "\U0001fadf"])
def test_whatever_has_ink_says_something(text: str) -> None:
    assert says_something(text)


def test_what_is_short_keeps_no_sign_that_nobody_sees() -> None:
    assert without_unseen("\u202aK7M\u200b-\u00ad4QX\ufeff\U000e0041\u202c") == "K7M-4QX"


def test_a_name_keeps_the_joiners_it_is_written_with_and_no_marks_of_direction() -> None:
    assert short_words("\u202b علی\u200cرضا\u00a0 ❤\ufe0f\u202c") == "علی\u200cرضا ❤\ufe0f"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("jan@example.nl", "jan@example.nl"),
        ("\u202ajan@example.nl\u202c", "jan@example.nl"),
        ("jan@example.nl\u202c", "jan@example.nl"),
        (" jan\u200b@exa\u00admple.nl. ", "jan@example.nl"),
        ("mailto:jan@example.nl", "jan@example.nl"),
        ("<jan@example.nl>", "jan@example.nl"),
        ("jan\uff20example.nl", "jan@example.nl"),
        ("Jan@Example.NL", "Jan@example.nl"),
        ("jan@münchen.example", "jan@xn--mnchen-3ya.example"),
    ],
)
def test_an_address_is_read_however_it_was_copied(typed: str, address: str) -> None:
    assert mailable(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "", "jan", "a@b", "jan@example", "jan piet@example.nl", "jan@example..nl", ".jan@example.nl", "jan@localhost",
        "jan@[127.0.0.1]", '"jan piet"@example.nl', "jan@example.nl, piet@example.nl", "j\u0430n@example.nl",
        "jan@-example.nl", f"{'x' * 65}@example.nl", f"jan@{'x.' * 130}nl", "jan@example.nl\nBcc: piet@example.nl",
    ],
)  # fmt: skip
def test_what_cannot_be_mailed_is_no_address(typed: str) -> None:
    assert mailable(typed) == ""
