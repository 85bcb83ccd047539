"""Opening hours as a person writes them, and the calendars that the tests of rules look at."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from services.hours.rules import (
    Calendar,
    DayException,
    Interval,
    WeekVersion,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Week = tuple[tuple[Interval, ...], ...]


def hours(text: str) -> tuple[Interval, ...]:
    """`"09:00-12:00 13:00-24:00"` as the intervals of a day."""
    return tuple(
        Interval(*(time.fromisoformat(part.replace("24:00", "00:00")) for part in interval.split("-")))
        for interval in text.split()
    )


def week(*days: str) -> Week:
    """The week from Monday on; days that are not named are closed."""
    return tuple(map(hours, [*days, *[""] * (7 - len(days))]))


def every_day(text: str, zone: str = "Europe/Amsterdam") -> Calendar:
    return Calendar(zone, (WeekVersion(date(2025, 1, 1), None, (hours(text),) * 7),))


def at(text: str) -> datetime:
    """A moment on the clock of Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


OFFICE_WEEK = week("09:00-17:00", "09:00-17:00 18:00-20:00", "09:00-17:00", "09:00-17:00", "09:00-17:00")
OFFICE = Calendar(
    versions=(WeekVersion(date(2025, 1, 1), None, OFFICE_WEEK),),
    exceptions=(
        DayException(date(2026, 4, 6), (), "Tweede paasdag"),
        DayException(date(2026, 12, 24), hours("09:00-15:00"), "Dag voor kerst"),
        DayException(date(2026, 12, 25), (), "Eerste kerstdag"),
        DayException(date(2026, 10, 24), hours("10:00-12:00"), "Open dag op zaterdag"),
    ),
)
NIGHT = every_day("00:00-02:15 02:15-02:45 02:50-24:00")
CLOSED = Calendar()
