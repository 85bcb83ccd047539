"""The figures of the KPI Bereikbaarheid: how long people wait, with everybody who waits counted.

The rules are those of docs/kpi.md, "Statistics" (definition 2). One promise stands behind all of them: a
question that waits, or that nobody answered, never makes a figure look better.

Pure rules on plain values: no clock, no database. What goes in are waits as (seconds, outcome), measured on
one clock, wall or office, and never a mix of the two. For an answered wait the seconds are those from start
to answer, for an open wait its age at the cut-off, for a wait that ended without an answer those until its
end. Waits that a person excluded are left out by the caller, who shows their number beside the figures,
together with the coverage.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypedDict, TypeVar

DEFINITION_VERSION = 2

PERCENTILES = (0.5, 0.8, 0.9)

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
WALL_THRESHOLDS = (_MINUTE, 5 * _MINUTE, _HOUR, 4 * _HOUR, _DAY, 2 * _DAY, 5 * _DAY)
"""Seconds for "answered within" on the wall clock: 1 and 5 minutes, 1 and 4 hours, 1, 2 and 5 days."""
OFFICE_THRESHOLDS = (_HOUR, 4 * _HOUR, 8 * _HOUR, 16 * _HOUR)
"""Seconds for "answered within" on the office clock: 1, 4, 8 and 16 open hours."""

ENOUGH_FOR_PERCENTILES = 20
SMALL_CELL = 10
TOLERANCE = 1e-9
NORMAL_95 = 1.959963984540054
DECIMALS = 6


class OutcomeCode(StrEnum):
    """How a wait stands at the cut-off of the report."""

    ANSWERED = "answered"
    OPEN = "open"
    LEFT = "left"
    WITHDRAWN = "withdrawn"
    CLOSED_UNANSWERED = "closed_unanswered"
    UNREACHABLE = "unreachable"


ENDED_WITHOUT_ANSWER = frozenset(
    {OutcomeCode.LEFT, OutcomeCode.WITHDRAWN, OutcomeCode.CLOSED_UNANSWERED, OutcomeCode.UNREACHABLE}
)
"""These count as waiting for ever: they stay among those at risk at every moment and are never answered."""


class Duration(NamedTuple):
    """One wait on one clock: seconds to the answer, to the cut-off (open) or to the end without an answer."""

    seconds: float
    outcome: OutcomeCode


def read_durations(rows: object) -> tuple[Duration, ...]:
    """Returns the waits in `rows`, such as `[[60, "answered"], [600, "open"]]` from a JSON file, in the same order.

    Raises ValueError, naming the row (the first is row 1): not a pair, seconds that are no number, not finite or
    negative, an unknown outcome; or `rows` that is no list of rows.
    """
    if not isinstance(rows, Iterable) or isinstance(rows, str | bytes | Mapping):
        raise ValueError("expected a list of [seconds, outcome]")
    return tuple(_read(number, row) for number, row in enumerate(rows, start=1))


def _read(number: int, row: object) -> Duration:
    if not isinstance(row, list | tuple) or len(row) != 2:
        raise ValueError(f"row {number}: expected [seconds, outcome], got {row!r}")
    seconds, outcome = row
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise ValueError(f"row {number}: seconds must be a number, got {seconds!r}")
    if not 0 <= seconds < math.inf:  # also refuses NaN, which compares false with everything
        raise ValueError(f"row {number}: seconds must be finite and not negative, got {seconds!r}")
    try:
        return Duration(seconds, OutcomeCode(outcome))
    except ValueError as error:
        known = ", ".join(OutcomeCode)
        raise ValueError(f"row {number}: unknown outcome {outcome!r}; one of {known}") from error


@dataclass(frozen=True)
class Counts:
    """The numbers that always stand beside the figures; every wait is in `asked` and in exactly one outcome."""

    asked: int
    answered: int
    open: int
    oldest_open: float | None
    """Age in seconds of the oldest open wait; None when nothing is open."""
    left: int
    withdrawn: int
    closed_unanswered: int
    unreachable: int


def count(durations: Iterable[Duration]) -> Counts:
    """Returns how many of these waits have each outcome, and the age of the oldest open one in seconds."""
    waits = tuple(durations)
    per_outcome = Counter(wait.outcome for wait in waits)
    return Counts(
        asked=len(waits),
        answered=per_outcome[OutcomeCode.ANSWERED],
        open=per_outcome[OutcomeCode.OPEN],
        oldest_open=max((wait.seconds for wait in waits if wait.outcome is OutcomeCode.OPEN), default=None),
        left=per_outcome[OutcomeCode.LEFT],
        withdrawn=per_outcome[OutcomeCode.WITHDRAWN],
        closed_unanswered=per_outcome[OutcomeCode.CLOSED_UNANSWERED],
        unreachable=per_outcome[OutcomeCode.UNREACHABLE],
    )


class CurveStep(NamedTuple):
    """F from `seconds` on, up to the next answer: the share answered within that time and its 95% limits."""

    seconds: float
    share: float
    low: float
    high: float

    @property
    def has_interval(self) -> bool:
        """Returns whether there is an interval: not at 0 and at 1, where the method gives none and screens print none.

        At 0 the share says "none of 20". At 1 it says "all 20" only when nothing is open: a wait younger than the last
        answer is no longer at risk, so F can be 1 while somebody still waits.
        """
        return 0 < self.share < 1


_NOBODY_YET = CurveStep(0, 0.0, 0.0, 0.0)


class Percentile(NamedTuple):
    """Seconds within which a share of everybody who asked had an answer; None is "not reached"."""

    value: float | None
    low: float | None
    high: float | None


class PercentileJson(TypedDict):
    """One percentile in the answer of `reachability --from-json`."""

    value: float | None
    low: float | None
    high: float | None


class CurveJson(TypedDict):
    """The answer of `reachability --from-json`; a row of F is [seconds, share, low, high]."""

    n: int
    open: int
    P: dict[str, PercentileJson]
    F: list[list[float]]


class Curve:
    """F(t), the share answered within t, of one set of waits: computed once, then read at any time t.

    F is 1 minus the Kaplan-Meier product over the times tj <= t at which somebody was answered, of 1 - a/n: a waits
    answered at tj, n waits whose duration is at least tj. A wait that ended without an answer lasts for ever; an open
    wait is censored at its age, so one as old as tj is still in n. The order of the waits does not matter. Of no waits
    at all every share is 0 and no percentile is reached.

    The interval is the log-log one with Greenwood's variance. F within 1e-9 of 0 or 1 is 0 or 1, and both limits are
    then F itself.

    Raises ValueError, naming the row, for a wait that cannot be read; see `read_durations`.
    """

    def __init__(self, waits: Iterable[tuple[float, str]]) -> None:
        durations = read_durations(waits)
        self.counts = count(durations)
        self.steps = tuple(_steps(durations))
        """One step per time with an answer, from early to late."""
        self._times = [step.seconds for step in self.steps]

    def step_at(self, seconds: float) -> CurveStep:
        """Returns the step in force at `seconds`; before the first answer one with share and limits 0.

        Raises ValueError for a time that is negative or not a number.
        """
        if not seconds >= 0:
            raise ValueError(f"a time must be a number of seconds, not negative; got {seconds!r}")
        index = bisect_right(self._times, seconds) - 1
        return self.steps[index] if index >= 0 else _NOBODY_YET

    def answered_within(self, seconds: float) -> float:
        """Returns F(seconds), from 0 to 1: the share of everybody who asked that was answered within that time.

        Raises ValueError for a time that is negative or not a number.
        """
        return self.step_at(seconds).share

    def percentile(self, share: float) -> Percentile:
        """Returns the smallest time in seconds at which F reaches `share`, with its 95% interval.

        `low` is the first time whose upper limit reaches the share, `high` the first whose lower limit does. Shown on a
        screen only when there are `enough_for_percentiles`. Raises ValueError for a share not in (0, 1].
        """
        if not 0 < share <= 1:
            raise ValueError(f"a percentile is a share above 0 and up to 1; got {share!r}")
        reached = share - TOLERANCE
        return Percentile(
            value=next((step.seconds for step in self.steps if step.share >= reached), None),
            low=next((step.seconds for step in self.steps if step.high >= reached), None),
            high=next((step.seconds for step in self.steps if step.low >= reached), None),
        )

    def to_json(self) -> CurveJson:
        """Returns what `reachability --from-json` prints: shares in six decimals, None (null) for not reached.

        Whole seconds are whole numbers. The n >= 20 rule is for screens and does not apply here.
        """
        return CurveJson(
            n=self.counts.asked,
            open=self.counts.open,
            P={str(share): _percentile_json(self.percentile(share)) for share in PERCENTILES},
            F=[
                [_plain(step.seconds), *(round(part, DECIMALS) for part in (step.share, step.low, step.high))]
                for step in self.steps
            ],
        )


def _steps(durations: Iterable[Duration]) -> Iterator[CurveStep]:
    waits = tuple(durations)
    answered = Counter(wait.seconds for wait in waits if wait.outcome is OutcomeCode.ANSWERED)
    open_ages = sorted(wait.seconds for wait in waits if wait.outcome is OutcomeCode.OPEN)
    answered_before = 0
    unanswered_share = 1.0
    variance_sum = 0.0
    for seconds, now in sorted(answered.items()):
        at_risk = len(waits) - answered_before - bisect_left(open_ages, seconds)
        unanswered_share *= (at_risk - now) / at_risk
        if now < at_risk:
            variance_sum += now / (at_risk * (at_risk - now))
        answered_before += now
        share = _settled(1 - unanswered_share)
        yield CurveStep(seconds, share, *_limits(share, variance_sum))


def _settled(share: float) -> float:
    """Returns the share without the rounding of the product where that is within TOLERANCE of 0 or 1."""
    if share <= TOLERANCE:
        return 0.0
    return 1.0 if share >= 1 - TOLERANCE else share


def _limits(share: float, variance_sum: float) -> tuple[float, float]:
    """Returns the lower and upper 95% limit of F on the log-log scale, which keeps both between 0 and 1."""
    if not 0 < share < 1:
        return share, share
    error = (1 - share) * math.sqrt(variance_sum)
    width = NORMAL_95 * error / abs(share * math.log(share))
    return share ** math.exp(width), share ** math.exp(-width)


def _percentile_json(percentile: Percentile) -> PercentileJson:
    value, low, high = (None if part is None else _plain(part) for part in percentile)
    return PercentileJson(value=value, low=low, high=high)


def _plain(seconds: float) -> float:
    return int(seconds) if seconds == int(seconds) else seconds


def enough_for_percentiles(asked: int) -> bool:
    """Returns whether a screen shows percentiles: from ENOUGH_FOR_PERCENTILES waits; below, only counts and F(t)."""
    return asked >= ENOUGH_FOR_PERCENTILES


def is_small_cell(asked: int) -> bool:
    """Returns whether a cell is too small to leave the admin by itself: under 10 waits.

    A slice of theme by district by language needs 10 inside the admin too. Other counts are true there, and live counts
    ("3 are waiting now") are never withheld.
    """
    return asked < SMALL_CELL


Cell = TypeVar("Cell", bound=Hashable)


@dataclass(frozen=True)
class PublishedCells(Generic[Cell]):
    """Which cells of one level may be published: `shown` by themselves, `merged` only in the level above."""

    shown: tuple[Cell, ...]
    merged: tuple[Cell, ...]


def merge_small_cells(asked: Mapping[Cell, int]) -> PublishedCells[Cell]:
    """Returns which cells may leave the admin, given how many waits each holds; both groups in the order of `asked`.

    Cells under 10 are merged. As the level above is published too, subtracting what is shown from it gives the merged
    cells together; while those hold somebody but fewer than 10, the smallest cell that is left (of equals the first) is
    merged with them.
    """
    by_size = sorted(asked, key=lambda cell: asked[cell])
    merged = {cell for cell in by_size if is_small_cell(asked[cell])}
    for cell in by_size:
        if not 0 < sum(asked[each] for each in merged) < SMALL_CELL:
            break
        merged.add(cell)
    return PublishedCells(
        shown=tuple(cell for cell in asked if cell not in merged),
        merged=tuple(cell for cell in asked if cell in merged),
    )


def is_provisional(ages: Iterable[float], thresholds: Iterable[float], *, period_over: bool) -> bool:
    """Returns whether the cohort of one period (by the start of its waits) is marked provisional at the cut-off.

    It is, until the period is over and every wait in it, answered or not, had the time of the largest threshold shown.
    `ages` are the seconds from the start of each wait to the cut-off and `thresholds` the seconds shown, both on the
    same clock.
    """
    needed = max(thresholds, default=0)
    return not period_over or min(ages, default=math.inf) < needed
