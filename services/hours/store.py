"""Turns recorded rows into the calendars of `services.hours.rules`."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone

from home.cache.generation import cached_until_published
from services.hours import models as rows
from services.hours import rules
from services.hours.moments import local, moment_at
from services.hours.timetable import DAYS_IN_WEEK, Week, overlap

logger = logging.getLogger(__name__)
NO_WEEK: Week = ((),) * DAYS_IN_WEEK
NEVER_OPEN = rules.Calendar()


class KnownCalendar(NamedTuple):
    """The hours of a calendar as known now, and whether they are an example."""

    hours: rules.Calendar
    sample: bool


@cached_until_published
def known_calendars() -> Mapping[str, KnownCalendar]:
    """Returns every calendar as known now, by its slug."""
    calendars = list(rows.Calendar.objects.all())
    zones = {calendar.pk: calendar.zone for calendar in calendars}
    read = _calendars_from(zones, rows.CalendarVersion.objects.current(), rows.CalendarException.objects.current())
    return {calendar.slug: KnownCalendar(read[calendar.pk], calendar.sample) for calendar in calendars}


def load_calendar(slug: str, known_at: datetime | None = None) -> rules.Calendar:
    """Returns the calendar with this slug as known now, or as known at an earlier moment.

    Raises Calendar.DoesNotExist.
    """
    if known_at is not None:
        row = rows.Calendar.objects.get(slug=slug)
        versions = rows.CalendarVersion.objects.known_at(known_at)
        return _calendars_from({row.pk: row.zone}, versions, rows.CalendarException.objects.known_at(known_at))[row.pk]
    found = known_calendars().get(slug)
    if found is None:
        raise rows.Calendar.DoesNotExist(slug)
    return found.hours


def load_calendar_or_closed(slug: str) -> rules.Calendar:
    """Returns the calendar with this slug as known now; one that is never open when it does not exist.

    The code names the team-wide calendars, and a municipality may have no phone or no chat.
    """
    found = known_calendars().get(slug)
    return found.hours if found else NEVER_OPEN


def coming_exceptions(known: rules.Calendar, first: date, days: int = 30) -> list[rules.DayException]:
    """Returns the days that differ, of so many days from `first` on."""
    return [each for each in known.exceptions if first <= each.day < first + timedelta(days=days)]


def ordinary_week(slug: str) -> Week:
    """Returns the week of this calendar that is in force today; a week without hours when there is none."""
    known = load_calendar_or_closed(slug)
    version = known.version_on(now().astimezone(ZoneInfo(known.zone)).date())
    return version.week if version is not None else NO_WEEK


def changes_today(at: datetime) -> list[datetime]:
    """Returns every opening and closing of this day, by appointment too: no page is kept past the next of them."""
    found = []
    for known in known_calendars().values():
        zone = ZoneInfo(known.hours.zone)
        day = at.astimezone(zone).date()
        for interval in known.hours.intervals_on(day):
            for second in interval.span:
                found.append(local(moment_at(day, second, zone), zone))
    return found


def _calendars_from(
    zones: Mapping[int, str],
    versions: QuerySet[rows.CalendarVersion],
    exceptions: QuerySet[rows.CalendarException],
) -> dict[int, rules.Calendar]:
    """Returns the calendars by their number; `zones` has the number and the zone of each."""
    weeks: dict[int, list[rules.WeekVersion]] = defaultdict(list)
    for version in versions.filter(calendar_id__in=zones).prefetch_related("intervals"):
        weeks[version.calendar_id].append(week_version(version, version.intervals.all()))
    general: dict[date, rules.DayException] = {}
    own: dict[int, dict[date, rules.DayException]] = defaultdict(dict)
    found = exceptions.filter(Q(calendar=None) | Q(calendar_id__in=zones))
    for exception in found.prefetch_related("intervals"):
        days = general if exception.calendar_id is None else own[exception.calendar_id]
        days[exception.day] = day_exception(exception, exception.intervals.all())
    # A day of its own takes the place of the same day for all.
    return {
        pk: rules.Calendar(zone_or_ours(zone), _without_overlaps(weeks[pk]), tuple({**general, **own[pk]}.values()))
        for pk, zone in zones.items()
    }


def zone_or_ours(zone: str) -> str:
    """Returns the zone; DEFAULT_ZONE for one that does not exist, which is logged and must not take the site down.

    Forms and content files refuse such a zone; the check `services.E020` and `/readyz` report one that is there.
    """
    if rules.is_zone(zone):
        return zone
    logger.error("there is no time zone %r: a calendar runs on %s", zone, rules.DEFAULT_ZONE)
    return rules.DEFAULT_ZONE


def calendars_without_zone() -> dict[str, str]:
    """Returns the zone of every calendar whose zone does not exist, by the slug of the calendar."""
    named = rows.Calendar.objects.values_list("slug", "zone")
    return {slug: zone for slug, zone in named if not rules.is_zone(zone)}


def _without_overlaps(weeks: Iterable[rules.WeekVersion]) -> tuple[rules.WeekVersion, ...]:
    """Returns the weeks without those that overlap an earlier one, which two editors can record at the same moment."""
    kept: list[rules.WeekVersion] = []
    for week in sorted(weeks, key=lambda each: each.valid_from):
        if kept and overlap(kept[-1].span, week.span):
            logger.error("the hours from %s overlap those before them", week.valid_from)
            continue
        kept.append(week)
    return tuple(kept)


def week_version(version: rows.CalendarVersion, intervals: Iterable[rows.CalendarInterval]) -> rules.WeekVersion:
    """Returns the week of a recording, with these hours."""
    days: dict[int, list[rules.Interval]] = defaultdict(list)
    for each in intervals:
        days[each.weekday].append(rules.Interval(each.opens, each.closes, each.by_appointment))
    week = tuple(tuple(days[day]) for day in range(rules.DAYS_IN_WEEK))
    return rules.WeekVersion(version.valid_from, version.valid_until, week)


def day_exception(
    exception: rows.CalendarException, intervals: Iterable[rows.CalendarExceptionInterval]
) -> rules.DayException:
    """Returns the day that differs of a recording, with these hours."""
    found = tuple(rules.Interval(each.opens, each.closes, each.by_appointment) for each in intervals)
    return rules.DayException(exception.day, found, exception.reason)


def now() -> datetime:
    """Returns the present moment, for templates."""
    return timezone.now()
