"""A kind of row: its file, how an entry is read, how it is compared, and how it is written."""

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
"""The largest value of a small integer in PostgreSQL; SQLite would take more."""


@dataclass(frozen=True)
class Row:
    """A row as the file has it, and its place in the file."""

    kind: str
    slug: str
    values: Values
    document: Document = field(compare=False)
    place: Place = field(compare=False)


@dataclass
class Reader:
    """Takes values out of one entry of a file, and reports what is missing or wrong."""

    document: Document
    entry: dict[str, Any]
    place: Place
    report: Report

    def fault(self, message: str, *place: str | int) -> None:
        """Reports a fault at a place within this entry."""
        self.report(self.document.fault(message, *self.place, *place))

    def only(self, *names: str) -> None:
        """Reports every name that is not among these."""
        for name in self.entry:
            if name not in names:
                self.fault("is not known here", name)

    def text(self, name: str, default: str | None = None) -> str:
        """Returns one line of text; required when there is no default."""
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
        """Returns a whole number of 0 or more; the default when nothing is written or it is reported as wrong."""
        found = self.number_or_none(name)
        return default if found is None else found

    def number_or_none(self, name: str) -> int | None:
        """Returns a whole number of 0 or more; None when nothing is written or it is reported as wrong."""
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
        """Returns whether yes is written; the default when nothing is written or it is reported as wrong."""
        value = self.entry.get(name)
        if value is None:
            return default
        found = flag(value)
        if found is None:
            self.fault(f"must be true or false, not {value!r}", name)
            return default
        return found

    def day(self, name: str, required: bool = False) -> str | None:
        """Returns a day as text such as 2026-12-31, which can be compared and hashed; None when there is none."""
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
        """Returns a text, and reports it when it is none of these words."""
        value = self.text(name, default)
        if value not in set(allowed):
            self.fault(f"must be one of {', '.join(sorted(allowed))}", name)
        return value

    def names(self, name: str) -> list[str]:
        """Returns a list of words (slugs, codes), each once and sorted, so that it can be compared and hashed."""
        value = self.entry.get(name) or []
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fault("must be a list of words", name)
            return []
        for each in sorted({each for each in value if value.count(each) > 1}):
            self.fault(f"{each} stands here twice", name)
        return sorted(set(value))

    def parts(self, name: str) -> "list[Reader]":
        """Returns a reader for each entry of a list."""
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
        """Returns opening times, sorted, each as [opens, closes] or [opens, closes, "by appointment"].

        Reads ["09:00-12:00", "13:00-17:00 by appointment", ...]; reports times that overlap.
        """
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
    """Returns the two times of `09:00-17:00`; 24:00 is midnight at the end of the day.

    Raises ValueError for anything else.
    """
    opens, closes = (part.strip() for part in written.replace("\u2013", "-").split("-"))
    return read_clock(opens), MIDNIGHT if closes in ("24:00", "24.00") else read_clock(closes)


def whole_number(value: object) -> int | None:
    """Returns a whole number of 0 or more, of nine digits at most, as a file has it; None for anything else."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else None


@dataclass(frozen=True)
class RowKind:
    """A kind of row.

    `read` returns the values of one entry, in a shape that can be hashed; `present` returns those in the database in
    the same shape, by slug; `write` makes the row (new) or changes it.
    """

    name: str
    file: str
    model: type[models.Model]
    read: Callable[[Reader], Values]
    present: Callable[[], dict[str, Values]]
    write: Callable[[Row, bool], None]
    refers: Mapping[str, str] = field(default_factory=dict)
    """The kind of row that each of these values, or each member of a list, must name."""
    names_snippets: Mapping[str, str] = field(default_factory=dict)
    """The kind of snippet that each member of these lists must name; such rows are written after the snippets."""
    under: str = ""
    """The key of its list, in a file with several kinds."""
    named_by: str = "slug"
    rules: Callable[[Any, Values], None] | None = lambda instance, values: instance.clean()
    """Applies the rules of the model that need more than one field. None where `read` checks them itself, because the
    model would compare with rows that this load replaces."""
    alike: Callable[[str], str] = str
    """Returns the same for two names that the database takes for one."""
    added_later: frozenset[str] = frozenset()
    """Values younger than the first loaded rows: while they are empty, the hash of a row leaves them out."""

    def names(self) -> set[str]:
        """Returns the names of all rows in the database."""
        return {str(name) for name in self.model._default_manager.values_list(self.named_by, flat=True)}

    def hashed(self, values: Values) -> Values:
        """Returns the values that are hashed to see whether somebody changed a row."""
        return {name: value for name, value in values.items() if value or name not in self.added_later}


def day_text(value: date | None) -> str | None:
    """Returns a date as text such as 2026-12-31; None for None."""
    return value.isoformat() if value else None


def as_day(value: str | None) -> date | None:
    """Returns the date in a text such as 2026-12-31; None when it is empty or None."""
    return date.fromisoformat(value) if value else None
