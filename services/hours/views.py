"""The screen with the hours of every calendar, week by week, for editors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from home.editing.day_fields import DayField
from home.editing.refusals import admin_403
from services.hours.models import Calendar, CalendarException, CalendarVersion
from services.hours.status_words import status_html
from services.hours.store import known_calendars
from services.hours.week_ahead import WeekAhead, monday_of, week_ahead

FURTHEST = timedelta(days=3660)
"""How far from today a week that can be asked for may be."""


@dataclass(frozen=True)
class CalendarAhead:
    """A calendar with its status now, its week, and the address of the form that changes its hours."""

    row: Calendar
    words: SafeString
    open: bool
    week: WeekAhead
    change_url: str


class WeekForm(forms.Form):
    """Asks for a day of the week to look at; this week when it is left out."""

    week = DayField(label=_("Another week"), required=False)

    def __init__(self, asked: Mapping[str, str], today: date) -> None:
        self.today = today
        super().__init__({"week": asked.get("week") or monday_of(today)})

    def clean_week(self) -> date:
        """Returns the Monday of the week of that day.

        Raises ValidationError for a day more than ten years from today.
        """
        day: date = self.cleaned_data["week"] or self.today
        if abs(day - self.today) > FURTHEST:
            raise forms.ValidationError(gettext("This week is more than ten years away."))
        return monday_of(day)


@admin_403
@permission_required("services.view_calendarversion", raise_exception=True)
@require_http_methods(["GET", "HEAD"])
def hours_page(request: HttpRequest) -> HttpResponse:
    """Shows every calendar in the chosen week; status 422 for a week that cannot be asked for."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = WeekForm(request.GET, today)
    first = form.cleaned_data["week"] if form.is_valid() else monday_of(today)
    calendars = known_calendars()
    rows = []
    for row in Calendar.objects.order_by("name"):
        known = calendars[row.slug].hours
        status = known.status(now)
        week = week_ahead(known, first)
        rows.append(CalendarAhead(row, status_html(status, now), status.open, week, _change_url(row, week)))
    return render(
        request,
        "services/admin/hours.html",
        {
            "form": form,
            "calendars": rows,
            "first": first,
            "last": first + timedelta(days=6),
            "number": first.isocalendar().week,
            "before": first - timedelta(weeks=1),
            "after": first + timedelta(weeks=1),
            "days": [first + timedelta(days=number) for number in range(7)],
            "today": today,
            "exception_url": reverse(f"{CalendarException.snippet_viewset.url_namespace}:add"),
        },
        status=200 if form.is_valid() else 422,
    )


def _change_url(row: Calendar, week: WeekAhead) -> str:
    """Returns the address of the form with the hours that hold in this week, or of a form for new ones."""
    versions = CalendarVersion.objects.current().filter(calendar=row)
    held = versions.valid_between(week.first, week.days[-1].day).order_by("valid_from").first()
    namespace = CalendarVersion.snippet_viewset.url_namespace
    return reverse(f"{namespace}:edit", args=[held.pk]) if held else reverse(f"{namespace}:add")
