"""Text made alike: whatever is written, the same functions give search, glossary, danger, codes and phones one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.text.normalise import (
    index_of,
    normalised,
    typed_plainly,
    western_digits,
    without_article,
    without_marks,
    without_particle,
)
from questions.danger.rules import plain

ANY = st.text(max_size=60)


@given(ANY)
def test_made_alike_twice_is_made_alike_once(text: str) -> None:
    for alike in (western_digits, typed_plainly, without_marks):
        assert alike(alike(text)) == alike(text)


@given(ANY)
def test_a_letter_with_its_mark_in_one_sign_or_in_two_is_the_same(text: str) -> None:
    whole, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert normalised(whole) == normalised(apart)
    assert without_marks(whole) == without_marks(apart)


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_plain_letters_are_only_made_small_and_lose_their_apostrophes(text: str) -> None:
    with_a_letter_that_is_dropped = f"{text}\u0301"
    assert normalised(text) == normalised(with_a_letter_that_is_dropped)
    assert normalised(text) == text.lower().replace("'", "").replace("`", "")


@given(st.integers(0, 10**9), st.sampled_from("0٠۰०０"))
def test_a_number_is_the_same_in_the_digits_of_every_script(number: int, nought: str) -> None:
    written = "".join(chr(ord(nought) + int(digit)) for digit in str(number))
    assert western_digits(written) == str(number)
    assert typed_plainly(f"\u200f{written}\u2069") == str(number)
    assert normalised(written) == str(number)


@given(ANY)
def test_no_digit_of_another_script_is_left(text: str) -> None:
    assert [sign for sign in western_digits(text) if sign.isdecimal() and sign not in "0123456789"] == []


@pytest.mark.parametrize("sign", "łđøıىیکٱ")
def test_search_and_danger_take_the_same_letter_for_a_letter_with_a_stroke_or_another_form(sign: str) -> None:
    assert normalised(sign) == plain(sign)


@pytest.mark.parametrize(
    ("word", "article", "particle"),
    [("والسكن", "سكن", "السكن"), ("للطفل", "طفل", "لطفل"), ("وسكن", "وسكن", "سكن"), ("ولد", "ولد", "ولد")],
)
def test_what_arabic_glues_to_a_word_comes_off_and_a_short_word_stays_whole(
    word: str, article: str, particle: str
) -> None:
    assert (without_article(word), without_particle(word)) == (article, particle)
    assert f" {word}" in index_of(word)
