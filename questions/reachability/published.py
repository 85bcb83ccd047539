"""What may leave the admin about how fast we answer, per quarter (docs/kpi.md, section 4.6).

One fixed grid of periods, calendar quarters, and one fixed moment up to which is counted: figures of overlapping
periods, or of the same period on two days, would give away by subtraction what was merged. Everybody who asked has had
the largest threshold by that moment, so no figure can look better for a question that still waits.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from questions.reachability import kpi
from questions.reachability.models import Kind, Wait
from questions.reachability.weeks import local_day, start_of

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

Began = tuple[str, datetime, datetime | None, str]


@dataclass(frozen=True)
class Quarter:
    """Three months of a year."""

    first: date
    last: date

    @property
    def counted_until(self) -> datetime:
        """The moment up to which answers to its questions are counted."""
        return start_of(self.last + timedelta(days=1)) + timedelta(seconds=LONGEST)


def last_quarter(now: datetime) -> Quarter:
    """The newest quarter that is over, and in which everybody has had the largest threshold."""
    day = local_day(now - timedelta(seconds=LONGEST))
    following = date(day.year, day.month - (day.month - 1) % 3, 1)
    last = following - timedelta(days=1)
    return Quarter(date(last.year, last.month - 2, 1), last)


@dataclass(frozen=True)
class Reached:
    """So many of ten had an answer within a round time."""

    of_ten: int
    seconds: int


@dataclass(frozen=True)
class Speed:
    """How fast one group of questions was answered. `channel` is empty for all of them together."""

    channel: str
    asked: int
    reached: tuple[Reached, ...]
    """The largest share first; empty when not even half had an answer within the largest threshold."""

    @property
    def enough(self) -> bool:
        """Whether there is enough to say anything."""
        return kpi.enough_for_percentiles(self.asked)


@dataclass(frozen=True)
class Published:
    """All that residents see of one quarter."""

    quarter: Quarter
    whole: Speed
    channels: tuple[Speed, ...]
    merged: tuple[str, ...]
    """Channels with too few to stand alone: they are in the whole only."""


def published(quarter: Quarter) -> Published:
    """The figures of real first questions of that quarter, on the wall clock."""
    rows = (
        Wait.objects.real()
        .counted()
        .filter(
            kind=Kind.FIRST,
            started_at__gte=start_of(quarter.first),
            started_at__lt=start_of(quarter.last + timedelta(days=1)),
        )
        .values_list("entry_channel", "started_at", "ended_at", "outcome")
    )
    return figures_of(rows, quarter)


def figures_of(rows: Iterable[Began], quarter: Quarter) -> Published:
    """The figures of these waits: what is few is merged into the whole, and of few in all nothing is told."""
    waits: dict[str, list[kpi.Duration]] = defaultdict(list)
    for channel, started_at, ended_at, outcome in rows:
        waits[channel].append(_duration(started_at, ended_at, outcome, quarter.counted_until))
    cells = kpi.merge_small_cells({channel: len(waits[channel]) for channel in sorted(waits)})
    whole = _speed("", [each for channel in waits.values() for each in channel])
    channels = [_speed(channel, waits[channel]) for channel in cells.shown] if whole.enough else []
    return Published(
        quarter=quarter,
        whole=whole,
        channels=tuple(sorted(channels, key=lambda speed: (-speed.asked, speed.channel))),
        merged=cells.merged if whole.enough else (),
    )


def _duration(started_at: datetime, ended_at: datetime | None, outcome: str, until: datetime) -> kpi.Duration:
    """How long it lasted, as it stood at that moment."""
    if ended_at is None or ended_at > until:
        return kpi.Duration((until - started_at).total_seconds(), kpi.Outcome.OPEN)
    return kpi.Duration((ended_at - started_at).total_seconds(), kpi.Outcome(outcome))


def _speed(channel: str, waits: list[kpi.Duration]) -> Speed:
    curve = kpi.Curve(waits)
    reached = [_reached(curve, of_ten) for of_ten in SHARES] if kpi.enough_for_percentiles(len(waits)) else []
    said = [each for each in reached if each is not None]
    # The largest share, and the half where that says something else.
    told = said[:1] + [each for each in said[1:] if each.of_ten == SHARES[-1] and each.seconds < said[0].seconds]
    return Speed(channel, len(waits), tuple(told))


def _reached(curve: kpi.Curve, of_ten: int) -> Reached | None:
    value = curve.percentile(of_ten / 10).value
    if value is None or value > LONGEST:
        return None
    return Reached(of_ten, next(time for time in ROUND_TIMES if value <= time))
