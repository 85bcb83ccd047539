"""A week as it will be, day by day: the ordinary hours, and the days that differ. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from services.hours.rules import Calendar
from services.hours.timetable import DAYS_IN_WEEK, DayException, Interval


@dataclass(frozen=True)
class DayAhead:
    """A day of the calendar with its hours; `exception` when it differs from its week."""

    day: date
    intervals: tuple[Interval, ...]
    exception: DayException | None


@dataclass(frozen=True)
class WeekAhead:
    """Seven days, Monday first."""

    first: date
    days: tuple[DayAhead, ...]

    @property
    def number(self) -> int:
        """The number of the week in its year (ISO)."""
        return self.first.isocalendar().week


def monday_of(day: date) -> date:
    """Returns the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def week_ahead(known: Calendar, monday: date) -> WeekAhead:
    """Returns the week that begins on this Monday."""
    days = [monday + timedelta(days=number) for number in range(DAYS_IN_WEEK)]
    return WeekAhead(monday, tuple(DayAhead(day, known.intervals_on(day), known.exception_on(day)) for day in days))
