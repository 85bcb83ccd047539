"""A day within a sentence, in each language."""

from datetime import date

import pytest
from django.utils import translation

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
