"""Hours in Wagtail's admin: calendars and their recordings, the weeks ahead, and the closures to decide about."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from services.hours.closure_views import closures_page, judge_closure
from services.hours.forms import RecordingForm
from services.hours.models import Calendar, CalendarException, CalendarVersion
from services.hours.views import hours_page


class HoursMenuItem(MenuItem):
    """A menu item for people who may see hours."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("services.view_calendarversion")


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Returns the URLs of hours and closures."""
    return [
        path("openingstijden/", hours_page, name="hours_ahead"),
        path("openingstijden/sluitingen/", closures_page, name="closures"),
        path("openingstijden/sluitingen/<str:day>/", judge_closure, name="judge_closure"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Returns the menu item of opening hours."""
    return HoursMenuItem(_("Opening hours"), reverse("hours_ahead"), name="openingstijden", icon_name="time", order=245)


class CalendarViewSet(SnippetViewSet):
    """The admin of calendars; their hours are recorded in rows of their own."""

    model = Calendar
    icon = "calendar"
    list_display = ["name", "slug", "sample"]


class VersionViewSet(SnippetViewSet):
    """The admin of ordinary weeks as known now; recordings that were replaced are kept but not shown."""

    model = CalendarVersion
    edit_handler = ObjectList(CalendarVersion.panels, base_form_class=RecordingForm)
    icon = "time"
    list_display = ["calendar", "valid_from", "valid_until"]
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Returns only the recordings that were not replaced."""
        return CalendarVersion.objects.current()


class ExceptionViewSet(SnippetViewSet):
    """The admin of closures and other hours on a day, as known now."""

    model = CalendarException
    edit_handler = ObjectList(CalendarException.panels, base_form_class=RecordingForm)
    icon = "date"
    list_display = ["day", "reason", "calendar"]
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Returns only the recordings that were not withdrawn."""
        return CalendarException.objects.current()
