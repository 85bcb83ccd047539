"""A day within a sentence, in each language."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

from home.languages import day_in_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "maandag 23 november"),
        ("en", "Monday 23 November"),
        ("ar", "الاثنين 23 نوفمبر"),
        ("tr", "23 Kasım Pazartesi"),
        ("pl", "poniedziałek, 23 listopada"),
        ("uk", "понеділок, 23 листопада"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, words: str) -> None:
    with translation.override(language):
        assert day_in_words(date(2026, 11, 23)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "23 november 2026"), ("en", "23 November 2026"), ("uk", "23 листопада 2026"), ("pl", "23 listopada 2026")],
)
def test_a_date_in_a_sentence_has_no_full_stop_of_its_own(language: str, words: str) -> None:
    with translation.override(language):
        assert date_format(date(2026, 11, 23)) == words


def test_turkish_writes_no_nought_before_a_day() -> None:
    with translation.override("tr"):
        formats = ("DATE_FORMAT", "SHORT_DATE_FORMAT", "DATETIME_FORMAT", "SHORT_DATETIME_FORMAT")
        said = [date_format(datetime(2026, 7, 1, 9, 5, tzinfo=UTC), each) for each in formats]
    assert said == ["1 Temmuz 2026", "1 Tem 2026", "1 Temmuz 2026 09:05", "1 Tem 2026 09:05"]
