"""The languages of the site: one is the source (Dutch), the others are translated from it or fall back on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import get_language_info
from wagtail.models import Locale

# Where the order or the case differs from the Dutch "maandag 23 november".
DAY_FORMATS = {"pl": "l, j E", "uk": "l, j E", "tr": "j F l"}


@dataclass(frozen=True)
class Language:
    """A language as a reader sees it: its code, its own name and the direction it is written in."""

    code: str
    name: str
    dir: str

    @property
    def translated_name(self) -> str:
        """Returns its name in the language of the request; its own name when Django does not know it."""
        try:
            return str(get_language_info(self.code)["name_translated"])
        except KeyError:
            return self.name


def own_name(code: str) -> str:
    """Returns what a language is called in that language, as the site's menu says it; the code of an unknown one."""
    names: dict[str, str] = settings.ALL_LANGUAGES
    return names.get(code, code)


class TextInLanguage(str):
    """A string with the code of the language it is in."""

    lang: str

    def __new__(cls, text: str, lang: str) -> "TextInLanguage":
        words = super().__new__(cls, text)
        words.lang = lang
        return words

    @property
    def fell_back(self) -> bool:
        """Returns whether it is in another language than that of the request."""
        return self.lang != current_code()


def source_code() -> str:
    """Returns the code of the source language, in which everything is written first."""
    return settings.LANGUAGE_CODE


def current_code() -> str:
    """Returns the code of the language of this request."""
    code = translation.get_language() or source_code()
    return code if code in dict(settings.LANGUAGES) else code.split("-")[0]


def direction(code: str) -> str:
    """Returns the direction in which a language is written: `ltr` or `rtl`."""
    return "rtl" if code.split("-")[0] in settings.LANGUAGES_BIDI else "ltr"


def day_in_words(day: date) -> str:
    """Returns weekday, day and month, in the order and case of the language of the request within a sentence."""
    return _names_of_days(date_format(day, DAY_FORMATS.get(current_code(), "l j F")))


def weekday_in_words(number: int) -> str:
    """Returns the name of a day of the week (0 is Monday) as the language of the request writes it in a sentence."""
    return _names_of_days(str(WEEKDAYS[number]))


def _names_of_days(words: str) -> str:
    # Django's names begin with a capital, which Polish and Ukrainian write small, and have a straight apostrophe.
    return words.lower().replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") if current_code() in {"pl", "uk"} else words


def languages() -> list[Language]:
    """Returns the languages of the site, in the order of the settings."""
    return [Language(code, str(name), direction(code)) for code, name in settings.LANGUAGES]


def locales() -> dict[int, Locale]:
    """Returns every locale by its number: one query that saves one per page."""
    return {locale.pk: locale for locale in Locale.objects.all()}


def locale_for(code: str, among: Iterable[Locale]) -> Locale | None:
    """Returns the locale of a language among these; None when there is none."""
    return next((locale for locale in among if locale.language_code == code), None)
