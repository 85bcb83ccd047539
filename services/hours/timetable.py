"""The values of opening hours: intervals, the ordinary week, the days that differ.

They refuse what cannot be: hours that overlap, an end before a beginning, a day that differs without a reason. What
follows from them at a moment is in `services.hours.rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from typing import TypeVar

DAYS_IN_WEEK = 7

_DAY_SECONDS = 86_400

Span = tuple[int, int]
"""From the first number up to, not including, the second: seconds of a day, or days as ordinals."""
Thing = TypeVar("Thing")


def _seconds_of(clock_time: time) -> int:
    return clock_time.hour * 3600 + clock_time.minute * 60 + clock_time.second


def span_of_times(opens: time, closes: time) -> Span:
    """Returns the seconds of a day from opening to closing; closing at 00:00 is midnight at the end of the day."""
    return _seconds_of(opens), _seconds_of(closes) or _DAY_SECONDS


def span_of_days(first: date, last: date | None) -> Span:
    """Returns the days from first to last, both included, as ordinals; without a last one up to the year 9999."""
    return first.toordinal(), (last or date.max).toordinal() + 1


def overlap(one: Span, other: Span) -> bool:
    """Returns whether two spans share anything; spans that only touch do not."""
    return one[0] < other[1] and other[0] < one[1]


def overlapping(things: Iterable[Thing], span: Callable[[Thing], Span]) -> Iterator[tuple[Thing, Thing]]:
    """Yields the neighbours in time that overlap, the earlier one first; nothing when no two of all overlap."""
    for earlier, later in pairwise(sorted(things, key=span)):
        if overlap(span(earlier), span(later)):
            yield earlier, later


@dataclass(frozen=True, order=True)
class Interval:
    """Open from `opens` up to, not including, `closes`, on the clock of the calendar's zone.

    `closes` at 00:00 is midnight at the end of the day, so `Interval(time(0), time(0))` is the whole day. An interval
    never runs past midnight: write the rest on the next day; periods that touch are one. `by_appointment`: somebody is
    there, but only by appointment, so that it does not count as open. Raises ValueError for a time with a zone or with
    a fraction of a second, or a closing time not after the opening.
    """

    opens: time
    closes: time
    by_appointment: bool = False

    def __post_init__(self) -> None:
        for clock_time in (self.opens, self.closes):
            if clock_time.tzinfo is not None or clock_time.microsecond:
                raise ValueError(f"{clock_time} must be a time in whole seconds, without a zone of its own")
        if self.closing_second <= self.opening_second:
            raise ValueError(f"interval {self} must close after it opens")

    @property
    def opening_second(self) -> int:
        """Returns the seconds on the clock from midnight to the opening."""
        return self.span[0]

    @property
    def closing_second(self) -> int:
        """Returns the seconds on the clock from midnight to the closing; 86400 for midnight at the end of the day."""
        return self.span[1]

    @property
    def span(self) -> Span:
        """Returns the seconds of the day in which it is open."""
        return span_of_times(self.opens, self.closes)

    def __str__(self) -> str:
        return f"{self.opens}-{self.closes if self.closes != time(0) else '24:00:00'}"


Week = tuple[tuple[Interval, ...], ...]
"""The intervals of seven days, Monday first."""


def _in_order(intervals: Iterable[Interval], whose: str) -> tuple[Interval, ...]:
    """Returns the intervals of one day from early to late. Raises ValueError, naming the day, when two overlap."""
    ordered = tuple(sorted(intervals))
    for earlier, later in overlapping(ordered, lambda interval: interval.span):
        raise ValueError(f"intervals {earlier} and {later} overlap on {whose}")
    return ordered


@dataclass(frozen=True)
class WeekVersion:
    """The ordinary week, Monday first, from `valid_from` up to and including `valid_until` (None: no end).

    The intervals of a day may come in any order; they are kept from early to late. Raises ValueError for another number
    of days than seven, intervals that overlap, or an end before the beginning.
    """

    valid_from: date
    valid_until: date | None
    week: Week

    def __post_init__(self) -> None:
        if len(self.week) != DAYS_IN_WEEK:
            raise ValueError(f"a week has {DAYS_IN_WEEK} days, Monday first; got {len(self.week)}")
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError(f"version valid from {self.valid_from} ends before that, on {self.valid_until}")
        numbered = enumerate(self.week, start=1)
        week = tuple(_in_order(day, f"day {number} of the week") for number, day in numbered)
        object.__setattr__(self, "week", week)

    @property
    def span(self) -> Span:
        """Returns the days on which it holds, as ordinals."""
        return span_of_days(self.valid_from, self.valid_until)


@dataclass(frozen=True)
class DayException:
    """One day that differs from its week: closed (no intervals) or with other hours, always with a reason.

    Raises ValueError for an empty reason, or intervals that overlap.
    """

    day: date
    intervals: tuple[Interval, ...]
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError(f"the exception on {self.day} needs a reason")
        object.__setattr__(self, "intervals", _in_order(self.intervals, str(self.day)))
