"""The report: which waits, on which clock, in which figures. The rules themselves stand in kpi.py."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from questions.reachability import kpi
from questions.reachability.clocks import Clock, stopwatch
from questions.reachability.models import Kind, Wait, WaitQuerySet

DEFAULT_DAYS = 56
# Up to here every step of F is listed; beyond, the thresholds say enough.
STEPS_LISTED = 40


@dataclass(frozen=True)
class Slice:
    """Which waits a report is about. `first` and `last` are days on which a wait began, both included."""

    first: date
    last: date
    sample: bool = False
    channel: str = ""
    theme: str = ""
    kind: str = Kind.FIRST

    def waits(self) -> WaitQuerySet:
        """The waits of this slice, samples or real ones, never both; excluded ones too."""
        zone = ZoneInfo(settings.TIME_ZONE)
        chosen = Wait.objects.sample() if self.sample else Wait.objects.real()
        chosen = chosen.filter(
            started_at__gte=datetime.combine(self.first, time(), zone),
            started_at__lt=datetime.combine(self.last + timedelta(days=1), time(), zone),
        )
        for name in ("channel", "theme", "kind"):
            if value := getattr(self, name):
                chosen = chosen.filter(**{"entry_channel" if name == "channel" else name: value})
        return chosen


@dataclass(frozen=True)
class Figures:
    """What is shown of a set of waits on one clock."""

    name: str
    clock: Clock
    curve: kpi.Curve
    within: list[tuple[int, kpi.Step]]
    percentiles: list[tuple[int, kpi.Percentile]]

    @property
    def counts(self) -> kpi.Counts:
        """Asked, answered, open and the rest."""
        return self.curve.counts

    @property
    def enough(self) -> bool:
        """Whether percentiles may be shown."""
        return kpi.enough_for_percentiles(self.counts.asked)

    @property
    def steps(self) -> tuple[kpi.Step, ...]:
        """Every time at which somebody was answered; empty when there are too many to read."""
        return self.curve.steps if len(self.curve.steps) <= STEPS_LISTED else ()


def figures(name: str, waits: Iterable[Wait], clock: Clock, now: datetime) -> Figures:
    """The figures of these waits; percentiles only when there are enough."""
    measure = stopwatch(clock, now)
    curve = kpi.Curve((measure(wait), wait.outcome) for wait in waits)
    thresholds = kpi.WALL_THRESHOLDS if clock is Clock.WALL else kpi.OFFICE_THRESHOLDS
    enough = kpi.enough_for_percentiles(curve.counts.asked)
    return Figures(
        name=name,
        clock=clock,
        curve=curve,
        within=[(int(seconds), curve.step_at(seconds)) for seconds in thresholds],
        percentiles=[(round(100 * share), curve.percentile(share)) for share in kpi.PERCENTILES] if enough else [],
    )


@dataclass(frozen=True)
class Row:
    """One line of a breakdown: the same waits on both clocks."""

    wall: Figures
    office: Figures


@dataclass(frozen=True)
class Report:
    """Everything that the page shows."""

    whole: Row
    per_channel: list[Row]
    per_theme: list[Row]
    excluded: int


def report(chosen: Slice, now: datetime) -> Report:
    """The report of the slice, with `now` as its cut-off. Breakdowns are named by channel and by theme slug."""
    every = list(chosen.waits())
    waits = [wait for wait in every if not wait.excluded]

    def row(name: str, part: list[Wait]) -> Row:
        return Row(*(figures(name, part, clock, now) for clock in Clock))

    def rows(key: str) -> list[Row]:
        groups: dict[str, list[Wait]] = defaultdict(list)
        for wait in waits:
            groups[getattr(wait, key)].append(wait)
        return [row(name, groups[name]) for name in sorted(groups, key=lambda name: (-len(groups[name]), name))]

    return Report(
        whole=row("", waits),
        per_channel=rows("entry_channel"),
        per_theme=rows("theme"),
        excluded=len(every) - len(waits),
    )
