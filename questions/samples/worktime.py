"""Open time as a line of seconds without gaps, for work that goes on only while somebody is there. Pure."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from services.hours.rules import Calendar


def days(first: date, last: date) -> Iterator[date]:
    """Yields the days from the first to the last, both included."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


class WorkTime:
    """The open seconds of a calendar between two days. Moments are seconds since 1970 in UTC."""

    def __init__(self, calendar: Calendar, first: date, last: date) -> None:
        zone = ZoneInfo(calendar.zone)
        self.periods: list[tuple[float, float]] = []
        for day in days(first, last):
            for interval in calendar.intervals_on(day):
                if interval.by_appointment:
                    continue
                end = day + timedelta(days=1) if interval.closes == time(0) else day
                self.periods.append(
                    (
                        datetime.combine(day, interval.opens, zone).timestamp(),
                        datetime.combine(end, interval.closes, zone).timestamp(),
                    )
                )
        self._opens = [opens for opens, _ in self.periods]
        self._before = list(accumulate((closes - opens for opens, closes in self.periods), initial=0.0))

    @property
    def total(self) -> float:
        """Returns the number of open seconds between the two days."""
        return self._before[-1]

    def position(self, moment: float) -> float:
        """Returns the open seconds before the moment."""
        index = bisect_right(self._opens, moment) - 1
        if index < 0:
            return 0.0
        opens, closes = self.periods[index]
        return self._before[index] + min(moment, closes) - opens

    def moment(self, position: float) -> float:
        """Returns the moment at which this many open seconds have passed; infinite when they never do."""
        if position > self.total or not self.periods:
            return math.inf
        index = max(bisect_left(self._before, position) - 1, 0)
        return self.periods[index][0] + position - self._before[index]

    def within(self, start: float, end: float) -> Iterator[tuple[float, float]]:
        """Yields the open parts of the time from start to end, each by its begin and end."""
        index = max(bisect_right(self._opens, start) - 1, 0)
        for opens, closes in self.periods[index:]:
            if opens >= end:
                return
            if closes > start:
                yield max(opens, start), min(closes, end)
