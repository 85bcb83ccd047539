"""The report: which waits, on which clock, in which figures. The rules are in kpi.py."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from django.db.models import Min

from questions.reachability import kpi
from questions.reachability.measured_since import answers_measured_since, not_measured
from questions.reachability.weeks import (
    STANDARD,
    Threshold,
    Week,
    WeekWatches,
    is_provisional,
    local_day,
    start_of,
    weeks,
)
from questions.waits.clocks import Clock, Stopwatch, stopwatch
from questions.waits.measures import KPI_CHANNELS, Measure, headline_of, shown_for
from questions.waits.models import Source, Wait, WaitKind, WaitQuerySet

DEFAULT_DAYS = 56
# Up to here every step of F is listed; beyond, the thresholds say enough.
STEPS_LISTED = 40


@dataclass(frozen=True)
class ReportFilter:
    """The waits that a report is about. `first` and `last` are days on which a wait began, both included."""

    first: date
    last: date
    sample: bool = False
    channel: str = ""
    theme: str = ""
    district: str = ""
    language: str = ""
    kind: str = WaitKind.FIRST

    @property
    def is_narrow(self) -> bool:
        """Returns whether it chooses theme, district and language: such a slice is shown from 10 waits up only."""
        return bool(self.theme and self.district and self.language)

    def waits(self) -> WaitQuerySet:
        """Returns the waits, samples or real ones, never both; excluded ones too."""
        chosen = Wait.objects.sample() if self.sample else Wait.objects.real()
        chosen = chosen.filter(
            started_at__gte=start_of(self.first),
            started_at__lt=start_of(self.last + timedelta(days=1)),
        )
        for name in ("channel", "theme", "district", "language", "kind"):
            if value := getattr(self, name):
                chosen = chosen.filter(**{"entry_channel" if name == "channel" else name: value})
        return chosen

    def days_told(self, now: datetime) -> tuple[date, date]:
        """Returns the first and last day of the weeks to show: not before anything was recorded, not after today.

        Weeks before the first question are shown up to the length of the standard report.
        """
        kept = Wait.objects.sample() if self.sample else Wait.objects.real()
        today = local_day(now)
        earliest = kept.aggregate(at=Min("started_at"))["at"]
        begun = min(local_day(earliest) if earliest else today, today - timedelta(days=DEFAULT_DAYS))
        return max(self.first, begun), min(self.last, today)


@dataclass(frozen=True)
class WaitFigures:
    """The figures of a set of waits on one clock."""

    name: str
    clock: Clock
    curve: kpi.Curve
    within: list[tuple[int, kpi.CurveStep]]
    percentiles: list[tuple[int, kpi.Percentile]]

    @property
    def counts(self) -> kpi.Counts:
        """Returns the numbers of waits: asked, answered, open, and ended without an answer."""
        return self.curve.counts

    @property
    def enough(self) -> bool:
        """Returns whether percentiles may be shown."""
        return kpi.enough_for_percentiles(self.counts.asked)

    @property
    def steps(self) -> tuple[kpi.CurveStep, ...]:
        """Returns every time at which somebody was answered; empty when there are more than STEPS_LISTED."""
        return self.curve.steps if len(self.curve.steps) <= STEPS_LISTED else ()


def figures(
    name: str, waits: Iterable[Wait], clock: Clock, now: datetime, measure: Measure = Measure.REACTION
) -> WaitFigures:
    """Returns the figures of these waits; percentiles only when there are enough."""
    return figures_on_clock(name, waits, clock, stopwatch(clock, now, measure))


def figures_on_clock(name: str, waits: Iterable[Wait], clock: Clock, watch: Stopwatch) -> WaitFigures:
    """Returns what `figures` returns, timed with the caller's stopwatch of that clock."""
    curve = kpi.Curve(watch(wait) for wait in waits)
    thresholds = kpi.WALL_THRESHOLDS if clock is Clock.WALL else kpi.OFFICE_THRESHOLDS
    enough = kpi.enough_for_percentiles(curve.counts.asked)
    return WaitFigures(
        name=name,
        clock=clock,
        curve=curve,
        within=[(int(seconds), curve.step_at(seconds)) for seconds in thresholds],
        percentiles=[(round(100 * share), curve.percentile(share)) for share in kpi.PERCENTILES] if enough else [],
    )


@dataclass(frozen=True)
class MeasureLine:
    """The figures of one measure for a set of waits, on both clocks."""

    measure: Measure
    wall: WaitFigures
    office: WaitFigures

    def step_at(self, threshold: Threshold) -> kpi.CurveStep:
        """Returns the share answered within a threshold, with its limits."""
        return (self.wall if threshold.clock is Clock.WALL else self.office).curve.step_at(threshold.seconds)


@dataclass(frozen=True)
class ReportRow:
    """The figures of some waits: first reaction, real answer and, where there is one, sign of life.

    The headline is first.
    """

    name: str
    lines: list[MeasureLine]

    @property
    def headline(self) -> MeasureLine:
        """Returns the line of the measure that comes first."""
        return self.lines[0]

    def line(self, measure: Measure) -> MeasureLine:
        """Returns the line of one measure."""
        return next(line for line in self.lines if line.measure is measure)

    @property
    def counts(self) -> kpi.Counts:
        """Returns the counts of the first reaction."""
        return self.line(Measure.REACTION).wall.counts

    @property
    def answers(self) -> kpi.Counts:
        """Returns the counts of the real answer."""
        return self.line(Measure.ANSWER).wall.counts


@dataclass(frozen=True)
class Coverage:
    """How the waits came to be known: by the site itself, entered by staff, imported, made up."""

    measured: int
    staff: int
    imported: int
    sample: int

    @classmethod
    def of(cls, waits: Iterable[Wait]) -> "Coverage":
        """Returns the number of waits by their source."""
        found = Counter(wait.source for wait in waits)
        return cls(found[Source.MEASURED], found[Source.STAFF], found[Source.IMPORT], found[Source.SAMPLE])


@dataclass(frozen=True)
class Report:
    """The report of the chosen waits at one cut-off: as a whole, per channel, per theme and per week."""

    whole: ReportRow
    kpi_channels: list[ReportRow]
    beside: list[ReportRow]
    per_theme: list[ReportRow]
    weeks: list[Week]
    threshold: Threshold
    excluded: int
    not_measured: int
    """Of so many it is unknown whether a real answer followed: they had their reaction before `measured_since`."""
    measured_since: datetime | None
    coverage: Coverage
    provisional: bool
    withheld: bool
    """Too narrow a slice for the few waits in it: nothing of it is shown."""


def report(chosen: ReportFilter, now: datetime, threshold: Threshold = STANDARD) -> Report:
    """Returns the report with `now` as its cut-off. Breakdowns are named by channel and by theme slug."""
    every = list(chosen.waits())
    since = answers_measured_since()
    waits = [wait for wait in every if not wait.excluded]
    # Every wait stands in the whole, in its channel, its theme and its week: it is timed once.
    watches = {(clock, measure): cache(stopwatch(clock, now, measure)) for clock in Clock for measure in Measure}
    shown = {Clock.WALL: kpi.WALL_THRESHOLDS, Clock.OFFICE: kpi.OFFICE_THRESHOLDS}

    def row(name: str, channel: str, part: list[Wait]) -> ReportRow:
        def line(measure: Measure) -> MeasureLine:
            return MeasureLine(
                measure, *(figures_on_clock(name, part, clock, watches[clock, measure]) for clock in Clock)
            )

        return ReportRow(name, [line(measure) for measure in shown_for(channel, part)])

    def groups(key: str) -> dict[str, list[Wait]]:
        found: dict[str, list[Wait]] = defaultdict(list)
        for wait in waits:
            found[getattr(wait, key)].append(wait)
        return {name: found[name] for name in sorted(found, key=lambda name: (-len(found[name]), name))}

    channels = groups("entry_channel")
    week_watches = WeekWatches(
        headline_of(chosen.channel),
        reaction=watches[threshold.clock, Measure.REACTION],
        answer=watches[threshold.clock, Measure.ANSWER],
    )
    return Report(
        whole=row("", chosen.channel, waits),
        kpi_channels=[row(name, name, part) for name, part in channels.items() if name in KPI_CHANNELS],
        beside=[row(name, name, part) for name, part in channels.items() if name not in KPI_CHANNELS],
        per_theme=[row(name, chosen.channel, part) for name, part in groups("theme").items()],
        weeks=weeks(waits, *chosen.days_told(now), threshold, week_watches, now),
        threshold=threshold,
        excluded=len(every) - len(waits),
        not_measured=not_measured(waits, since),
        measured_since=since,
        coverage=Coverage.of(waits),
        provisional=any(is_provisional(waits, chosen.last, clock, shown[clock], now) for clock in Clock),
        withheld=chosen.is_narrow and kpi.is_small_cell(len(waits)),
    )
