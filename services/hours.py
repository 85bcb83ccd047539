"""Opening hours: is it open, until when, when does it open, and how many open seconds pass between moments.

Pure rules on plain values: no clock, no database, no settings. Every moment comes in as an argument and must
know its time zone (a naive datetime is a ValueError); every moment that goes out is in the calendar's own
zone, ready to be put into words. Python subtracts two datetimes of one zone by the figures on the clock face,
so turn them into UTC before doing arithmetic with them.

The office clock of docs/kpi.md is `Calendar.open_seconds_between`; calendars with versions, several intervals
a day and exceptions are decision 10.

An opening or closing time is a moment, also in the night in which the clocks change:

* a time that the clock shows twice (winter time begins) is its first occurrence;
* a time that the clock skips (summer time begins) is the moment of the jump.

With that, later times are never earlier moments: intervals keep their order, never overlap, and no second is
counted twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, cached_property
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DEFAULT_ZONE = "Europe/Amsterdam"
DAYS_IN_WEEK = 7
LOOK_AHEAD = timedelta(days=366)
"""How far `status` and its relatives look: a change beyond it is no news today."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MICROSECONDS = 1_000_000
_LOOK_AHEAD = LOOK_AHEAD // _MICROSECOND
_DAY_SECONDS = 86_400


def _seconds_of(clock_time: time) -> int:
    return clock_time.hour * 3600 + clock_time.minute * 60 + clock_time.second


@dataclass(frozen=True, order=True)
class Interval:
    """Open from `opens` up to, not including, `closes`, on the clock of the calendar's zone.

    `closes` at 00:00 is midnight at the end of the day, so `Interval(time(0), time(0))` is the whole day.
    An interval never runs past midnight: write the rest on the next day; periods that touch are one.
    ValueError: a time with a zone or with a fraction of a second, or a closing time not after the opening.
    """

    opens: time
    closes: time

    def __post_init__(self) -> None:
        for clock_time in (self.opens, self.closes):
            if clock_time.tzinfo is not None or clock_time.microsecond:
                raise ValueError(f"{clock_time} must be a time in whole seconds, without a zone of its own")
        if self.closing_second <= self.opening_second:
            raise ValueError(f"interval {self} must close after it opens")

    @property
    def opening_second(self) -> int:
        """Seconds on the clock from midnight to the opening."""
        return _seconds_of(self.opens)

    @property
    def closing_second(self) -> int:
        """Seconds on the clock from midnight to the closing; 86400 for midnight at the end of the day."""
        return _seconds_of(self.closes) or _DAY_SECONDS

    def __str__(self) -> str:
        return f"{self.opens}-{self.closes if self.closes != time(0) else '24:00:00'}"


def _in_order(intervals: Iterable[Interval], whose: str) -> tuple[Interval, ...]:
    """The intervals of one day from early to late; ValueError, naming the day, where two overlap."""
    ordered = tuple(sorted(intervals))
    for earlier, later in pairwise(ordered):
        if later.opening_second < earlier.closing_second:
            raise ValueError(f"intervals {earlier} and {later} overlap on {whose}")
    return ordered


@dataclass(frozen=True)
class WeekVersion:
    """The ordinary week, Monday first, from `valid_from` up to and including `valid_until` (None: no end).

    The intervals of a day may come in any order; they are kept from early to late.
    ValueError: not seven days, overlapping intervals, or an end before the beginning.
    """

    valid_from: date
    valid_until: date | None
    week: tuple[tuple[Interval, ...], ...]

    def __post_init__(self) -> None:
        if len(self.week) != DAYS_IN_WEEK:
            raise ValueError(f"a week has {DAYS_IN_WEEK} days, Monday first; got {len(self.week)}")
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError(f"version valid from {self.valid_from} ends before that, on {self.valid_until}")
        numbered = enumerate(self.week, start=1)
        week = tuple(_in_order(day, f"day {number} of the week") for number, day in numbered)
        object.__setattr__(self, "week", week)


@dataclass(frozen=True)
class DayException:
    """One day that differs from its week: closed (no intervals) or other hours, always with a reason.

    ValueError: no reason, or overlapping intervals.
    """

    day: date
    intervals: tuple[Interval, ...]
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError(f"the exception on {self.day} needs a reason")
        object.__setattr__(self, "intervals", _in_order(self.intervals, str(self.day)))


@dataclass(frozen=True)
class Status:
    """What a reader wants to know at one moment.

    Open: `until` is when it closes, `opens` is None. Closed: `opens` is when it opens, `until` is None.
    Both None: nothing changes within LOOK_AHEAD.
    """

    open: bool
    until: datetime | None
    opens: datetime | None


@dataclass(frozen=True)
class _Month:
    """The open periods of one month as moments in UTC (microseconds since 1970), with their prefix sums."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]
    before: tuple[int, ...]
    """Open microseconds in this month before each period; after the last period: their sum."""

    def open_until(self, moment: int) -> int:
        """Open microseconds of this month up to `moment`."""
        index = bisect_right(self.opens, moment) - 1
        if index < 0:
            return 0
        return self.before[index] + min(moment, self.closes[index]) - self.opens[index]

    def holds(self, moment: int) -> bool:
        """Whether `moment` lies in one of the periods."""
        index = bisect_right(self.opens, moment) - 1
        return index >= 0 and moment < self.closes[index]


_NO_MONTH = _Month((), (), (0,))


@dataclass(frozen=True)
class Calendar:
    """Opening hours through the years: an ordinary week per version, and the days that differ.

    An exception rules its day, inside a version or not; a day without version or exception is closed.
    Two equal calendars answer alike. Asking fills a cache per month, which threads may share: a month is
    built whole before it is put in place, and building it twice gives the same month.
    ValueError: an unknown zone, versions that overlap, two exceptions on one day.
    """

    zone: str = DEFAULT_ZONE
    versions: tuple[WeekVersion, ...] = ()
    exceptions: tuple[DayException, ...] = ()
    _months: dict[int, _Month] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # no such name, no name, a folder
            raise ValueError(f"unknown time zone {self.zone!r}") from error
        versions = sorted(self.versions, key=lambda version: version.valid_from)
        for earlier, later in pairwise(versions):
            if earlier.valid_until is None or later.valid_from <= earlier.valid_until:
                raise ValueError(f"the versions from {earlier.valid_from} and {later.valid_from} overlap")
        exceptions = sorted(self.exceptions, key=lambda exception: exception.day)
        for first, second in pairwise(exceptions):
            if first.day == second.day:
                raise ValueError(f"{first.day} has two exceptions: {first.reason!r} and {second.reason!r}")
        object.__setattr__(self, "versions", tuple(versions))
        object.__setattr__(self, "exceptions", tuple(exceptions))

    # Days

    def version_on(self, day: date) -> WeekVersion | None:
        """The version in force on `day`, or None."""
        index = bisect_right(self.versions, day, key=lambda version: version.valid_from) - 1
        if index < 0:
            return None
        version = self.versions[index]
        return version if version.valid_until is None or day <= version.valid_until else None

    def exception_on(self, day: date) -> DayException | None:
        """The exception on `day`, with its reason, or None."""
        return self._exception_by_day.get(day)

    def intervals_on(self, day: date) -> tuple[Interval, ...]:
        """The intervals of `day` in the calendar's zone, from early to late; empty when closed."""
        exception = self.exception_on(day)
        if exception is not None:
            return exception.intervals
        version = self.version_on(day)
        return version.week[day.weekday()] if version is not None else ()

    def open_days(self, first: date, last: date) -> int:
        """The number of days from `first` to `last`, both included, with any opening.

        ValueError when `last` lies before `first`.
        """
        if last < first:
            raise ValueError(f"the last day {last} lies before the first day {first}")
        days = range(first.toordinal(), last.toordinal() + 1)
        return sum(1 for ordinal in days if self.intervals_on(date.fromordinal(ordinal)))

    # The office clock

    def open_seconds_until(self, at: datetime) -> float:
        """B(at): open seconds from the first day the calendar knows up to `at`; never decreases in `at`.

        Real seconds, as they pass in UTC, exact to the microsecond.
        """
        first_day = self._first_day
        if first_day is None:
            return 0.0
        # Nothing in the month of the first day comes before it, so the count may start with the month.
        return self._open_between((_month_of(first_day), 0), self._place(at)) / _MICROSECONDS

    def open_seconds_between(self, start: datetime, end: datetime) -> float:
        """The office clock, B(end) - B(start): open seconds that pass from `start` to `end`.

        Real seconds, as they pass in UTC, so right across both changes of summer time; exact to the
        microsecond. An `end` before the `start` gives the same seconds with a minus sign, so that
        office(a, b) + office(b, c) = office(a, c) for any three moments.
        """
        return self._open_between(self._place(start), self._place(end)) / _MICROSECONDS

    # Open or closed

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at `at`: from the moment of opening up to, not including, that of closing."""
        moment = _moment(at)
        return self._month(_month_of(self._local(moment))).holds(moment)

    def closes_at(self, at: datetime) -> datetime | None:
        """When the period that is open at `at` ends; None when closed, or open for longer than LOOK_AHEAD."""
        return self.status(at).until

    def next_opening(self, at: datetime) -> datetime | None:
        """The first moment after `at` at which it goes from closed to open; None when not in LOOK_AHEAD.

        While it is open this is the opening after the next closing.
        """
        moment = _moment(at)
        opening = next((opens for opens, _ in self._periods(moment) if opens > moment), None)
        return self._within_reach(opening, moment)

    def next_change(self, at: datetime) -> datetime | None:
        """The first moment after `at` at which it opens or closes; None when not in LOOK_AHEAD."""
        status = self.status(at)
        return status.until or status.opens

    def status(self, at: datetime) -> Status:
        """Open until when, or closed until when."""
        moment = _moment(at)
        opens, closes = next(self._periods(moment), (None, None))
        if opens is not None and opens <= moment:
            return Status(open=True, until=self._within_reach(closes, moment), opens=None)
        return Status(open=False, until=None, opens=self._within_reach(opens, moment))

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

    def _local(self, moment: int) -> datetime:
        return (_EPOCH + timedelta(microseconds=moment)).astimezone(self._zone)

    def _within_reach(self, change: int | None, moment: int) -> datetime | None:
        """The change in the calendar's zone; None when there is none, or not in LOOK_AHEAD from `moment`."""
        if change is None or change - moment > _LOOK_AHEAD:
            return None
        return self._local(change)

    def _place(self, at: datetime) -> tuple[int, int]:
        """The month of `at` and the open microseconds in that month up to `at`."""
        moment = _moment(at)
        month = _month_of(self._local(moment))
        return month, self._month(month).open_until(moment)

    def _open_between(self, start: tuple[int, int], end: tuple[int, int]) -> int:
        """Open microseconds between two places; negative when `end` comes before `start`."""
        if end < start:
            return -self._open_between(end, start)
        whole_months = sum(self._month(month).before[-1] for month in range(start[0], end[0]))
        return whole_months + end[1] - start[1]

    def _periods(self, moment: int) -> Iterator[tuple[int, int]]:
        """The periods that end after `moment`, in order; those that touch are one.

        They come up to the end of the month in which LOOK_AHEAD ends. The first may be cut at its beginning
        and the last at its end, but never between `moment` and LOOK_AHEAD.
        """
        pending: tuple[int, int] | None = None
        first, last = (_month_of(self._local(each)) for each in (moment, moment + _LOOK_AHEAD))
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

    def _month(self, number: int) -> _Month:
        found = self._months.get(number)
        if found is None:
            found = self._months[number] = self._build(number)
        return found

    def _build(self, number: int) -> _Month:
        periods: list[tuple[int, int]] = []
        for day in _days_of(number):
            for interval in self.intervals_on(day):
                opens = self._moment_at(day, interval.opening_second)
                closes = self._moment_at(day, interval.closing_second)
                if opens < closes:  # an interval inside the skipped hour has no length
                    periods.append((opens, closes))
        if not periods:
            return _NO_MONTH
        opens_at, closes_at = zip(*periods, strict=True)
        before = accumulate((closes - opens for opens, closes in periods), initial=0)
        return _Month(opens_at, closes_at, tuple(before))

    def _moment_at(self, day: date, second: int) -> int:
        """The moment at which the clock on `day` stands `second` seconds past midnight; see the module."""
        local = datetime.combine(day, time.min) + timedelta(seconds=second)
        instant = int(local.replace(tzinfo=self._zone, fold=0).timestamp())
        other = int(local.replace(tzinfo=self._zone, fold=1).timestamp())
        if other < instant:
            # Only for a time that the clock skips do the two readings stand in this order (PEP 495). The jump
            # lies between them: the first second at which the clock shows more than the skipped time.
            candidates = range(other + 1, instant + 1)
            jump = bisect_left(candidates, True, key=lambda candidate: self._shows(candidate) > local)
            instant = candidates[jump]
        return instant * _MICROSECONDS

    def _shows(self, instant: int) -> datetime:
        """What the clock of the zone shows at a second since 1970 in UTC, without the zone."""
        return datetime.fromtimestamp(instant, self._zone).replace(tzinfo=None)


def _moment(at: datetime) -> int:
    """`at` as microseconds since 1970 in UTC, in which subtraction is real time."""
    if at.utcoffset() is None:
        raise ValueError(f"{at} is a moment without a time zone")
    return (at - _EPOCH) // _MICROSECOND


def _month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def _days_of(number: int) -> Iterator[date]:
    first, following = (date(month // 12, month % 12 + 1, 1) for month in (number, number + 1))
    return (date.fromordinal(ordinal) for ordinal in range(first.toordinal(), following.toordinal()))


@cache
def always_open(zone: str = DEFAULT_ZONE) -> Calendar:
    """The calendar that is open day and night, from 1970 on: for channels that never close, and for tests.

    ValueError for an unknown zone.
    """
    whole_day = (Interval(time(0), time(0)),)
    return Calendar(zone, versions=(WeekVersion(date(1970, 1, 1), None, (whole_day,) * DAYS_IN_WEEK),))
