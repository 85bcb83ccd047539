"""A calendar's week day by day: the ordinary hours, and the days that differ. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from services.hours.rules import Calendar
from services.hours.timetable import DAYS_IN_WEEK, DayException, Interval


@dataclass(frozen=True)
class DayAhead:
    """A day with its hours; `exception` when it differs from its week, else None."""

    day: date
    intervals: tuple[Interval, ...]
    exception: DayException | None


@dataclass(frozen=True)
class WeekAhead:
    """Seven days of a calendar, Monday first."""

    first: date
    days: tuple[DayAhead, ...]

    @property
    def number(self) -> int:
        """Returns the number of the week in its year (ISO 8601)."""
        return self.first.isocalendar().week


def monday_of(day: date) -> date:
    """Returns the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def week_ahead(known: Calendar, monday: date) -> WeekAhead:
    """Returns the week of a calendar that begins on this Monday."""
    days = [monday + timedelta(days=number) for number in range(DAYS_IN_WEEK)]
    return WeekAhead(monday, tuple(DayAhead(day, known.intervals_on(day), known.exception_on(day)) for day in days))
