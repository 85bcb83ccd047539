"""How many objections, complaints and reports were received in a year, and what became of them (the KPI *klachten*)."""

from collections import Counter
from dataclasses import dataclass, field, fields

from django.db.models.functions import ExtractYear

from questions.desk_choices import FormalKind
from questions.models import FormalMatter

SMALLEST = 10
"""What leaves the admin has no cell under this number: it is merged into the level above (docs/kpi.md, section 4)."""


@dataclass(frozen=True)
class MatterCounts:
    """Of the matters received in one period: how many were found admissible or not, and how many are resolved."""

    received: int = 0
    admissible: int = 0
    inadmissible: int = 0
    resolved: int = 0

    def __add__(self, other: "MatterCounts") -> "MatterCounts":
        return MatterCounts(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


@dataclass(frozen=True)
class MatterYear:
    """One year, by kind."""

    year: int
    kinds: dict[FormalKind, MatterCounts] = field(default_factory=dict)

    @property
    def whole(self) -> MatterCounts:
        """Returns the counts of every kind together."""
        return sum(self.kinds.values(), MatterCounts())


@dataclass(frozen=True)
class SharedRow:
    """A row of what leaves the admin: these kinds together, in these years together. None is too small to be told."""

    years: tuple[int, ...]
    kinds: tuple[FormalKind, ...]
    received: int
    admissible: int | None
    inadmissible: int | None
    resolved: int | None


def matter_years() -> list[MatterYear]:
    """Returns the years in which matters were received, the newest first, with every kind in each."""
    found: Counter[tuple[int, str, str]] = Counter()
    rows = FormalMatter.objects.annotate(year=ExtractYear("received_on")).values_list(
        "year", "kind", "admissible_on", "inadmissible_on", "resolved_on"
    )
    for year, kind, admissible, inadmissible, resolved in rows:
        happened = {"received": True, "admissible": admissible, "inadmissible": inadmissible, "resolved": resolved}
        found.update((year, kind, name) for name, day in happened.items() if day)
    years = sorted({year for year, _kind, _name in found}, reverse=True)
    return [
        MatterYear(
            year,
            {
                kind: MatterCounts(*(found[year, kind.value, each.name] for each in fields(MatterCounts)))
                for kind in FormalKind
            },
        )
        for year in years
    ]


def shared_rows(years: list[MatterYear]) -> list[SharedRow]:
    """Returns what may leave the admin: kinds with too few are merged within their year, and so are years.

    No row can be found by taking others from a total, for there is no total. What stays too small is left out.
    """
    rows: list[SharedRow] = []
    small: list[MatterYear] = []
    for year in years:
        groups = _merged(year)
        if groups is None:
            small.append(year)
        else:
            rows += [_row((year.year,), kinds, counts) for kinds, counts in groups]
    together = sum((year.whole for year in small), MatterCounts())
    if together.received >= SMALLEST:
        rows.append(_row(tuple(year.year for year in small), tuple(FormalKind), together))
    return rows


def _merged(year: MatterYear) -> list[tuple[tuple[FormalKind, ...], MatterCounts]] | None:
    """Returns the kinds of a year in groups of SMALLEST or more; None when the whole year has fewer."""
    listed = [(kind, counts) for kind, counts in year.kinds.items() if counts.received]
    few = [each for each in listed if each[1].received < SMALLEST]
    many = sorted((each for each in listed if each[1].received >= SMALLEST), key=lambda each: -each[1].received)
    while few and sum(counts.received for _kind, counts in few) < SMALLEST:
        if not many:
            return None
        few.append(many.pop())
    groups: list[tuple[tuple[FormalKind, ...], MatterCounts]] = [
        ((kind,), counts) for kind, counts in listed if (kind, counts) in many
    ]
    if few:
        merged = sum((counts for _kind, counts in few), MatterCounts())
        groups.append((tuple(kind for kind, _counts in listed if kind in dict(few)), merged))
    return groups


def _row(years: tuple[int, ...], kinds: tuple[FormalKind, ...], counts: MatterCounts) -> SharedRow:
    told = [_told(getattr(counts, name), counts.received) for name in ("admissible", "inadmissible", "resolved")]
    return SharedRow(years, kinds, counts.received, *told)


def _told(number: int, of: int) -> int | None:
    """Returns the number; None when it, or what is left of the whole, is too small to be told."""
    return number if number >= SMALLEST and (of - number >= SMALLEST or number == of) else None
