"""The report week by week: ISO weeks in the zone of the site, each a cohort by the start of its waits."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.conf import settings

from questions.reachability import kpi
from questions.reachability.clocks import Clock, calendar_of
from questions.reachability.models import Wait

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Threshold:
    """A time on one clock: "answered within"."""

    clock: Clock
    seconds: int

    @classmethod
    def read(cls, text: str) -> "Threshold":
        """From the form in which it stands in an address: `wall-172800`. ValueError when it is none."""
        clock, _, seconds = text.partition("-")
        return cls(Clock(clock), int(seconds))

    def __str__(self) -> str:
        return f"{self.clock}-{self.seconds}"


THRESHOLDS = (
    *(Threshold(Clock.WALL, seconds) for seconds in kpi.WALL_THRESHOLDS),
    *(Threshold(Clock.OFFICE, seconds) for seconds in kpi.OFFICE_THRESHOLDS),
)
STANDARD = Threshold(Clock.WALL, 2 * 86_400)


def monday(day: date) -> date:
    """The first day of the ISO week of this day."""
    return day - timedelta(days=day.weekday())


def mondays(first: date, last: date) -> Iterator[date]:
    """The first days of the weeks from that of the first day to that of the last."""
    day = monday(first)
    while day <= last:
        yield day
        day += WEEK


def local_day(at: datetime) -> date:
    """The day on which a moment falls here."""
    return at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def start_of(day: date) -> datetime:
    """The moment at which a day begins here."""
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE))


@dataclass(frozen=True)
class Week:
    """The waits that began in one week, and the share answered within the threshold."""

    first: date
    counts: kpi.Counts
    step: kpi.Step
    provisional: bool

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + timedelta(days=6)

    @property
    def number(self) -> int:
        """As the calendar counts it: 1 to 53."""
        return self.first.isocalendar().week


def ages(waits: list[Wait], clock: Clock, now: datetime) -> list[float]:
    """How long ago each began, answered or not, on the clock."""
    if clock is Clock.WALL:
        return [(now - wait.started_at).total_seconds() for wait in waits]
    of = cache(calendar_of)
    return [of(wait.entry_channel, wait.district).open_seconds_between(wait.started_at, now) for wait in waits]


def is_provisional(waits: list[Wait], last: date, clock: Clock, thresholds: Iterable[float], now: datetime) -> bool:
    """Whether the cohort up to and including a day still has to have its time (kpi.md, section 4.7)."""
    over = now >= start_of(last + timedelta(days=1))
    return kpi.is_provisional(ages(waits, clock, now), thresholds, period_over=over)


def weeks(
    waits: Iterable[Wait],
    first: date,
    last: date,
    threshold: Threshold,
    measure: Callable[[Wait], float],
    now: datetime,
) -> list[Week]:
    """Every week of the period, also one in which nobody asked; a week cut by the period holds what is inside.

    `measure` tells how long a wait lasted on the clock of the threshold, with `now` as the cut-off.
    """
    cohorts: dict[date, list[Wait]] = defaultdict(list)
    for wait in waits:
        cohorts[monday(local_day(wait.started_at))].append(wait)
    told = []
    for day in mondays(first, last):
        cohort = cohorts[day]
        curve = kpi.Curve((measure(wait), wait.outcome) for wait in cohort)
        told.append(
            Week(
                first=day,
                counts=curve.counts,
                step=curve.step_at(threshold.seconds),
                provisional=is_provisional(cohort, day + timedelta(days=6), threshold.clock, (threshold.seconds,), now),
            )
        )
    return told
