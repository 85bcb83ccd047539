"""Which themes are asked about more than before: counts, rate ratios and marks (docs/kpi.md, "Theme monitor").

PURE: no clock, no database. A mark says "worth a look", no more. It is given so sparingly that without any change at
most 5% of the weeks carry one:

1. given all questions of a week and of the 8 weeks before, the number in the week is binomial, with the open days of
   the week as its share of the exposure; the test and the interval (Clopper-Pearson) are exact, from both ends;
2. every theme of a week is tested, also the small ones, and the marks are those of Benjamini-Hochberg at 5%;
3. of these only the themes with 10 questions or more in the week carry it: a ratio of a handful is chance.
"""

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

WEEKS_BEFORE = 8
FROM_COUNT = 10
FALSE_DISCOVERY = 0.05
CONFIDENCE = 0.95
# Halvings of [0, 1]: beyond this a float holds no more.
HALVINGS = 60
# Two sums of the same chances may differ in their last digits.
ROUNDING = 1e-12
# A term this much smaller than the sum changes no digit of it.
NOTHING = 1e-18

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True)
class RatioInterval:
    """An interval of a ratio, both limits included; `high` may be infinite."""

    low: float
    high: float


@dataclass(frozen=True)
class Comparison:
    """One theme in one week against the weeks before: questions and open days of both."""

    count: int
    before: int
    days: int
    days_before: int

    @property
    def ratio(self) -> float:
        """Returns the rate in the week divided by that before; infinite when nobody asked before."""
        return (self.count / self.days) / (self.before / self.days_before) if self.before else math.inf

    @cached_property
    def interval(self) -> RatioInterval:
        """Returns the exact 95% interval of the ratio (Clopper-Pearson)."""
        shares = clopper_pearson(self.count, self.count + self.before)
        return RatioInterval(*(_odds(limit) * self.days_before / self.days for limit in (shares.low, shares.high)))

    @cached_property
    def chance(self) -> float:
        """Returns the two-sided p-value: how likely so large a difference is when nothing has changed."""
        tries, share = self.count + self.before, self.days / (self.days + self.days_before)
        return min(1.0, 2 * min(chance_up_to(self.count, tries, share), chance_from(self.count, tries, share)))


def chance_up_to(count: int, tries: int, share: float) -> float:
    """Returns P(X <= count) for a binomial X with this many tries and this share of success.

    Raises ValueError for a share outside [0, 1] or a negative number of tries.
    """
    if tries < 0 or not 0 <= share <= 1:
        raise ValueError(f"no binomial has {tries} tries with a share of {share}")
    if count < 0:
        return 0.0
    if count >= tries or share == 0:
        return 1.0
    if share == 1:
        return 0.0
    # The tail that falls away from the expected number is summed: its terms only grow smaller.
    if count >= tries * share:
        return max(0.0, 1.0 - _tail(count + 1, tries, share, 1))
    return min(1.0, _tail(count, tries, share, -1))


def chance_from(count: int, tries: int, share: float) -> float:
    """Returns P(X >= count) for a binomial X with this many tries and this share of success.

    Raises ValueError for a share outside [0, 1] or a negative number of tries.
    """
    return chance_up_to(tries - count, tries, 1 - share)


def _tail(first: int, tries: int, share: float, step: int) -> float:
    """Returns the chance of `first` and all beyond it, upwards (step 1) or downwards (-1), until they add nothing."""
    odds = share / (1 - share)
    chance = math.exp(
        math.lgamma(tries + 1) - math.lgamma(first + 1) - math.lgamma(tries - first + 1)
        + first * math.log(share) + (tries - first) * math.log1p(-share)
    )  # fmt: skip
    total, k = 0.0, first
    while 0 <= k <= tries and chance > total * NOTHING:
        total += chance
        chance *= (tries - k) / (k + 1) * odds if step > 0 else k / (tries - k + 1) / odds
        k += step
    return total


def clopper_pearson(count: int, tries: int, confidence: float = CONFIDENCE) -> RatioInterval:
    """Returns the exact interval of a share seen `count` times in `tries`; [0, 1] without tries.

    Raises ValueError for a count that is not between 0 and the tries.
    """
    if not 0 <= count <= tries:
        raise ValueError(f"{count} of {tries} cannot be")
    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else _first_share(lambda share: chance_from(count, tries, share) >= tail)
    high = 1.0 if count == tries else _first_share(lambda share: chance_up_to(count, tries, share) < tail)
    return RatioInterval(low, high)


def _first_share(holds: Callable[[float], bool]) -> float:
    """Returns the share from which on `holds` is true; it is false at 0 and true at 1."""
    low, high = 0.0, 1.0
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return (low + high) / 2


def compare(count: int, before: int, days: int, days_before: int) -> Comparison | None:
    """Returns the comparison of the questions per open day in the week with those in the weeks before.

    None when there is nothing to compare: nobody asked, or one of the two had no open day.
    """
    if not count + before or days <= 0 or days_before <= 0:
        return None
    return Comparison(count, before, days, days_before)


def _odds(share: float) -> float:
    return math.inf if share == 1 else share / (1 - share)


def benjamini_hochberg(chances: Mapping[Name, float], rate: float = FALSE_DISCOVERY) -> frozenset[Name]:
    """Returns the names whose difference is taken for real, given the p-value of each.

    `rate` is the expected share of differences by chance among them.
    """
    ordered = sorted(chances, key=lambda name: chances[name])
    kept = 0
    for rank, name in enumerate(ordered, start=1):
        if chances[name] <= rate * rank / len(ordered) + ROUNDING:
            kept = rank
    return frozenset(ordered[:kept])


@dataclass(frozen=True)
class ThemeLook:
    """One theme in one week: how it compares, and whether it carries a mark."""

    comparison: Comparison | None
    shown: bool
    """Whether ratio and interval are shown: from counts of 10 up."""
    marked: bool
    """Worth a look."""


def theme_looks(
    week: Mapping[Name, int], before: Mapping[Name, int], days: int, days_before: int
) -> dict[Name, ThemeLook]:
    """Returns every theme of a week compared with the weeks before. All are tested; a mark needs a count of 10."""
    names = [*week, *(name for name in before if name not in week)]
    compared = {name: compare(week.get(name, 0), before.get(name, 0), days, days_before) for name in names}
    real = benjamini_hochberg({name: each.chance for name, each in compared.items() if each is not None})
    return {
        name: ThemeLook(
            comparison=each,
            shown=each is not None and each.count >= FROM_COUNT,
            marked=each is not None and each.count >= FROM_COUNT and name in real,
        )
        for name, each in compared.items()
    }


def looks_per_week(
    counts: Sequence[Mapping[Name, int]], open_days: Sequence[int], weeks_before: int = WEEKS_BEFORE
) -> list[dict[Name, ThemeLook]]:
    """Returns the comparison of every week with enough weeks before it. The weeks follow one another without a gap."""
    looks = []
    for place in range(weeks_before, len(counts)):
        window = counts[place - weeks_before : place]
        names = {name: None for week in window for name in week}
        before = {name: sum(week.get(name, 0) for week in window) for name in names}
        looks.append(theme_looks(counts[place], before, open_days[place], sum(open_days[place - weeks_before : place])))
    return looks
