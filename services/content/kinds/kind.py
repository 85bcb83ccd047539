"""What there is to know about a kind of row: its file, how an entry is read, and how it is written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.db import models

from home.text.days import NoSuchYear, read_clock, read_day
from services.hours.timetable import Span, overlapping, span_of_times
from services.yaml_files.documents import Document, Report
from services.yaml_files.flags import flag

Place = tuple[str | int, ...]
Values = dict[str, Any]
APPOINTMENT = " by appointment"
MIDNIGHT = time(0)
MOST_DIGITS = 10
HIGHEST = 32767
"""What fits in a small number of PostgreSQL; SQLite would take more."""


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
        """Returns a text on one line; required when there is no default."""
        value = self.entry.get(name)
        if value is None:
            value = default
        elif not isinstance(value, str):
            self.fault("must be text", name)
            return ""
        text = (value or "").strip()
        if not text and default is None:
            self.fault("must be filled in", name)
        if "\n" in text:
            self.fault("must be one line", name)
        return text

    def number(self, name: str, default: int) -> int:
        """Returns a whole number of 0 or more."""
        found = self.number_or_none(name)
        return default if found is None else found

    def number_or_none(self, name: str) -> int | None:
        """Returns a whole number of 0 or more, or None."""
        value = self.entry.get(name)
        if value is None:
            return None
        found = whole_number(value)
        if found is None:
            self.fault(f"must be a whole number, not {value!r}", name)
        elif found > HIGHEST:
            self.fault(f"must be {HIGHEST} at most", name)
            return None
        return found

    def flag(self, name: str, default: bool) -> bool:
        """Returns yes or no; the default when nothing is written."""
        value = self.entry.get(name)
        if value is None:
            return default
        found = flag(value)
        if found is None:
            self.fault(f"must be true or false, not {value!r}", name)
            return default
        return found

    def day(self, name: str, required: bool = False) -> str | None:
        """Returns a day, kept as text so that it can be compared and hashed."""
        value = self.entry.get(name)
        if value is None and not required:
            return None
        try:
            return read_day(str(value)).isoformat()
        except NoSuchYear as problem:
            self.fault(str(problem), name)
        except ValueError:
            self.fault("must be a day: 2026-12-31 or 31-12-2026", name)
        return None

    def one_of(self, name: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Returns one of some words."""
        value = self.text(name, default)
        if value not in set(allowed):
            self.fault(f"must be one of {', '.join(sorted(allowed))}", name)
        return value

    def names(self, name: str) -> list[str]:
        """Returns a list of words (slugs, codes), sorted so that it can be compared and hashed."""
        value = self.entry.get(name) or []
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fault("must be a list of words", name)
            return []
        for each in sorted({each for each in value if value.count(each) > 1}):
            self.fault(f"{each} stands here twice", name)
        return sorted(set(value))

    def parts(self, name: str) -> "list[Reader]":
        """Returns a list of things with names and values of their own."""
        value = self.entry.get(name) or []
        if not isinstance(value, list):
            self.fault("must be a list", name)
            return []
        found = []
        for number, part in enumerate(value):
            if isinstance(part, dict):
                found.append(Reader(self.document, part, (*self.place, name, number), self.report))
            else:
                self.fault("must have names and values", name, number)
        return found

    def hours(self, name: str, value: Any) -> list[list[str]]:
        """Returns opening times, read from ["09:00-12:00", "13:00-17:00 by appointment", ...]."""
        found = []
        for number, text in enumerate(value if isinstance(value, list) else [value]):
            written, appointment = str(text).removesuffix(APPOINTMENT), str(text).endswith(APPOINTMENT)
            try:
                opens, closes = _opens_and_closes(written)
            except ValueError:
                self.fault(f"must be like 09:00-17:00, not {text!r}", name, number)
                continue
            if closes <= opens and closes != MIDNIGHT:
                self.fault(
                    f"must close after it opens; over midnight it is {opens:%H:%M}-00:00 on this day and "
                    f"00:00-{closes:%H:%M} on the next",
                    name, number,
                )  # fmt: skip
                continue
            found.append([opens.isoformat(), closes.isoformat(), *([APPOINTMENT.strip()] if appointment else [])])
        found.sort()
        for earlier, later in overlapping(found, _span):
            self.fault(f"{'-'.join(earlier[:2])} and {'-'.join(later[:2])} overlap", name)
        return found


def _span(hours: list[str]) -> Span:
    return span_of_times(time.fromisoformat(hours[0]), time.fromisoformat(hours[1]))


def _opens_and_closes(written: str) -> tuple[time, time]:
    """Returns the two times of `09:00-17:00`; 24:00 is midnight at the end of the day."""
    opens, closes = (part.strip() for part in written.replace("\u2013", "-").split("-"))
    return read_clock(opens), MIDNIGHT if closes in ("24:00", "24.00") else read_clock(closes)


def whole_number(value: object) -> int | None:
    """Returns a whole number of 0 or more as it stands in a file; None for anything else."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else None


@dataclass(frozen=True)
class RowKind:
    """A kind of row.

    `read` gives the values of one entry, in a shape that can be hashed; `present` gives what is in the database in the
    same shape, by slug; `write` makes the row (new) or changes it.
    """

    name: str
    file: str
    model: type[models.Model]
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
    rules: Callable[[Any, Values], None] | None = lambda instance, values: instance.clean()
    """The rules of the model that take more than one field; None where `read` looks at them itself, since the model
    would look at what this load replaces."""
    alike: Callable[[str], str] = str
    """What two names have in common that the database takes for the same."""
    added_later: frozenset[str] = frozenset()
    """Values younger than the first loaded rows: empty, they leave the hash of a row as it was."""

    def hashed(self, values: Values) -> Values:
        """Returns the values by which is seen whether somebody changed a row."""
        return {name: value for name, value in values.items() if value or name not in self.added_later}


def day_text(value: date | None) -> str | None:
    """Returns a date as the files have it."""
    return value.isoformat() if value else None


def as_day(value: str | None) -> date | None:
    """Returns a date out of the values of a row."""
    return date.fromisoformat(value) if value else None
