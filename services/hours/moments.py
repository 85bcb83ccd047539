"""Moments as whole microseconds since 1970 in UTC, which subtract to real time, and months of open periods.

An opening or closing time is a moment, also in the night in which the clocks change:

* a time that the clock shows twice (winter time begins) is its first occurrence;
* a time that the clock skips (summer time begins) is the moment of the jump.

With that, later times are never earlier moments: intervals keep their order, never overlap, and no second is counted
twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

MICROSECONDS = 1_000_000

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Month:
    """The open periods of one month as moments in UTC (microseconds since 1970), with their prefix sums."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]
    before: tuple[int, ...]
    """Open microseconds in this month before each period; one more at the end: their sum."""

    def open_until(self, moment: int) -> int:
        """Returns the open microseconds of this month up to `moment`."""
        index = bisect_right(self.opens, moment) - 1
        if index < 0:
            return 0
        return self.before[index] + min(moment, self.closes[index]) - self.opens[index]

    def holds(self, moment: int) -> bool:
        """Returns whether `moment` lies in one of the periods."""
        index = bisect_right(self.opens, moment) - 1
        return index >= 0 and moment < self.closes[index]

    @classmethod
    def of(cls, periods: Iterable[tuple[int, int]]) -> Month:
        """Returns the month with these periods (opening, closing), which must be in order and not overlap."""
        listed = list(periods)
        opens = tuple(period[0] for period in listed)
        closes = tuple(period[1] for period in listed)
        return cls(opens, closes, tuple(accumulate((end - start for start, end in listed), initial=0)))


def moment_of(at: datetime) -> int:
    """Returns `at` as microseconds since 1970. Raises ValueError for a datetime without a zone."""
    if at.utcoffset() is None:
        raise ValueError(f"{at} is a moment without a time zone")
    return (at - _EPOCH) // _MICROSECOND


def length_of(duration: timedelta) -> int:
    """Returns a duration in microseconds."""
    return duration // _MICROSECOND


def local(moment: int, zone: ZoneInfo) -> datetime:
    """Returns the moment as a datetime in a zone."""
    return (_EPOCH + timedelta(microseconds=moment)).astimezone(zone)


def moment_at(day: date, second: int, zone: ZoneInfo) -> int:
    """Returns the moment at which the clock on `day` shows `second` seconds past midnight, by this module's rules."""
    wanted = datetime.combine(day, time.min) + timedelta(seconds=second)
    instant = int(wanted.replace(tzinfo=zone, fold=0).timestamp())
    other = int(wanted.replace(tzinfo=zone, fold=1).timestamp())
    if other < instant:
        # Only for a time that the clock skips do the two readings stand in this order (PEP 495). The jump lies
        # between them: the first second at which the clock shows more than the skipped time.
        candidates = range(other + 1, instant + 1)
        jump = bisect_left(candidates, True, key=lambda candidate: _shown(candidate, zone) > wanted)
        instant = candidates[jump]
    return instant * MICROSECONDS


def _shown(instant: int, zone: ZoneInfo) -> datetime:
    """Returns what the clock of the zone shows at a second since 1970 in UTC, as a naive datetime."""
    return datetime.fromtimestamp(instant, zone).replace(tzinfo=None)


def month_of(day: date) -> int:
    """Returns the number of the month of a day, counted from the year 0."""
    return day.year * 12 + day.month - 1


def days_of(number: int) -> Iterator[date]:
    """Yields the days of the month with this number."""
    first, following = (date(month // 12, month % 12 + 1, 1) for month in (number, number + 1))
    return (date.fromordinal(ordinal) for ordinal in range(first.toordinal(), following.toordinal()))
