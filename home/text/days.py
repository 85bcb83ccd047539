"""Days and times as people write them here: the day before the month, a clock of 24 hours. Pure.

One reading for the admin's forms, the reports and the content files, so that none of them is laxer than the others.
What could be meant in two ways is refused; nothing is ever filled in.
"""

import re
from datetime import date, datetime, time

EARLIEST, LATEST = 1900, 2199
"""The years that a day can be in; a year outside them is half typed."""

MONTHS = (
    *("jan januari january", "feb februari february", "mrt maart mar march", "apr april", "mei may", "jun juni june"),
    *("jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october", "nov november"),
    "dec december",
)
_MONTH = {name: number for number, names in enumerate(MONTHS, start=1) for name in names.split()}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH = re.compile(r"(\d{1,2})\s?([-/.\s])\s?(\d{1,2})\s?\2\s?(\d{2}|\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{2}|\d{4})")
_CLOCK = re.compile(r"(\d{1,2})\s?[:.u]\s?(\d{2})(?:[:.](\d{2}))?(?:\s?uur)?")
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})(?:\s?uur)?")
_WHOLE_HOUR = re.compile(r"(\d{1,2})\s?(?:u|uur)")
_DAY_AND_TIME = re.compile(r"(.+?)(?:t|,?\s+(?:om\s+)?)([\d:.u]+(?:\s?uur)?)")


class NoSuchYear(ValueError):
    """A day in a year before 1900 or after 2199, which nobody here can mean."""


def read_day(text: str) -> date:
    """Returns the day: 30-11-2026, 30/11/2026, 30.11.2026, 30-11-26, 30 november 2026 or 2026-11-30.

    Raises NoSuchYear for a year before 1900 or after 2199; ValueError for anything else that is no day.
    """
    words = " ".join(text.split()).casefold()
    if found := _ISO.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _DUTCH.fullmatch(words):
        day, month, year = int(found[1]), int(found[3]), _year(found[4])
    elif (found := _IN_WORDS.fullmatch(words)) and found[2] in _MONTH:
        day, month, year = int(found[1]), _MONTH[found[2]], _year(found[3])
    else:
        raise ValueError(f"{text!r} is no day")
    return within_reach(date(year, month, day))


def within_reach(day: date) -> date:
    """Returns the same day. Raises NoSuchYear when it is before 1900 or after 2199."""
    if not EARLIEST <= day.year <= LATEST:
        raise NoSuchYear(f"{day.year} is no year that can be meant")
    return day


def read_clock(text: str) -> time:
    """Returns the time: 9:30, 09:30, 9.30, 0930, 9u30 or 9 uur. Raises ValueError for anything else, also `9` alone."""
    words = " ".join(text.split()).casefold()
    if found := _CLOCK.fullmatch(words):
        return time(int(found[1]), int(found[2]), int(found[3] or 0))
    if found := _FOUR_DIGITS.fullmatch(words):
        return time(int(found[1]), int(found[2]))
    if found := _WHOLE_HOUR.fullmatch(words):
        return time(int(found[1]))
    raise ValueError(f"{text!r} is no time")


def read_moment(text: str) -> datetime:
    """Returns a day and a time, without zone: `30-11-2026 9.30`. Raises ValueError when one of them is missing."""
    found = _DAY_AND_TIME.fullmatch(" ".join(text.split()).casefold())
    if not found:
        raise ValueError(f"{text!r} is no day with a time")
    return datetime.combine(read_day(found[1]), read_clock(found[2]))


def _year(digits: str) -> int:
    """Returns the year; one of two digits is of this century.

    Raises ValueError for 19 and 20, half of a longer year.
    """
    if digits in ("19", "20"):
        raise ValueError(f"the year {digits} may be half typed")
    return int(digits) + (2000 if len(digits) == len("26") else 0)
