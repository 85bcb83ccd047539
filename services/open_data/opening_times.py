"""Hours in the form of other standards: every opening time once, with the days on which it holds. Pure.

The week in force on a day counts, and those to come, never one that is over (docs/decisions/0057).
"""

from collections.abc import Mapping
from datetime import date, time

from services.hours.rules import Calendar
from services.hours.timetable import Interval, WeekVersion

LAST_MINUTE = "23:59"
"""Stands for midnight at the end of a day: 00:00 would be read as its beginning, and 00:00 to 00:00 as closed."""


def weeks_from(hours: Calendar, day: date) -> list[WeekVersion]:
    """Returns the week in force on a day and those that come later, in order."""
    return [each for each in hours.versions if each.valid_until is None or each.valid_until >= day]


def days_by_time(version: WeekVersion) -> Mapping[tuple[str, str], list[int]]:
    """Returns the weekdays (Monday is 0) per opening and closing time (HH:MM), without hours by appointment."""
    found: dict[tuple[str, str], list[int]] = {}
    for weekday, intervals in enumerate(version.week):
        for interval in intervals:
            if not interval.by_appointment:
                found.setdefault(times_of(interval), []).append(weekday)
    return found


def times_of(interval: Interval) -> tuple[str, str]:
    """Returns the opening and closing time as HH:MM; the closing time is always the later of the two."""
    closes = LAST_MINUTE if interval.closes == time(0) else f"{interval.closes:%H:%M}"
    return f"{interval.opens:%H:%M}", closes
