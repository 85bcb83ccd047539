"""Row files: facts, themes, districts, locations, calendars and closures, as plain values."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

from services.content.files import Document, Report, read
from services.hours import DEFAULT_ZONE
from services.models import District, Fact, Theme

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DOOR_COLOURS = {
    "#0b5a54": "green",
    "#f7b544": "yellow",
    "#d9482b": "red",
    "#4b6fb5": "blue",
    "#7a4f93": "purple",
}
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Row:
    """A row as it should be."""

    kind: str
    slug: str
    values: dict[str, Any]


@dataclass
class Rows:
    """All rows, in an order in which they can be written."""

    facts: list[Row] = field(default_factory=list)
    themes: list[Row] = field(default_factory=list)
    districts: list[Row] = field(default_factory=list)
    calendars: list[Row] = field(default_factory=list)
    closures: list[Row] = field(default_factory=list)
    locations: list[Row] = field(default_factory=list)

    def all(self) -> list[Row]:
        """What is pointed to before what points to it."""
        return [
            *self.facts,
            *self.themes,
            *self.districts,
            *self.calendars,
            *self.closures,
            *self.locations,
        ]

    def slugs(self, kind: str) -> set[str]:
        """The names of the rows of one kind."""
        return {row.slug for row in self.all() if row.kind == kind}


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
        value = self.entry.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.fault("must be a whole number", name)
            return default
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

    def hours(self, name: str, value: Any) -> list[list[str]]:
        """Opening times: ["09:00-12:00", ...]."""
        found = []
        for number, text in enumerate(value if isinstance(value, list) else [value]):
            try:
                opens, closes = (time.fromisoformat(part.strip()) for part in str(text).split("-"))
            except ValueError:
                self.fault("must be like 09:00-17:00", name, number)
                continue
            if closes <= opens and closes != time(0):
                self.fault("must close after it opens", name, number)
            found.append([opens.isoformat(), closes.isoformat()])
        found.sort()
        for earlier, later in itertools.pairwise(found):
            if later[0] < earlier[1] or earlier[1] == "00:00:00":
                self.fault(f"{'-'.join(earlier)} and {'-'.join(later)} overlap", name)
        return found


def read_rows(folder: Path, report: Report) -> Rows:
    """All row files of a folder; a file that is not there holds no rows."""
    rows = Rows(
        facts=_read(folder / "facts.yaml", "fact", _fact, report),
        themes=_read(folder / "themes.yaml", "theme", _theme, report),
        districts=_read(folder / "districts.yaml", "district", _district, report),
        locations=_read(folder / "locations.yaml", "location", _location, report),
    )
    path = folder / "calendars.yaml"
    if path.is_file():
        document = read(path, report)
        data = document.data if isinstance(document.data, dict) else {}
        rows.calendars = _entries(document, data.get("calendars"), ("calendars",), "calendar", _calendar, report)
        rows.closures = _entries(document, data.get("closures"), ("closures",), "closure", _closure, report)
    _check_references(rows, folder, report)
    return rows


def _read(path: Path, kind: str, make: Callable[[Reader], dict[str, Any]], report: Report) -> list[Row]:
    if not path.is_file():
        return []
    document = read(path, report)
    return _entries(document, document.data, (), kind, make, report)


def _entries(
    document: Document,
    entries: Any,
    place: Place,
    kind: str,
    make: Callable[[Reader], dict[str, Any]],
    report: Report,
) -> list[Row]:
    found: dict[str, Row] = {}
    if entries is not None and not isinstance(entries, list):
        report(document.fault("must be a list", *place))
        return []
    for number, entry in enumerate(entries or []):
        if not isinstance(entry, dict):
            report(document.fault("must have names and values", *place, number))
            continue
        reader = Reader(document, entry, (*place, number), report)
        slug = str(entry.get("day", "")) if kind == "closure" else reader.text("slug")
        if slug in found:
            reader.fault(f"{slug} stands here twice")
        found[slug] = Row(kind, slug, make(reader))
    return list(found.values())


def _fact(entry: Reader) -> dict[str, Any]:
    entry.only("slug", "kind", "value", "label", "sample", "source", "source_date", "confirmed", "confirmed_on")
    confirmed = entry.entry.get("confirmed", False)
    if not isinstance(confirmed, bool | date) or confirmed is True:
        entry.fault("must be false or the date on which it was confirmed", "confirmed")
    return {
        "kind": entry.one_of("kind", Fact.Kind.values),
        "value": entry.text("value"),
        "label": entry.text("label"),
        "sample": entry.flag("sample", False),
        "source": entry.text("source", ""),
        "source_date": entry.day("source_date"),
        "confirmed_on": confirmed.isoformat() if isinstance(confirmed, date) else entry.day("confirmed_on"),
    }


def _theme(entry: Reader) -> dict[str, Any]:
    entry.only("slug", "name", "order", "sensitive", "icon", "tint", "facts", "active")
    facts = entry.entry.get("facts") or []
    if not isinstance(facts, list):
        entry.fault("must be a list of facts", "facts")
        facts = []
    return {
        "name": entry.text("name"),
        "order": entry.number("order", 100),
        "sensitive": entry.flag("sensitive", False),
        "icon": entry.text("icon", ""),
        "tint": entry.one_of("tint", Theme.Tint.values, "mint"),
        "active": entry.flag("active", True),
        "facts": sorted(str(slug) for slug in facts),
    }


def _district(entry: Reader) -> dict[str, Any]:
    entry.only("slug", "name", "order", "door", "colour")
    door = entry.text("door", "").lower()
    if door:
        entry.entry["colour"] = DOOR_COLOURS.get(door, door)
    return {
        "name": entry.text("name"),
        "order": entry.number("order", 100),
        "colour": entry.one_of("colour", District.Colour.values, "green"),
    }


def _location(entry: Reader) -> dict[str, Any]:
    entry.only("slug", "name", "district", "address", "address_is_sample", "calendar", "walk_in")
    return {
        "name": entry.text("name"),
        "district": entry.text("district"),
        "address": entry.text("address", ""),
        "address_is_sample": entry.flag("address_is_sample", True),
        "calendar": entry.text("calendar"),
        "walk_in": entry.text("walk_in", "") or None,
    }


def _calendar(entry: Reader) -> dict[str, Any]:
    entry.only("slug", "name", "zone", "sample", "versions", "exceptions")
    versions: list[dict[str, Any]] = []
    listed = entry.entry.get("versions")
    for number, version in enumerate(listed if isinstance(listed, list) else []):
        if not isinstance(version, dict):
            entry.fault("must have names and values", "versions", number)
            continue
        reader = Reader(entry.document, version, (*entry.place, "versions", number), entry.report)
        reader.only("valid_from", "valid_until", "week")
        listed_week = version.get("week")
        week: dict[str, Any] = listed_week if isinstance(listed_week, dict) else {}
        for name in week:
            if name not in DAYS:
                reader.fault(f"must be one of {', '.join(DAYS)}", "week", name)
        inside = Reader(entry.document, week, (*reader.place, "week"), entry.report)
        versions.append(
            {
                "valid_from": reader.day("valid_from", required=True),
                "valid_until": reader.day("valid_until"),
                "week": [inside.hours(day, week.get(day) or []) for day in DAYS],
            }
        )
    exceptions: list[dict[str, Any]] = []
    for number, exception in enumerate(entry.entry.get("exceptions") or []):
        reader = Reader(entry.document, exception, (*entry.place, "exceptions", number), entry.report)
        exceptions.append({"day": reader.day("day", required=True), **_closure(reader)})
    versions.sort(key=lambda each: str(each["valid_from"]))
    for earlier, later in itertools.pairwise(versions):
        if earlier["valid_until"] is None or later["valid_from"] <= earlier["valid_until"]:
            entry.fault(f"the versions from {earlier['valid_from']} and {later['valid_from']} overlap", "versions")
    return {
        "name": entry.text("name"),
        "zone": entry.text("zone", DEFAULT_ZONE),
        "sample": entry.flag("sample", False),
        "versions": versions,
        "exceptions": sorted(exceptions, key=lambda each: str(each["day"])),
    }


def _closure(entry: Reader) -> dict[str, Any]:
    entry.only("day", "reason", "intervals")
    entry.day("day", required=True)
    return {
        "reason": entry.text("reason"),
        "intervals": entry.hours("intervals", entry.entry.get("intervals") or []),
    }


def _check_references(rows: Rows, folder: Path, report: Report) -> None:
    def check(name: str, found: list[Row], field_name: str, known: set[str]) -> None:
        document = Document(folder / name)
        for row in found:
            value = row.values[field_name]
            for slug in value if isinstance(value, list) else [value]:
                if slug and slug not in known:
                    report(document.fault(f"there is no {slug}", row.slug, field_name))

    check("themes.yaml", rows.themes, "facts", rows.slugs("fact"))
    check("locations.yaml", rows.locations, "district", rows.slugs("district"))
    check("locations.yaml", rows.locations, "calendar", rows.slugs("calendar"))
    check("locations.yaml", rows.locations, "walk_in", rows.slugs("calendar"))
