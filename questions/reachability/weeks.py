"""The report per week: ISO weeks in the time zone of the site, each a cohort by the start of its waits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.conf import settings

from questions.reachability import kpi
from questions.waits.clocks import Clock, Stopwatch, calendar_of
from questions.waits.measures import Measure
from questions.waits.models import Wait
from services.hours.week_ahead import monday_of

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Threshold:
    """The time of an "answered within", in seconds on one clock."""

    clock: Clock
    seconds: int

    @classmethod
    def read(cls, text: str) -> "Threshold":
        """Returns the threshold that is written as clock and seconds, `wall-172800`. Raises ValueError otherwise."""
        clock, _, seconds = text.partition("-")
        return cls(Clock(clock), int(seconds))

    def __str__(self) -> str:
        return f"{self.clock}-{self.seconds}"


THRESHOLDS = (
    *(Threshold(Clock.WALL, seconds) for seconds in kpi.WALL_THRESHOLDS),
    *(Threshold(Clock.OFFICE, seconds) for seconds in kpi.OFFICE_THRESHOLDS),
)
STANDARD = Threshold(Clock.WALL, 2 * 86_400)


def mondays(first: date, last: date) -> Iterator[date]:
    """Yields the Monday of each week that holds a day from `first` up to and including `last`."""
    day = monday_of(first)
    while day <= last:
        yield day
        day += WEEK


def local_day(at: datetime) -> date:
    """Returns the day of this moment in the time zone of the site."""
    return at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def start_of(day: date) -> datetime:
    """Returns the moment at which the day begins in the time zone of the site."""
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE))


@dataclass(frozen=True)
class Week:
    """The waits that began in one week, and the shares within the threshold."""

    first: date
    counts: kpi.Counts
    reaction: kpi.CurveStep
    answer: kpi.CurveStep
    answers: kpi.Counts
    headline: Measure
    provisional: bool

    @property
    def step(self) -> kpi.CurveStep:
        """Returns the share of the headline within the threshold."""
        return self.answer if self.headline is Measure.ANSWER else self.reaction

    @property
    def last(self) -> date:
        """Returns the Sunday of this week."""
        return self.first + timedelta(days=6)

    @property
    def number(self) -> int:
        """Returns the ISO number of this week, 1 to 53."""
        return self.first.isocalendar().week


@dataclass(frozen=True)
class WeekWatches:
    """The stopwatches of both measures, on the clock of the threshold, and which measure comes first."""

    headline: Measure
    reaction: Stopwatch
    answer: Stopwatch


def ages(waits: list[Wait], clock: Clock, now: datetime) -> list[float]:
    """Returns for each wait the seconds since it began, on this clock."""
    if clock is Clock.WALL:
        return [(now - wait.started_at).total_seconds() for wait in waits]
    of = cache(calendar_of)
    return [of(wait.entry_channel, wait.district).open_seconds_between(wait.started_at, now) for wait in waits]


def is_provisional(waits: list[Wait], last: date, clock: Clock, thresholds: Iterable[float], now: datetime) -> bool:
    """Returns whether the figures of waits up to and including `last` may still change (docs/kpi.md, section 4.7).

    They may until that day is over and each wait is older than the largest threshold.
    """
    over = now >= start_of(last + timedelta(days=1))
    return kpi.is_provisional(ages(waits, clock, now), thresholds, period_over=over)


def weeks(
    waits: Iterable[Wait],
    first: date,
    last: date,
    threshold: Threshold,
    watches: WeekWatches,
    now: datetime,
) -> list[Week]:
    """Returns every week of the period, also without questions; a week cut by the period holds what is inside.

    The stopwatches run on the clock of the threshold, with `now` as the cut-off.
    """
    cohorts: dict[date, list[Wait]] = defaultdict(list)
    for wait in waits:
        cohorts[monday_of(local_day(wait.started_at))].append(wait)
    found = []
    for day in mondays(first, last):
        cohort = cohorts[day]
        reaction, answer = (kpi.Curve(map(watch, cohort)) for watch in (watches.reaction, watches.answer))
        found.append(
            Week(
                first=day,
                counts=reaction.counts,
                reaction=reaction.step_at(threshold.seconds),
                answer=answer.step_at(threshold.seconds),
                answers=answer.counts,
                headline=watches.headline,
                provisional=is_provisional(cohort, day + timedelta(days=6), threshold.clock, (threshold.seconds,), now),
            )
        )
    return found
