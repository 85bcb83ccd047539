"""What there is to know about a kind of row: its file, how an entry is read, and how it is written."""

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from services.content.files import Document, Report

Place = tuple[str | int, ...]
Values = dict[str, Any]
APPOINTMENT = " by appointment"


@dataclass(frozen=True)
class Row:
    """A row as it should be, and where it stands."""

    kind: str
    slug: str
    values: Values
    document: Document = field(compare=False)
    place: Place = field(compare=False)


@dataclass
class Reader:
    """Takes values out of one entry of a file; whatever is missing or wrong is reported."""

    document: Document
    entry: dict[str, Any]
    place: Place
    report: Report

    def fault(self, message: str, *place: str | int) -> None:
        """Reports at a place within this entry."""
        self.report(self.document.fault(message, *self.place, *place))

    def only(self, *names: str) -> None:
        """Reports names that do not belong here."""
        for name in self.entry:
            if name not in names:
                self.fault("is not known here", name)

    def text(self, name: str, default: str | None = None) -> str:
        """A text; required when there is no default."""
        value = self.entry.get(name, default)
        if value in (None, "") and default is None:
            self.fault("must be filled in", name)
        return "" if value is None else str(value).strip()

    def number(self, name: str, default: int) -> int:
        """A whole number of 0 or more."""
        found = self.number_or_none(name)
        return default if found is None else found

    def number_or_none(self, name: str) -> int | None:
        """A whole number of 0 or more, or nothing."""
        value = self.entry.get(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.fault("must be a whole number", name)
            return None
        return value

    def flag(self, name: str, default: bool) -> bool:
        """Yes or no."""
        value = self.entry.get(name, default)
        if not isinstance(value, bool):
            self.fault("must be true or false", name)
            return default
        return value

    def day(self, name: str, required: bool = False) -> str | None:
        """A date, kept as text so that it can be compared and hashed."""
        value = self.entry.get(name)
        if value is None and not required:
            return None
        if not isinstance(value, date):
            self.fault("must be a date: 2026-12-31", name)
            return None
        return value.isoformat()

    def one_of(self, name: str, allowed: Iterable[str], default: str | None = None) -> str:
        """One of some words."""
        value = self.text(name, default)
        if value not in set(allowed):
            self.fault(f"must be one of {', '.join(sorted(allowed))}", name)
        return value

    def names(self, name: str) -> list[str]:
        """A list of words (slugs, codes), sorted so that it can be compared and hashed."""
        value = self.entry.get(name) or []
        if not isinstance(value, list):
            self.fault("must be a list", name)
            return []
        return sorted(str(each) for each in value)

    def hours(self, name: str, value: Any) -> list[list[str]]:
        """Opening times: ["09:00-12:00", "13:00-17:00 by appointment", ...]."""
        found = []
        for number, text in enumerate(value if isinstance(value, list) else [value]):
            written, appointment = str(text).removesuffix(APPOINTMENT), str(text).endswith(APPOINTMENT)
            try:
                opens, closes = (time.fromisoformat(part.strip()) for part in written.split("-"))
            except ValueError:
                self.fault("must be like 09:00-17:00", name, number)
                continue
            if closes <= opens and closes != time(0):
                self.fault("must close after it opens", name, number)
            found.append([opens.isoformat(), closes.isoformat(), *([APPOINTMENT.strip()] if appointment else [])])
        found.sort()
        for earlier, later in itertools.pairwise(found):
            if later[0] < earlier[1] or earlier[1] == "00:00:00":
                self.fault(f"{'-'.join(earlier[:2])} and {'-'.join(later[:2])} overlap", name)
        return found


@dataclass(frozen=True)
class Kind:
    """A kind of row.

    `read` gives the values of one entry, in a shape that can be hashed; `present` gives what is in the database in the
    same shape, by slug; `write` makes the row (new) or changes it.
    """

    name: str
    file: str
    read: Callable[[Reader], Values]
    present: Callable[[], dict[str, Values]]
    write: Callable[[Row, bool], None]
    refers: Mapping[str, str] = field(default_factory=dict)
    """The kind of row that a value, or each in a list of values, must name."""
    names_snippets: Mapping[str, str] = field(default_factory=dict)
    """The kind of snippet that each in a list of values must name; such rows are written after the snippets."""
    under: str = ""
    """The name under which its entries stand, in a file with several kinds."""
    named_by: str = "slug"
    added_later: frozenset[str] = frozenset()
    """Values younger than the first loaded rows: empty, they leave the hash of a row as it was."""

    def hashed(self, values: Values) -> Values:
        """The values by which is seen whether somebody changed a row."""
        return {name: value for name, value in values.items() if value or name not in self.added_later}


def day_text(value: date | None) -> str | None:
    """A date as the files have it."""
    return value.isoformat() if value else None


def as_day(value: str | None) -> date | None:
    """A date out of the values of a row."""
    return date.fromisoformat(value) if value else None
