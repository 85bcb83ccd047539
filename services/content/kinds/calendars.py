"""Calendars and closures in the row files."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.utils import timezone

from services.content.kinds.kind import APPOINTMENT, Reader, Row, RowKind, Values, as_day, day_text
from services.content.read.field_rules import faults_of_fields
from services.hours.models import (
    Calendar,
    CalendarException,
    CalendarExceptionInterval,
    CalendarInterval,
    CalendarVersion,
)
from services.hours.rules import DEFAULT_ZONE
from services.hours.timetable import Span, overlapping, span_of_days

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _read_calendar(entry: Reader) -> Values:
    entry.only("slug", "name", "zone", "sample", "versions", "exceptions")
    versions = [_read_version(part) for part in entry.parts("versions")]
    exceptions = [{"day": part.day("day", required=True), **_read_closure(part)} for part in entry.parts("exceptions")]
    days = [each["day"] for each in exceptions]
    for day in sorted({str(day) for day in days if days.count(day) > 1}):
        entry.fault(f"{day} stands here twice", "exceptions")
    versions.sort(key=lambda each: str(each["valid_from"]))
    for earlier, later in overlapping((each for each in versions if each["valid_from"]), _span):
        entry.fault(f"the versions from {earlier['valid_from']} and {later['valid_from']} overlap", "versions")
    return {
        "name": entry.text("name"),
        "zone": entry.text("zone", DEFAULT_ZONE),
        "sample": entry.flag("sample", False),
        "versions": versions,
        "exceptions": sorted(exceptions, key=lambda each: str(each["day"])),
    }


def _span(version: Values) -> Span:
    return span_of_days(date.fromisoformat(version["valid_from"]), as_day(version["valid_until"]))


def _read_version(reader: Reader) -> Values:
    reader.only("valid_from", "valid_until", "week")
    listed = reader.entry.get("week")
    if listed is not None and not isinstance(listed, dict):
        reader.fault("must have days with hours: mon: [09:00-17:00]", "week")
    week: dict[str, Any] = listed if isinstance(listed, dict) else {}
    for name in week:
        if name not in DAYS:
            reader.fault(f"must be one of {', '.join(DAYS)}", "week", name)
    inside = Reader(reader.document, week, (*reader.place, "week"), reader.report)
    found = {
        "valid_from": reader.day("valid_from", required=True),
        "valid_until": reader.day("valid_until"),
        "week": [inside.hours(day, week.get(day) or []) for day in DAYS],
    }
    if found["valid_until"] and str(found["valid_until"]) < str(found["valid_from"]):
        reader.fault("must not be before valid_from", "valid_until")
    return found


def _read_closure(entry: Reader) -> Values:
    entry.only("day", "reason", "intervals")
    entry.day("day", required=True)
    reason = entry.text("reason")
    for _name, message in faults_of_fields(CalendarException(reason=reason), ["reason"]) if reason else ():
        entry.fault(message, "reason")
    return {
        "reason": reason,
        "intervals": entry.hours("intervals", entry.entry.get("intervals") or []),
    }


def _hours(intervals: Iterable[Any]) -> list[list[str]]:
    return sorted(
        [each.opens.isoformat(), each.closes.isoformat(), *([APPOINTMENT.strip()] if each.by_appointment else [])]
        for each in intervals
    )


def _calendars() -> dict[str, Values]:
    versions: dict[int, list[Values]] = {}
    current = CalendarVersion.objects.current().prefetch_related("intervals")
    for version in current.order_by("valid_from"):
        intervals = list(version.intervals.all())
        versions.setdefault(version.calendar_id, []).append(
            {
                "valid_from": day_text(version.valid_from),
                "valid_until": day_text(version.valid_until),
                "week": [_hours(each for each in intervals if each.weekday == day) for day in range(7)],
            }
        )
    exceptions: dict[int, list[Values]] = {}
    own = CalendarException.objects.current().exclude(calendar=None).prefetch_related("intervals")
    for exception in own.order_by("day"):
        exceptions.setdefault(exception.calendar_id or 0, []).append(
            {
                "day": day_text(exception.day),
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


def _closures() -> dict[str, Values]:
    general = CalendarException.objects.current().filter(calendar=None).prefetch_related("intervals")
    return {
        exception.day.isoformat(): {
            "reason": exception.reason,
            "intervals": _hours(exception.intervals.all()),
        }
        for exception in general
    }


def _write_calendar(row: Row, new: bool) -> None:
    calendar, _made = Calendar.objects.update_or_create(
        slug=row.slug, defaults={name: row.values[name] for name in ("name", "zone", "sample")}
    )
    if not new:  # a correction leaves what was known as it was
        now = timezone.now()
        CalendarVersion.objects.current().filter(calendar=calendar).update(superseded_at=now)
        CalendarException.objects.current().filter(calendar=calendar).update(withdrawn_at=now)
    for values in row.values["versions"]:
        version = CalendarVersion.objects.create(
            calendar=calendar,
            valid_from=date.fromisoformat(values["valid_from"]),
            valid_until=as_day(values["valid_until"]),
        )
        CalendarInterval.objects.bulk_create(
            CalendarInterval(version=version, weekday=day, opens=opens, closes=closes, by_appointment=appointment)
            for day, hours in enumerate(values["week"])
            for opens, closes, appointment in _times(hours)
        )
    for values in row.values["exceptions"]:
        _write_exception(values["day"], values, calendar)


def _write_closure(row: Row, new: bool) -> None:
    if not new:
        held = CalendarException.objects.current().filter(calendar=None, day=date.fromisoformat(row.slug))
        held.update(withdrawn_at=timezone.now())
    _write_exception(row.slug, row.values, None)


def _write_exception(day: str, values: Values, calendar: Calendar | None) -> None:
    exception = CalendarException.objects.create(
        calendar=calendar, day=date.fromisoformat(day), reason=values["reason"]
    )
    CalendarExceptionInterval.objects.bulk_create(
        CalendarExceptionInterval(exception=exception, opens=opens, closes=closes, by_appointment=appointment)
        for opens, closes, appointment in _times(values["intervals"])
    )


def _times(hours: list[list[str]]) -> Iterable[tuple[time, time, bool]]:
    for opens, closes, *appointment in hours:
        yield time.fromisoformat(opens), time.fromisoformat(closes), bool(appointment)


CALENDAR = RowKind(
    "calendar", "calendars.yaml", Calendar, _read_calendar, _calendars, _write_calendar, under="calendars"
)
CLOSURE = RowKind(
    "closure", "calendars.yaml", CalendarException, _read_closure, _closures, _write_closure,
    under="closures", named_by="day", rules=None,
)  # fmt: skip
