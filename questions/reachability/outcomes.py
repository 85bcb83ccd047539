"""Where questions ended in a quarter, which offers were missing, and how long a first conversation took.

Inside the admin counts are true. What leaves it is merged where a cell is small (docs/kpi.md, section 4.6), and it is
about whole quarters only: figures of overlapping periods would give away by subtraction what was merged.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from questions.models import Gap, Outcome
from questions.privacy.keyring import CannotOpen
from questions.reachability import kpi
from questions.reachability.public_figures import Quarter
from questions.reachability.weeks import local_day

QUARTERS = 8
OTHER = ""


def quarter_of(day: date) -> Quarter:
    """Returns the quarter in which this day lies."""
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    following = date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
    return Quarter(first, following - timedelta(days=1))


def quarters_until(today: date) -> list[Quarter]:
    """Returns the quarter of today and those before it, the newest first."""
    found = [quarter_of(today)]
    while len(found) < QUARTERS:
        found.append(quarter_of(found[-1].first - timedelta(days=1)))
    return found


@dataclass(frozen=True)
class MissingOffer:
    """The words of a colleague on an offer that does not exist; None when their key is missing."""

    day: date
    theme: str
    district: str
    words: str | None


@dataclass(frozen=True)
class Intake:
    """Days from a question to its first conversation; `half` and `nine_of_ten` are None for fewer than 20."""

    count: int
    half: int | None
    nine_of_ten: int | None


@dataclass(frozen=True)
class Outcomes:
    """The figures of one quarter; `counts` is by destination and theme, `unsaid` settled nothing that is known."""

    quarter: Quarter
    counts: Mapping[tuple[str, str], int]
    no_offer: int
    gaps: tuple[MissingOffer, ...]
    intake: Intake

    @property
    def total(self) -> int:
        """Returns how many questions ended somewhere."""
        return sum(self.counts.values())

    def by_destination(self) -> Counter[str]:
        """Returns how many questions ended at each destination."""
        found: Counter[str] = Counter()
        for (destination, _theme), number in self.counts.items():
            found[destination] += number
        return found

    def by_theme(self) -> Counter[str]:
        """Returns how many questions of each theme ended somewhere."""
        found: Counter[str] = Counter()
        for (_destination, theme), number in self.counts.items():
            found[theme] += number
        return found


def outcomes_in(quarter: Quarter, today: date) -> Outcomes:
    """Returns the figures of this quarter, up to today."""
    ended = Outcome.objects.filter(settled_on__range=(quarter.first, quarter.last))
    talked = Outcome.objects.filter(first_conversation_on__range=(quarter.first, min(quarter.last, today)))
    days = [(talk - asked).days for asked, talk in talked.values_list("asked_on", "first_conversation_on") if talk]
    return Outcomes(
        quarter=quarter,
        counts=Counter(ended.values_list("destination", "theme")),
        no_offer=ended.filter(no_offer=True).count(),
        gaps=tuple(_gaps(quarter)),
        intake=intake_of(days),
    )


def intake_of(days: list[int]) -> Intake:
    """Returns count, median and the 90th percentile: the smallest number of days within which so many had one."""
    ordered = sorted(days)

    def within(share: float) -> int | None:
        if not kpi.enough_for_percentiles(len(ordered)):
            return None
        return ordered[math.ceil(share * len(ordered) - 1e-9) - 1]

    return Intake(len(ordered), within(0.5), within(0.9))


def _gaps(quarter: Quarter) -> list[MissingOffer]:
    rows = Gap.objects.filter(outcome__settled_on__range=(quarter.first, quarter.last)).select_related("outcome")
    found = []
    for gap in rows.order_by("-at", "-pk"):
        try:
            words: str | None = gap.words()
        except CannotOpen:
            words = None
        found.append(MissingOffer(local_day(gap.at), gap.outcome.theme, gap.outcome.district, words))
    return found


def published(outcomes: Outcomes) -> list[tuple[str, str, int]]:
    """Returns rows of destination, theme and number that may leave the admin; OTHER is what was merged.

    A destination with too few questions is merged with the smallest others; within one that is shown, a theme is. Empty
    when all together are too few.
    """
    if kpi.is_small_cell(outcomes.total):
        return []
    rows: list[tuple[str, str, int]] = []
    totals = outcomes.by_destination()
    cells = kpi.merge_small_cells(dict(sorted(totals.items())))
    for destination in cells.shown:
        themes = {theme: number for (ended, theme), number in sorted(outcomes.counts.items()) if ended == destination}
        inside = kpi.merge_small_cells(themes)
        rows += [(destination, theme, themes[theme]) for theme in inside.shown]
        if inside.merged:
            rows.append((destination, OTHER, sum(themes[theme] for theme in inside.merged)))
    if cells.merged:
        rows.append((OTHER, OTHER, sum(totals[destination] for destination in cells.merged)))
    return rows
