"""Writing rows: new ones are made, changed files change them, and what staff changed is left alone."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.db import models
from django.utils import timezone

from services.content.rows import Row, Rows
from services.models import (
    Calendar,
    CalendarException,
    CalendarExceptionInterval,
    CalendarInterval,
    CalendarVersion,
    District,
    Fact,
    LoadedRow,
    Location,
    Theme,
)


@dataclass
class Outcome:
    """What a load did."""

    made: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    same: int = 0

    @property
    def nothing_new(self) -> bool:
        """Whether nothing was written."""
        return not self.made and not self.changed


def values_hash(values: dict[str, Any]) -> str:
    """A hash of the values of a row."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()


def write_rows(rows: Rows, outcome: Outcome) -> None:
    """Writes all rows that nobody else changed."""
    loaded = {(each.kind, each.slug): each for each in LoadedRow.objects.all()}
    for kind, part in _by_kind(rows):
        present = PRESENT[kind]()
        for row in part:
            _write(row, present.get(row.slug), loaded.get((kind, row.slug)), outcome)


def _by_kind(rows: Rows) -> Iterable[tuple[str, list[Row]]]:
    yield "fact", rows.facts
    yield "theme", rows.themes
    yield "district", rows.districts
    yield "calendar", rows.calendars
    yield "closure", rows.closures
    yield "location", rows.locations


def _write(row: Row, present: dict[str, Any] | None, loaded: LoadedRow | None, outcome: Outcome) -> None:
    name = f"{row.kind} {row.slug}"
    wanted = values_hash(row.values)
    if present is None and loaded is None:
        WRITE[row.kind](row, new=True)
        LoadedRow.objects.create(kind=row.kind, slug=row.slug, hash=wanted)
        outcome.made.append(name)
    elif loaded is None or present is None or values_hash(present) != loaded.hash:
        if present is not None and values_hash(present) == wanted:
            outcome.same += 1
        else:
            outcome.left_alone.append(name)
    elif loaded.hash == wanted:
        outcome.same += 1
    else:
        WRITE[row.kind](row, new=False)
        loaded.hash = wanted
        loaded.save(update_fields=["hash"])
        outcome.changed.append(name)


# --- what is in the database, in the shape of the files ---------------------------------------------------


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _facts() -> dict[str, dict[str, Any]]:
    return {
        fact.slug: {
            "kind": fact.kind,
            "value": fact.value,
            "label": fact.label,
            "sample": fact.sample,
            "source": fact.source,
            "source_date": _day(fact.source_date),
            "confirmed_on": _day(fact.confirmed_on),
        }
        for fact in Fact.objects.all()
    }


def _themes() -> dict[str, dict[str, Any]]:
    names = ("name", "order", "sensitive", "icon", "tint", "active")
    return {
        theme.slug: {name: getattr(theme, name) for name in names}
        | {"facts": sorted(fact.slug for fact in theme.facts.all())}
        for theme in Theme.objects.prefetch_related("facts")
    }


def _districts() -> dict[str, dict[str, Any]]:
    return {
        district.slug: {"name": district.name, "order": district.order, "colour": district.colour}
        for district in District.objects.all()
    }


def _locations() -> dict[str, dict[str, Any]]:
    return {
        location.slug: {
            "name": location.name,
            "district": location.district.slug,
            "address": location.address,
            "address_is_sample": location.address_is_sample,
            "calendar": location.calendar.slug,
            "walk_in": location.walk_in.slug if location.walk_in else None,
        }
        for location in Location.objects.select_related("district", "calendar", "walk_in")
    }


def _hours(intervals: Iterable[Any]) -> list[list[str]]:
    return sorted([each.opens.isoformat(), each.closes.isoformat()] for each in intervals)


def _calendars() -> dict[str, dict[str, Any]]:
    versions: dict[int, list[dict[str, Any]]] = {}
    current = CalendarVersion.objects.current().prefetch_related("intervals")
    for version in current.order_by("valid_from"):
        intervals = list(version.intervals.all())
        versions.setdefault(version.calendar_id, []).append(
            {
                "valid_from": _day(version.valid_from),
                "valid_until": _day(version.valid_until),
                "week": [_hours(each for each in intervals if each.weekday == day) for day in range(7)],
            }
        )
    exceptions: dict[int, list[dict[str, Any]]] = {}
    own = CalendarException.objects.current().exclude(calendar=None).prefetch_related("intervals")
    for exception in own.order_by("day"):
        exceptions.setdefault(exception.calendar_id or 0, []).append(
            {
                "day": _day(exception.day),
                "reason": exception.reason,
                "intervals": _hours(exception.intervals.all()),
            }
        )
    return {
        calendar.slug: {
            "name": calendar.name,
            "zone": calendar.zone,
            "sample": calendar.sample,
            "versions": versions.get(calendar.pk, []),
            "exceptions": exceptions.get(calendar.pk, []),
        }
        for calendar in Calendar.objects.all()
    }


def _closures() -> dict[str, dict[str, Any]]:
    general = CalendarException.objects.current().filter(calendar=None).prefetch_related("intervals")
    return {
        exception.day.isoformat(): {
            "reason": exception.reason,
            "intervals": _hours(exception.intervals.all()),
        }
        for exception in general
    }


# --- writing one row --------------------------------------------------------------------------------------


def _save(model: type[models.Model], row: Row, values: dict[str, Any]) -> Any:
    return model._default_manager.update_or_create(slug=row.slug, defaults=values)[0]


def _write_fact(row: Row, new: bool) -> None:
    _save(Fact, row, row.values)


def _write_theme(row: Row, new: bool) -> None:
    values = {name: value for name, value in row.values.items() if name != "facts"}
    theme = _save(Theme, row, values)
    theme.facts.set(Fact.objects.filter(slug__in=row.values["facts"]))


def _write_district(row: Row, new: bool) -> None:
    _save(District, row, row.values)


def _write_location(row: Row, new: bool) -> None:
    _save(
        Location,
        row,
        {
            **row.values,
            "district": District.objects.get(slug=row.values["district"]),
            "calendar": Calendar.objects.get(slug=row.values["calendar"]),
            "walk_in": Calendar.objects.filter(slug=row.values["walk_in"]).first(),
        },
    )


def _write_calendar(row: Row, new: bool) -> None:
    calendar = _save(Calendar, row, {name: row.values[name] for name in ("name", "zone", "sample")})
    if not new:  # a correction leaves what was known as it was
        now = timezone.now()
        CalendarVersion.objects.current().filter(calendar=calendar).update(superseded_at=now)
        CalendarException.objects.current().filter(calendar=calendar).update(withdrawn_at=now)
    for values in row.values["versions"]:
        version = CalendarVersion.objects.create(
            calendar=calendar,
            valid_from=date.fromisoformat(values["valid_from"]),
            valid_until=date.fromisoformat(values["valid_until"]) if values["valid_until"] else None,
        )
        CalendarInterval.objects.bulk_create(
            CalendarInterval(version=version, weekday=day, opens=opens, closes=closes)
            for day, hours in enumerate(values["week"])
            for opens, closes in _times(hours)
        )
    for values in row.values["exceptions"]:
        _write_exception(values["day"], values, calendar)


def _write_closure(row: Row, new: bool) -> None:
    if not new:
        held = CalendarException.objects.current().filter(calendar=None, day=date.fromisoformat(row.slug))
        held.update(withdrawn_at=timezone.now())
    _write_exception(row.slug, row.values, None)


def _write_exception(day: str, values: dict[str, Any], calendar: Calendar | None) -> None:
    exception = CalendarException.objects.create(
        calendar=calendar, day=date.fromisoformat(day), reason=values["reason"]
    )
    CalendarExceptionInterval.objects.bulk_create(
        CalendarExceptionInterval(exception=exception, opens=opens, closes=closes)
        for opens, closes in _times(values["intervals"])
    )


def _times(hours: list[list[str]]) -> Iterable[tuple[time, time]]:
    for opens, closes in hours:
        yield time.fromisoformat(opens), time.fromisoformat(closes)


PRESENT: dict[str, Callable[[], dict[str, dict[str, Any]]]] = {
    "fact": _facts,
    "theme": _themes,
    "district": _districts,
    "calendar": _calendars,
    "closure": _closures,
    "location": _locations,
}
WRITE: dict[str, Callable[..., None]] = {
    "fact": _write_fact,
    "theme": _write_theme,
    "district": _write_district,
    "calendar": _write_calendar,
    "closure": _write_closure,
    "location": _write_location,
}
