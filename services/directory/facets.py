"""Which organisations fit what was chosen, and how many would fit each other choice. Pure: standard library only.

Of every facet one value can be chosen. An organisation fits when it has all chosen values. In the facets of OPEN an
organisation without any value is for everybody: it fits every choice.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

THEME, DISTRICT, AUDIENCE, COST, LANGUAGE, WHEELCHAIR, PLACE = (
    "theme",
    "district",
    "audience",
    "cost",
    "language",
    "wheelchair",
    "place",
)
FACETS = (THEME, DISTRICT, AUDIENCE, COST, LANGUAGE, WHEELCHAIR, PLACE)
OPEN = frozenset({DISTRICT, AUDIENCE})


class Offered(Protocol):
    """The attributes of an organisation that the facets need."""

    @property
    def facets(self) -> Mapping[str, frozenset[str]]:
        """Returns its values, for every facet."""

    @property
    def line(self) -> str:
        """Returns its words as one line, as `index_of` makes it, in which ` word` finds every word that begins so."""


Entry = TypeVar("Entry", bound=Offered)


@dataclass
class Sifted(Generic[Entry]):
    """The entries that fit, in their original order, and the counts of every choice."""

    found: list[Entry] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {facet: Counter() for facet in FACETS})
    for_all: Counter[str] = field(default_factory=Counter)

    def count(self, facet: str, value: str) -> int:
        """Returns how many entries would fit if this value were chosen, with everything else unchanged."""
        return self.counts[facet][value] + self.for_all[facet]


def sift(entries: Iterable[Entry], chosen: Mapping[str, str], words: Iterable[str] = ()) -> Sifted[Entry]:
    """Returns the entries that fit and hold every word, and the counts of every other choice, in one pass."""
    sifted: Sifted[Entry] = Sifted()
    begins = [f" {word}" for word in words]
    for entry in entries:
        if any(begin not in entry.line for begin in begins):
            continue
        unfit = [facet for facet, value in chosen.items() if not fits(entry, facet, value)]
        if len(unfit) > 1:
            continue
        if not unfit:
            sifted.found.append(entry)
        # What lacks one chosen value would be there if another value of that facet were chosen.
        for facet in unfit or FACETS:
            values = entry.facets[facet]
            if values:
                counter = sifted.counts[facet]
                for value in values:
                    counter[value] += 1
            elif facet in OPEN:
                sifted.for_all[facet] += 1
    return sifted


def fits(entry: Offered, facet: str, value: str) -> bool:
    """Returns whether an entry has this value of a facet, or is for everybody in it."""
    values = entry.facets[facet]
    return value in values or (facet in OPEN and not values)


def is_meant(entry: Offered, chosen: Mapping[str, str]) -> bool:
    """Returns whether an entry has every chosen value of the open facets itself, and is not only for everybody."""
    return all(value in entry.facets[facet] for facet, value in chosen.items() if facet in OPEN)
