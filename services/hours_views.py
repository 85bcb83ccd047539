"""The hours of every calendar as they will be, week by week, for editors."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from home.staff import refusing
from services.models.calendars import Calendar, CalendarException, CalendarVersion
from services.opening import calendar, stamps, status_html
from services.week_ahead import WeekAhead, monday_of, week_ahead

FURTHEST = timedelta(days=3660)
"""From today to a week that can be asked for."""


@dataclass(frozen=True)
class CalendarAhead:
    """A calendar, whether it is open now, its week, and where its hours are changed."""

    row: Calendar
    words: SafeString
    open: bool
    week: WeekAhead
    change_url: str


@refusing
@permission_required("services.view_calendarversion", raise_exception=True)
@require_http_methods(["GET", "HEAD"])
def hours_page(request: HttpRequest) -> HttpResponse:
    """Every calendar in the chosen week."""
    now = timezone.now()
    first = _monday(request.GET.get("week", ""), timezone.localdate(now))
    known_stamps = stamps()
    rows = []
    for row in Calendar.objects.order_by("name"):
        known = calendar(row.slug, stamp=known_stamps[row.slug])
        status = known.status(now)
        week = week_ahead(known, first)
        rows.append(CalendarAhead(row, status_html(status, now), status.open, week, _change_url(row, week)))
    return render(
        request,
        "services/admin/hours.html",
        {
            "calendars": rows,
            "first": first,
            "last": first + timedelta(days=6),
            "number": first.isocalendar().week,
            "before": first - timedelta(weeks=1),
            "after": first + timedelta(weeks=1),
            "days": [first + timedelta(days=number) for number in range(7)],
            "today": timezone.localdate(now),
            "exception_url": reverse(f"{CalendarException.snippet_viewset.url_namespace}:add"),
        },
    )


def _monday(typed: str, today: date) -> date:
    """The Monday of the week of a day that was asked for, else of today."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return monday_of(today)
    return monday_of(day if abs(day - today) < FURTHEST else today)


def _change_url(row: Calendar, week: WeekAhead) -> str:
    """The form of the hours that hold in this week, or of new ones."""
    versions = CalendarVersion.objects.current().filter(calendar=row)
    last = week.days[-1].day
    held = versions.filter(valid_from__lte=last).exclude(valid_until__lt=week.first).order_by("valid_from").first()
    namespace = CalendarVersion.snippet_viewset.url_namespace
    return reverse(f"{namespace}:edit", args=[held.pk]) if held else reverse(f"{namespace}:add")
