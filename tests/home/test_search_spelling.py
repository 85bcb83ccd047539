"""Words are compared without capitals, marks and variants of letters, in every language of the site."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.text.normalise import (
    LONGEST_WORD,
    asked_words,
    begins_a_word,
    index_of,
    is_a_word,
    normalised,
    words_of,
)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Één idee", "een idee"), ("coördinator", "COORDINATOR"), ("foto’s", "fotos"), ("zo'n", "zo’n"),
        ("İstanbul", "istanbul"), ("ışık", "isik"), ("ŞİDDET", "şiddet"), ("çocuğum", "cocugum"),
        ("Łódź", "lodz"), ("przemoc domową", "PRZEMOC DOMOWA"), ("straße", "STRASSE"),
        ("Її ґанок", "її ганок"), ("п'ять", "п’ять"), ("ДІТИ", "діти"),
        ("أُسْرَة", "اسره"), ("إلى", "الي"), ("مســاعدة", "مساعده"), ("مدرسة", "مدرسه"), ("کتاب", "كتاب"), ("آباء", "ابا"),
        ("٢٤", "24"), ("ﬁets", "fiets"), ("ｇｅｌｄ", "geld"), ("geld\u200b", "geld"),
    ],
)  # fmt: skip
def test_two_ways_of_writing_are_one(written: str, typed: str) -> None:
    assert words_of(written) == words_of(typed)


def test_a_word_is_found_by_its_beginning_and_not_by_its_middle() -> None:
    line = index_of("Schulden en brieven")
    assert begins_a_word("schuld", line)
    assert not begins_a_word("ulden", line)
    assert is_a_word("schulden", line)
    assert not is_a_word("schuld", line)


@pytest.mark.parametrize(
    ("on_the_page", "typed"),
    [
        ("المدرسة", "مدرسة"),
        ("مدرسة", "المدرسة"),
        ("والسكن", "سكن"),
        ("بالبيت", "البيت"),
        ("للطفل", "طفل"),
        ("وسكن", "سكن"),
    ],
)
def test_what_arabic_writes_onto_a_word_does_not_hide_it(on_the_page: str, typed: str) -> None:
    [word] = asked_words(typed)
    assert begins_a_word(word, index_of(on_the_page))


def test_a_short_arabic_word_keeps_its_first_letter() -> None:
    assert asked_words("ولد") == ["ولد"]
    assert begins_a_word("ولد", index_of("ولد"))


def test_signs_that_are_no_letters_ask_for_nothing() -> None:
    for odd in ("", "   ", "%_\\'\"--", "🙂🙂", "\x00\x07", "()[]{}*", "…"):
        assert asked_words(odd) == []


def test_a_word_that_never_ends_is_cut_on_both_sides() -> None:
    endless = "a" * 500
    assert words_of(endless) == ["a" * LONGEST_WORD]
    assert begins_a_word(asked_words(endless)[0], index_of(endless))


@given(st.text(max_size=200))
def test_every_word_of_a_text_finds_that_text(text: str) -> None:
    line = index_of(text)
    assert [word for word in asked_words(text) if not begins_a_word(word, line)] == []
    assert line == "" or line.startswith(" ")


@given(st.text(max_size=100))
def test_what_was_made_comparable_stays_as_it_is(text: str) -> None:
    assert words_of(" ".join(words_of(text))) == words_of(text)


@given(st.text(alphabet=string.ascii_letters + " ", max_size=50))
def test_capitals_never_matter(text: str) -> None:
    assert normalised(text.upper()) == normalised(text.lower())
