"""The hours of a calendar as they would be with a recording that is not saved yet."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from services.hours import rules
from services.hours.channels import TEAM_WIDE, ContactChannel
from services.hours.models import Calendar, CalendarException, CalendarVersion
from services.hours.presenters import OpeningView
from services.hours.store import day_exception, load_calendar, week_version
from services.hours.timetable import overlap
from services.hours.week_ahead import monday_of, week_ahead

WEEKS = 2
"""Weeks that are shown, from the first one that the recording touches."""


def preview_of(recording: CalendarVersion | CalendarException, now: datetime) -> dict[str, Any]:
    """Returns the context of the preview for the recording's calendar; for a recording of all calendars, the office's.

    `calendar` is None when there is no such calendar.
    """
    row = recording.calendar or Calendar.objects.filter(slug=TEAM_WIDE[ContactChannel.VISIT]).first()
    if row is None:
        return {"calendar": None}
    known = load_calendar(row.slug)
    here = now.astimezone(ZoneInfo(known.zone)).date()
    if isinstance(recording, CalendarVersion):
        begins, would_be = recording.valid_from, _with_version(known, recording)
    else:
        begins, would_be = recording.day, _with_day(known, recording)
    first = monday_of(max(here, begins or here))
    return {
        "calendar": row,
        "hours": OpeningView(would_be, now, sample=row.sample),
        "weeks": [week_ahead(would_be, first + timedelta(weeks=number)) for number in range(WEEKS)],
    }


def _with_version(known: rules.Calendar, recording: CalendarVersion) -> rules.Calendar:
    if recording.valid_from is None:
        return known
    kept = (each for each in known.versions if each.valid_from != _stored_value(recording, "valid_from"))
    own = week_version(recording, [row for row in recording.intervals.all() if row.opens and row.closes])
    # What overlaps is refused when it is saved; until then the preview shows the new week.
    apart = [each for each in kept if not overlap(each.span, own.span)]
    return replace(known, versions=(*apart, own))


def _with_day(known: rules.Calendar, recording: CalendarException) -> rules.Calendar:
    if recording.day is None:
        return known
    was = _stored_value(recording, "day")
    own = day_exception(recording, [row for row in recording.intervals.all() if row.opens and row.closes])
    return replace(known, exceptions=(*(each for each in known.exceptions if each.day not in (was, own.day)), own))


def _stored_value(recording: CalendarVersion | CalendarException, name: str) -> date | None:
    """Returns the stored value of a field, whose recording the new one replaces; None when it is new."""
    model = type(recording)
    found: date | None = model._default_manager.filter(pk=recording.pk).values_list(name, flat=True).first()
    return found
