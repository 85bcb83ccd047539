"""From rows to rules: the opening hours in force, as `services.hours` understands them."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet, Subquery, Sum, Value
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from home.languages import day_in_words
from services import hours
from services.models import calendars as rows


class Stamp(NamedTuple):
    """A calendar without its hours, and figures that change whenever any of its hours do."""

    pk: int
    zone: str
    sample: bool
    figures: tuple[int | None, ...]


_kept: dict[str, tuple[Stamp, hours.Calendar]] = {}


def calendar(slug: str, known_at: datetime | None = None, stamp: Stamp | None = None) -> hours.Calendar:
    """The calendar of this name, as known now or at an earlier moment.

    As known now it is kept per process and costs one small query; none for who has its stamp already. Raises
    Calendar.DoesNotExist.
    """
    if known_at is not None:
        row = rows.Calendar.objects.get(slug=slug)
        return _built(
            row.pk,
            row.zone,
            rows.CalendarVersion.objects.known_at(known_at),
            rows.CalendarException.objects.known_at(known_at),
        )
    stamp = stamp or stamps(slug).get(slug)
    if stamp is None:
        raise rows.Calendar.DoesNotExist(slug)
    kept = _kept.get(slug)
    if kept is None or kept[0] != stamp:
        fresh = _built(
            stamp.pk, stamp.zone, rows.CalendarVersion.objects.current(), rows.CalendarException.objects.current()
        )
        kept = _kept[slug] = (stamp, fresh)
    return kept[1]


def status_words(status: hours.Status, at: datetime) -> str:
    """Open or closed, in the language of the request: “Open until 17:00”."""
    if status.open:
        if status.until is None:
            return _("Open")
        return _("Open until %(time)s") % {"time": formats.time_format(status.until.time(), "H:i")}
    if status.opens is None:
        return _("Closed")
    time = formats.time_format(status.opens.time(), "H:i")
    today = at.astimezone(status.opens.tzinfo).date()
    if status.opens.date() == today:
        return _("Closed, opens today at %(time)s") % {"time": time}
    if status.opens.date() == today + timedelta(days=1):
        return _("Closed, opens tomorrow at %(time)s") % {"time": time}
    day = day_in_words(status.opens.date())
    return _("Closed, opens %(day)s at %(time)s") % {"day": day, "time": time}


def coming_exceptions(known: hours.Calendar, first: date, days: int = 30) -> list[hours.DayException]:
    """The days that differ, from this day on."""
    return [each for each in known.exceptions if first <= each.day < first + timedelta(days=days)]


def next_change(slugs: list[str], at: datetime) -> datetime | None:
    """The first moment at which one of these opens or closes: how long a page may be kept."""
    moments = [calendar(slug).next_change(at) for slug in slugs]
    return min((moment for moment in moments if moment is not None), default=None)


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


def _built(
    pk: int,
    zone: str,
    versions: QuerySet[rows.CalendarVersion],
    exceptions: QuerySet[rows.CalendarException],
) -> hours.Calendar:
    weeks = []
    for version in versions.filter(calendar_id=pk).prefetch_related("intervals"):
        days: dict[int, list[hours.Interval]] = defaultdict(list)
        for interval in version.intervals.all():
            days[interval.weekday].append(hours.Interval(interval.opens, interval.closes))
        week = tuple(tuple(days[day]) for day in range(hours.DAYS_IN_WEEK))
        weeks.append(hours.WeekVersion(version.valid_from, version.valid_until, week))
    # Those of every calendar come first, so that one of its own takes their place.
    differing: dict[date, hours.DayException] = {}
    for general in (True, False):
        found = exceptions.filter(calendar=None) if general else exceptions.filter(calendar_id=pk)
        for exception in found.prefetch_related("intervals"):
            intervals = tuple(hours.Interval(each.opens, each.closes) for each in exception.intervals.all())
            differing[exception.day] = hours.DayException(exception.day, intervals, exception.reason)
    return hours.Calendar(zone, tuple(weeks), tuple(differing.values()))


def now() -> datetime:
    """The clock, for templates: the only place here that reads it."""
    return timezone.now()
