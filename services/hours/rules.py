"""Opening hours: is it open, until when, when does it open, and how many open seconds pass between moments.

Pure rules on plain values: no clock, no database, no settings. Every moment comes in as an argument and must know its
time zone (a naive datetime is a ValueError); every moment that goes out is in the calendar's own zone, ready to be put
into words. Python subtracts two datetimes of one zone by what the clock shows, so turn them into UTC before doing
arithmetic with them.

The office clock of docs/kpi.md is `Calendar.open_seconds_between`; decision 10 tells of versions, several intervals a
day and exceptions. The values are in `services.hours.timetable`; how a time on the clock becomes a moment, also in the
night in which the clocks change, is in `services.hours.moments`. Hours by appointment do not count as open: the door is
not open to whoever comes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache, cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from services.hours.moments import MICROSECONDS, Month, days_of, length_of, local, moment_at, moment_of, month_of
from services.hours.timetable import DAYS_IN_WEEK, DayException, Interval, WeekVersion, overlapping

__all__ = [
    "DAYS_IN_WEEK",
    "DEFAULT_ZONE",
    "Calendar",
    "DayException",
    "Interval",
    "Status",
    "WeekVersion",
    "always_open",
    "is_zone",
    "nearest_zone",
]

DEFAULT_ZONE = "Europe/Amsterdam"
LOOK_AHEAD = timedelta(days=366)
"""How far `status` and the other methods look ahead: a later change is not reported."""

_LOOK_AHEAD = length_of(LOOK_AHEAD)


def is_zone(name: str) -> bool:
    """Returns whether there is a time zone with this name."""
    return name in _zones()


def nearest_zone(name: str) -> str:
    """Returns the time zone that was probably meant; empty when none looks like it."""
    return next(iter(get_close_matches(name, sorted(_zones()), n=1)), "")


@cache
def _zones() -> frozenset[str]:
    # These two stand among the files of the time zones: one is whatever this machine is set to, the other is none.
    return frozenset(available_timezones() - {"localtime", "Factory"})


@dataclass(frozen=True)
class Status:
    """Whether it is open at one moment, and until when.

    Open: `until` is when it closes, `opens` is None. Closed: `opens` is when it opens, `until` is None. Both None:
    nothing changes within LOOK_AHEAD. While it is closed, `appointment_until` is until when somebody is there by
    appointment, and `closed_today` is the reason why a day that differs from its week is closed as a whole.
    """

    open: bool
    until: datetime | None
    opens: datetime | None
    appointment_until: datetime | None = None
    closed_today: str = ""


@dataclass(frozen=True)
class Calendar:
    """Opening hours through the years: an ordinary week per version, and the days that differ.

    An exception overrides its day, inside a version or not; a day without version or exception is closed. Equal
    calendars give equal answers. The methods fill a cache per month, which threads may share: a month is built
    completely before it is stored, and building it twice gives the same month. Raises ValueError for an unknown zone,
    versions that overlap, or two exceptions on one day.
    """

    zone: str = DEFAULT_ZONE
    versions: tuple[WeekVersion, ...] = ()
    exceptions: tuple[DayException, ...] = ()
    _months: dict[int, Month] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not is_zone(self.zone):
            raise ValueError(f"unknown time zone {self.zone!r}")
        versions = sorted(self.versions, key=lambda version: version.valid_from)
        for earlier, later in overlapping(versions, lambda version: version.span):
            raise ValueError(f"the versions from {earlier.valid_from} and {later.valid_from} overlap")
        exceptions = sorted(self.exceptions, key=lambda exception: exception.day)
        for first, second in pairwise(exceptions):
            if first.day == second.day:
                raise ValueError(f"{first.day} has two exceptions: {first.reason!r} and {second.reason!r}")
        object.__setattr__(self, "versions", tuple(versions))
        object.__setattr__(self, "exceptions", tuple(exceptions))

    # Days

    def version_on(self, day: date) -> WeekVersion | None:
        """Returns the version in force on `day`; None when there is none."""
        index = bisect_right(self.versions, day, key=lambda version: version.valid_from) - 1
        if index < 0:
            return None
        version = self.versions[index]
        return version if version.valid_until is None or day <= version.valid_until else None

    def exception_on(self, day: date) -> DayException | None:
        """Returns the exception on `day`, with its reason; None when there is none."""
        return self._exception_by_day.get(day)

    def intervals_on(self, day: date) -> tuple[Interval, ...]:
        """Returns the intervals of `day` on the clock of the calendar's zone, from early to late; empty when closed."""
        exception = self.exception_on(day)
        if exception is not None:
            return exception.intervals
        version = self.version_on(day)
        return version.week[day.weekday()] if version is not None else ()

    def open_days(self, first: date, last: date) -> int:
        """Returns the number of days from `first` to `last`, both included, that have hours other than by appointment.

        Raises ValueError when `last` is before `first`.
        """
        if last < first:
            raise ValueError(f"the last day {last} lies before the first day {first}")
        days = range(first.toordinal(), last.toordinal() + 1)
        return sum(1 for ordinal in days if self._opens_on(date.fromordinal(ordinal)))

    # The office clock

    def open_seconds_until(self, at: datetime) -> float:
        """Returns B(at) of docs/kpi.md: the open seconds from the calendar's first day up to `at`.

        Real seconds, as they pass in UTC, exact to the microsecond; they never decrease in `at`.
        """
        first_day = self._first_day
        if first_day is None:
            return 0.0
        # Nothing in the month of the first day comes before it, so the count may start with the month.
        return self._open_between((month_of(first_day), 0), self._place(at)) / MICROSECONDS

    def open_seconds_between(self, start: datetime, end: datetime) -> float:
        """Returns the office clock of docs/kpi.md, B(end) - B(start): the open seconds that pass from `start` to
        `end`.

        Real seconds, as they pass in UTC, so right across both changes of summer time; exact to the microsecond.
        Negative when `end` is before `start`, so that office(a, b) + office(b, c) = office(a, c) for any three moments.
        """
        return self._open_between(self._place(start), self._place(end)) / MICROSECONDS

    # Open or closed

    def is_open(self, at: datetime) -> bool:
        """Returns whether it is open at `at`: from the moment of opening up to, not including, that of closing."""
        moment = moment_of(at)
        return self._month(month_of(local(moment, self._zone))).holds(moment)

    def closes_at(self, at: datetime) -> datetime | None:
        """Returns when the period open at `at` ends; None when closed, or open for longer than LOOK_AHEAD."""
        return self.status(at).until

    def next_opening(self, at: datetime) -> datetime | None:
        """Returns the first moment after `at` at which it goes from closed to open; None when not in LOOK_AHEAD.

        While it is open this is the opening after the next closing.
        """
        moment = moment_of(at)
        opening = next((opens for opens, _ in self._periods(moment) if opens > moment), None)
        return self._within_reach(opening, moment)

    def next_change(self, at: datetime) -> datetime | None:
        """Returns the first moment after `at` at which it opens or closes; None when not in LOOK_AHEAD."""
        status = self.status(at)
        return status.until or status.opens

    def status(self, at: datetime) -> Status:
        """Returns whether it is open at `at`, and until when."""
        moment = moment_of(at)
        opens, closes = next(self._periods(moment), (None, None))
        if opens is not None and opens <= moment:
            return Status(open=True, until=self._within_reach(closes, moment), opens=None)
        today = local(moment, self._zone).date()
        return Status(
            open=False,
            until=None,
            opens=self._within_reach(opens, moment),
            appointment_until=self._appointment_until(today, moment),
            closed_today=self._closed_on(today),
        )

    # How it is kept

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @cached_property
    def _exception_by_day(self) -> dict[date, DayException]:
        return {exception.day: exception for exception in self.exceptions}

    @cached_property
    def _first_day(self) -> date | None:
        days = [version.valid_from for version in self.versions[:1]]
        days += [exception.day for exception in self.exceptions[:1]]
        return min(days, default=None)

    def _opens_on(self, day: date) -> bool:
        return any(not interval.by_appointment for interval in self.intervals_on(day))

    def _closed_on(self, day: date) -> str:
        """Returns the reason of an exception that closes the whole day; empty for any other day."""
        exception = self.exception_on(day)
        return exception.reason if exception is not None and not exception.intervals else ""

    def _appointment_until(self, day: date, moment: int) -> datetime | None:
        for interval in self.intervals_on(day):
            closes = moment_at(day, interval.closing_second, self._zone)
            if interval.by_appointment and moment_at(day, interval.opening_second, self._zone) <= moment < closes:
                return local(closes, self._zone)
        return None

    def _within_reach(self, change: int | None, moment: int) -> datetime | None:
        """Returns the change in the calendar's zone; None when there is none within LOOK_AHEAD of `moment`."""
        if change is None or change - moment > _LOOK_AHEAD:
            return None
        return local(change, self._zone)

    def _place(self, at: datetime) -> tuple[int, int]:
        """Returns the number of the month of `at`, and the open microseconds in that month up to `at`."""
        moment = moment_of(at)
        month = month_of(local(moment, self._zone))
        return month, self._month(month).open_until(moment)

    def _open_between(self, start: tuple[int, int], end: tuple[int, int]) -> int:
        """Returns the open microseconds between two places; negative when `end` comes before `start`."""
        if end < start:
            return -self._open_between(end, start)
        whole_months = sum(self._month(month).before[-1] for month in range(start[0], end[0]))
        return whole_months + end[1] - start[1]

    def _periods(self, moment: int) -> Iterator[tuple[int, int]]:
        """Yields the periods that end after `moment`, in order; those that touch are one.

        They come up to the end of the month in which LOOK_AHEAD ends. The first may be cut at its beginning
        and the last at its end, but never between `moment` and LOOK_AHEAD.
        """
        pending: tuple[int, int] | None = None
        first, last = (month_of(local(each, self._zone)) for each in (moment, moment + _LOOK_AHEAD))
        for number in range(first, last + 1):
            month = self._month(number)
            ended = bisect_right(month.closes, moment)
            for period in zip(month.opens[ended:], month.closes[ended:], strict=True):
                if pending is not None and pending[1] == period[0]:
                    pending = (pending[0], period[1])
                    continue
                if pending is not None:
                    yield pending
                pending = period
        if pending is not None:
            yield pending

    def _month(self, number: int) -> Month:
        found = self._months.get(number)
        if found is None:
            found = self._months[number] = self._build(number)
        return found

    def _build(self, number: int) -> Month:
        periods: list[tuple[int, int]] = []
        for day in days_of(number):
            for interval in self.intervals_on(day):
                opens = moment_at(day, interval.opening_second, self._zone)
                closes = moment_at(day, interval.closing_second, self._zone)
                # An interval inside the skipped hour has no length.
                if opens < closes and not interval.by_appointment:
                    periods.append((opens, closes))
        return Month.of(periods)


@cache
def always_open(zone: str = DEFAULT_ZONE) -> Calendar:
    """Returns a calendar that is open day and night from 1970 on, for channels that never close and for tests.

    Raises ValueError for an unknown zone.
    """
    whole_day = (Interval(time(0), time(0)),)
    return Calendar(zone, versions=(WeekVersion(date(1970, 1, 1), None, (whole_day,) * DAYS_IN_WEEK),))
