"""The figures of a quarter that may leave the admin (docs/kpi.md, section 4.6).

One fixed grid of periods, calendar quarters, and one fixed moment up to which is counted: figures of overlapping
periods, or of the same period on two days, would give away by subtraction what was merged. Every wait has had the
largest threshold by that moment, so no figure can look better for a question that still waits.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from questions.reachability import kpi
from questions.reachability.measured_since import answers_measured_since, not_measured
from questions.reachability.weeks import local_day, start_of
from questions.waits.measures import BESIDE, KPI_CHANNELS, End, Measure, end_of, headline_of
from questions.waits.models import Wait, WaitKind

LONGEST = max(kpi.WALL_THRESHOLDS)
MINUTE, HOUR, DAY = 60, 3_600, 86_400
ROUND_TIMES = (
    *(minutes * MINUTE for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * HOUR for hours in (1, 2, 4, 8, 12)),
    *(days * DAY for days in (1, 2, 3, 4, 5)),
)
"""The times that are said; what lies between two is said as the later one, which never flatters."""
SHARES = (9, 8, 5)
"""Of ten: the largest share that was reached is said, and then the half."""


@dataclass(frozen=True)
class MeasuredWait:
    """One wait: when it began, and how it stands for the first reaction, the real answer and the sign of life."""

    channel: str
    started_at: datetime
    reaction: End
    answer: End
    sign: End


@dataclass(frozen=True)
class Quarter:
    """A quarter of a year, by its first and last day."""

    first: date
    last: date

    @property
    def counted_until(self) -> datetime:
        """Returns the moment up to which answers to its questions are counted."""
        return start_of(self.last + timedelta(days=1)) + timedelta(seconds=LONGEST)


def last_quarter(now: datetime) -> Quarter:
    """Returns the newest quarter that is over and in which every wait has had the largest threshold."""
    day = local_day(now - timedelta(seconds=LONGEST))
    following = date(day.year, day.month - (day.month - 1) % 3, 1)
    last = following - timedelta(days=1)
    return Quarter(date(last.year, last.month - 2, 1), last)


@dataclass(frozen=True)
class ReachedShare:
    """The seconds within which this many of ten questions had an answer."""

    of_ten: int
    seconds: int


@dataclass(frozen=True)
class GroupSpeed:
    """How fast one group of questions was answered. `channel` is empty for several channels together."""

    channel: str
    asked: int
    reached: Mapping[Measure, tuple[ReachedShare, ...]]
    """The headline first; of each measure the largest share first, none when half took longer than LONGEST."""

    @property
    def enough(self) -> bool:
        """Returns whether there are enough waits to say anything."""
        return kpi.enough_for_percentiles(self.asked)

    @property
    def headline(self) -> tuple[ReachedShare, ...]:
        """Returns the shares of the headline; empty when there is nothing to say."""
        return next(iter(self.reached.values()), ())


@dataclass(frozen=True)
class Group:
    """Channels whose figures stand together on the page."""

    whole: GroupSpeed | None
    """All channels together; None for a single channel, and where each stands under its own name only."""
    channels: tuple[GroupSpeed, ...]
    merged: tuple[str, ...]
    """Channels with too few to stand alone."""

    @property
    def speeds(self) -> tuple[GroupSpeed, ...]:
        """Returns the speed of all channels together, when there is one, and of each channel that stands alone."""
        return (self.whole, *self.channels) if self.whole else self.channels

    @property
    def enough(self) -> bool:
        """Returns whether any of these speeds has enough waits to say anything."""
        return any(speed.enough for speed in self.speeds)


@dataclass(frozen=True)
class QuarterFigures:
    """All that residents see of one quarter: the four channels of KPI Bereikbaarheid, and the other channels."""

    quarter: Quarter
    kpi: Group
    beside: Group
    measured_since: datetime | None = None
    """Real answers to some of these questions were not measured before this moment."""

    @property
    def enough(self) -> bool:
        """Returns whether any group has enough waits to say anything."""
        return self.kpi.enough or self.beside.enough

    def alone(self, channel: str) -> GroupSpeed | None:
        """Returns the speed of one channel; None when it has too few waits to say anything about it alone."""
        speeds = (*self.kpi.channels, *self.beside.channels)
        return next((each for each in speeds if each.channel == channel and each.enough), None)


def quarter_figures(quarter: Quarter) -> QuarterFigures:
    """Returns the figures of the real first questions of this quarter, on the wall clock."""
    waits = (
        Wait.objects.real()
        .counted()
        .filter(
            kind=WaitKind.FIRST,
            started_at__gte=start_of(quarter.first),
            started_at__lt=start_of(quarter.last + timedelta(days=1)),
        )
    )
    kept = list(waits)
    found = figures_of(
        (
            MeasuredWait(wait.entry_channel, wait.started_at, *(end_of(wait, measure) for measure in MEASURES))
            for wait in kept
        ),
        quarter,
    )
    since = answers_measured_since()
    return replace(found, measured_since=since) if not_measured(kept, since) else found


MEASURES = (Measure.REACTION, Measure.ANSWER, Measure.SIGN)


def figures_of(waits: Iterable[MeasuredWait], quarter: Quarter) -> QuarterFigures:
    """Returns the figures of these waits.

    A channel with few waits has no figure of its own; with few waits in all there is no figure.
    """
    per_channel: dict[str, list[MeasuredWait]] = defaultdict(list)
    for wait in waits:
        per_channel[wait.channel].append(wait)
    until = quarter.counted_until
    return QuarterFigures(
        quarter,
        kpi=_group({each: per_channel[each] for each in KPI_CHANNELS if each in per_channel}, until, together=True),
        beside=_group({each: per_channel[each] for each in BESIDE if each in per_channel}, until, together=False),
    )


def _group(waits: Mapping[str, list[MeasuredWait]], until: datetime, *, together: bool) -> Group:
    """Returns the figures of these channels; with `together` also one of all, which counts the small channels too."""
    if together and len(waits) > 1:
        cells = kpi.merge_small_cells({channel: len(waits[channel]) for channel in sorted(waits)})
        whole = _speed("", [each for channel in waits.values() for each in channel], until)
        if not whole.enough:
            return Group(whole, (), ())
        shown, merged = cells.shown, cells.merged
    else:
        whole = None
        shown = tuple(each for each in sorted(waits) if not kpi.is_small_cell(len(waits[each])))
        merged = tuple(each for each in sorted(waits) if each not in shown)
    channels = [_speed(channel, waits[channel], until) for channel in shown]
    return Group(whole, tuple(sorted(channels, key=lambda speed: (-speed.asked, speed.channel))), merged)


def _duration(started_at: datetime, end: End, until: datetime) -> kpi.Duration:
    """Returns the seconds and the outcome of a wait as it stood at `until`."""
    ended_at, outcome = end
    if ended_at is None or ended_at > until:
        return kpi.Duration((until - started_at).total_seconds(), kpi.OutcomeCode.OPEN)
    return kpi.Duration((ended_at - started_at).total_seconds(), kpi.OutcomeCode(outcome))


def _speed(channel: str, waits: list[MeasuredWait], until: datetime) -> GroupSpeed:
    measures = [Measure.REACTION, Measure.ANSWER]
    if headline_of(channel) is Measure.ANSWER:
        measures = [Measure.ANSWER, Measure.REACTION, Measure.SIGN]
    reached: dict[Measure, tuple[ReachedShare, ...]] = {}
    if kpi.enough_for_percentiles(len(waits)):
        for measure in measures:
            ends = (getattr(wait, measure.value) for wait in waits)
            durations = [_duration(wait.started_at, end, until) for wait, end in zip(waits, ends, strict=True)]
            reached[measure] = _published_shares(kpi.Curve(durations))
    return GroupSpeed(channel, len(waits), reached)


def _published_shares(curve: kpi.Curve) -> tuple[ReachedShare, ...]:
    """Returns the largest share that was reached, and the half where that was reached sooner."""
    said = [each for each in (_reached(curve, of_ten) for of_ten in SHARES) if each is not None]
    return tuple(said[:1] + [each for each in said[1:] if each.of_ten == SHARES[-1] and each.seconds < said[0].seconds])


def _reached(curve: kpi.Curve, of_ten: int) -> ReachedShare | None:
    value = curve.percentile(of_ten / 10).value
    if value is None or value > LONGEST:
        return None
    return ReachedShare(of_ten, next(time for time in ROUND_TIMES if value <= time))
