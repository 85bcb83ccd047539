"""From rows to rules: the opening hours in force, as `services.hours.rules` understands them."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet, Subquery, Sum, Value
from django.utils import formats, timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from home.cache.generation import cached_until_published
from home.languages import Words, current_code, day_in_words, direction
from home.pages.presenters import marked
from services.hours import models as rows
from services.hours import rules
from services.hours.holiday_names import reason_words
from services.hours.moments import local, moment_at
from services.hours.timetable import DAYS_IN_WEEK, Week, overlap


class Stamp(NamedTuple):
    """A calendar without its hours, and figures that change whenever any of its hours do."""

    pk: int
    zone: str
    sample: bool
    figures: tuple[int | None, ...]


logger = logging.getLogger(__name__)
NO_WEEK: Week = ((),) * DAYS_IN_WEEK
NEVER_OPEN = rules.Calendar()
_kept: dict[str, tuple[Stamp, rules.Calendar]] = {}


def load_calendar(slug: str, known_at: datetime | None = None, stamp: Stamp | None = None) -> rules.Calendar:
    """The calendar of this name, as known now or at an earlier moment.

    As known now it is kept per process and costs one small query; none for who has its stamp already. Raises
    Calendar.DoesNotExist.
    """
    if known_at is not None:
        row = rows.Calendar.objects.get(slug=slug)
        versions = rows.CalendarVersion.objects.known_at(known_at)
        return _read({row.pk: row.zone}, versions, rows.CalendarException.objects.known_at(known_at))[row.pk]
    found = stamp or stamps(slug).get(slug)
    if found is None:
        raise rows.Calendar.DoesNotExist(slug)
    # Who has a stamp is making a page, which asks for all of them before it is done.
    _refresh({**(known_stamps() if stamp else {}), slug: found})
    return _kept[slug][1]


def load_calendar_or_closed(slug: str) -> rules.Calendar:
    """The calendar of this name as known now; one that is never open where there is none of this name.

    The team-wide calendars are named in the code, and a municipality may have no phone or no chat.
    """
    try:
        return load_calendar(slug)
    except rows.Calendar.DoesNotExist:
        return NEVER_OPEN


def _refresh(wanted: Mapping[str, Stamp]) -> None:
    """Reads the calendars that are not kept as these stamps have them: four queries for all of them."""
    stale = {slug: stamp for slug, stamp in wanted.items() if slug not in _kept or _kept[slug][0] != stamp}
    if not stale:
        return
    zones = {stamp.pk: stamp.zone for stamp in stale.values()}
    fresh = _read(zones, rows.CalendarVersion.objects.current(), rows.CalendarException.objects.current())
    _kept.update({slug: (stamp, fresh[stamp.pk]) for slug, stamp in stale.items()})


def status_words(status: rules.Status, at: datetime) -> str:
    """Open or closed, in the language of the request: “Open until 17:00”."""
    return _said(status, at, str, str)


def status_html(status: rules.Status, at: datetime) -> SafeString:
    """The same as HTML: a reason that is still Dutch is marked as such."""
    return mark_safe(_said(status, at, conditional_escape, marked))  # noqa: S308 (both escape)


def _said(status: rules.Status, at: datetime, text: Callable[[str], str], reason: Callable[[Words], str]) -> str:
    if status.open:
        if status.until is None:
            return text(_("Open"))
        until = {"time": _clock(status.until), "day": day_in_words(status.until.date())}
        if status.until - at >= timedelta(days=1):
            return text(_("Open until %(day)s at %(time)s")) % until
        return text(_("Open until %(time)s")) % until
    if status.appointment_until is not None:
        return text(_("Only by appointment, until %(time)s")) % {"time": _clock(status.appointment_until)}
    why = {"reason": _apart(reason(reason_words(status.closed_today)))}
    if status.opens is None:
        return text(_("Closed today: %(reason)s")) % why if status.closed_today else text(_("Closed"))
    opens = why | {"time": _clock(status.opens), "day": day_in_words(status.opens.date())}
    today = at.astimezone(status.opens.tzinfo).date()
    if status.opens.date() == today:
        return text(_("Closed, opens today at %(time)s")) % opens
    if status.opens.date() == today + timedelta(days=1):
        if status.closed_today:
            return text(_("Closed today: %(reason)s. Opens tomorrow at %(time)s")) % opens
        return text(_("Closed, opens tomorrow at %(time)s")) % opens
    if status.closed_today:
        return text(_("Closed today: %(reason)s. Opens %(day)s at %(time)s")) % opens
    return text(_("Closed, opens %(day)s at %(time)s")) % opens


def _clock(at: datetime) -> str:
    return _apart(formats.time_format(at.time(), "H:i"))


def _apart(words: str) -> str:
    """Words that keep their own direction within a sentence from right to left (the signs FSI and PDI)."""
    return f"\u2068{words}\u2069" if words and direction(current_code()) == "rtl" else words


def coming_exceptions(known: rules.Calendar, first: date, days: int = 30) -> list[rules.DayException]:
    """The days that differ, from this day on."""
    return [each for each in known.exceptions if first <= each.day < first + timedelta(days=days)]


def ordinary_week(slug: str) -> Week:
    """The week of this calendar that holds now; no hours when it has none."""
    stamp = known_stamps().get(slug)
    if stamp is None:
        return NO_WEEK
    known = load_calendar(slug, stamp=stamp)
    version = known.version_on(now().astimezone(ZoneInfo(known.zone)).date())
    return version.week if version is not None else NO_WEEK


def changes_today(at: datetime) -> list[datetime]:
    """Every opening and closing of this day, by appointment too: no page is kept beyond the next of them."""
    found = []
    for slug, stamp in known_stamps().items():
        known = load_calendar(slug, stamp=stamp)
        zone = ZoneInfo(known.zone)
        day = at.astimezone(zone).date()
        for interval in known.intervals_on(day):
            for second in (interval.opening_second, interval.closing_second):
                found.append(local(moment_at(day, second, zone), zone))
    return found


def stamps(slug: str = "") -> dict[str, Stamp]:
    """The stamp of every calendar, or of one, by its name: one query.

    It changes whenever any recording is added or withdrawn; recordings themselves never change.
    """
    versions = rows.CalendarVersion.objects
    exceptions = rows.CalendarException.objects
    asked = rows.Calendar.objects.filter(slug=slug) if slug else rows.Calendar.objects.all()
    found = asked.values_list("slug", "pk", "zone", "sample").annotate(
        made=_one(versions.all(), Sum("seal")),
        replaced=_one(versions.all(), Count("superseded_at")),
        held=_one(rows.CalendarInterval.objects.all(), Count("pk")),
        differed=_one(exceptions.all(), Sum("seal")),
        withdrawn=_one(exceptions.all(), Count("withdrawn_at")),
        other=_one(rows.CalendarExceptionInterval.objects.all(), Count("pk")),
    )
    return {name: Stamp(pk, zone, sample, tuple(figures)) for name, pk, zone, sample, *figures in found}


def _one(queryset: QuerySet[Any], figure: Any) -> Subquery:
    """One figure over a whole table, as part of a larger query."""
    return Subquery(queryset.order_by().annotate(all=Value(1)).values("all").annotate(figure=figure).values("figure"))


@cached_until_published
def known_stamps() -> dict[str, Stamp]:
    """The stamps as kept until anything published changes: for pages, which are made again then."""
    return stamps()


def _read(
    zones: Mapping[int, str],
    versions: QuerySet[rows.CalendarVersion],
    exceptions: QuerySet[rows.CalendarException],
) -> dict[int, rules.Calendar]:
    """The calendars with these numbers and zones."""
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
        pk: rules.Calendar(
            zone_or_ours(zone), _apart_from_each_other(weeks[pk]), tuple({**general, **own[pk]}.values())
        )
        for pk, zone in zones.items()
    }


def zone_or_ours(zone: str) -> str:
    """The zone; ours in the place of one that does not exist, so that one wrong word never takes the site down.

    Forms and content files refuse such a zone; the check `services.E020` and `/readyz` tell of one that is there.
    """
    if rules.is_zone(zone):
        return zone
    logger.error("there is no time zone %r: a calendar runs on %s", zone, rules.DEFAULT_ZONE)
    return rules.DEFAULT_ZONE


def calendars_without_zone() -> dict[str, str]:
    """The zone of every calendar that names one that does not exist, by the name of the calendar."""
    named = rows.Calendar.objects.values_list("slug", "zone")
    return {slug: zone for slug, zone in named if not rules.is_zone(zone)}


def _apart_from_each_other(weeks: Iterable[rules.WeekVersion]) -> tuple[rules.WeekVersion, ...]:
    """The weeks, without what comes after another and overlaps it: recorded at the same moment by two editors."""
    kept: list[rules.WeekVersion] = []
    for week in sorted(weeks, key=lambda each: each.valid_from):
        if kept and overlap(kept[-1].span, week.span):
            logger.error("the hours from %s overlap those before them", week.valid_from)
            continue
        kept.append(week)
    return tuple(kept)


def week_version(version: rows.CalendarVersion, intervals: Iterable[rows.CalendarInterval]) -> rules.WeekVersion:
    """The ordinary week of a version, with these hours."""
    days: dict[int, list[rules.Interval]] = defaultdict(list)
    for each in intervals:
        days[each.weekday].append(rules.Interval(each.opens, each.closes, each.by_appointment))
    week = tuple(tuple(days[day]) for day in range(rules.DAYS_IN_WEEK))
    return rules.WeekVersion(version.valid_from, version.valid_until, week)


def day_exception(
    exception: rows.CalendarException, intervals: Iterable[rows.CalendarExceptionInterval]
) -> rules.DayException:
    """A day that differs, with these hours."""
    found = tuple(rules.Interval(each.opens, each.closes, each.by_appointment) for each in intervals)
    return rules.DayException(exception.day, found, exception.reason)


def now() -> datetime:
    """The clock, for templates: the only place here that reads it."""
    return timezone.now()
