"""The rows in Wagtail's admin, and the facts for every text."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from services.models import (
    Calendar,
    CalendarException,
    CalendarVersion,
    District,
    Fact,
    HelpLine,
    Location,
    Theme,
)
from services.models.facts import facts_by_slug


@hooks.register("read_facts")
def read_facts() -> Mapping[str, Fact]:
    """What `{fact:...}` in a text may name."""
    return facts_by_slug()


class FactViewSet(SnippetViewSet):
    """Facts, with those nobody confirmed within reach."""

    model = Fact
    icon = "tick"
    list_display = ["slug", "label", "kind", "value", "source_date", "confirmed_on"]
    list_filter = ["kind", "sample"]
    search_fields = ["slug", "label", "value"]


class HelpLineViewSet(SnippetViewSet):
    """Help lines, translated like pages."""

    model = HelpLine
    icon = "help"
    list_display = ["name", "fact", "hours"]


class ThemeViewSet(SnippetViewSet):
    """Themes of questions."""

    model = Theme
    icon = "tag"
    list_display = ["name", "slug", "order", "sensitive", "active"]


class DistrictViewSet(SnippetViewSet):
    """Districts."""

    model = District
    icon = "site"
    list_display = ["name", "slug", "order", "colour"]


class LocationViewSet(SnippetViewSet):
    """Places to walk in."""

    model = Location
    icon = "home"
    list_display = ["name", "district", "address", "address_is_sample"]


class CalendarViewSet(SnippetViewSet):
    """Calendars; their hours are recorded beside them."""

    model = Calendar
    icon = "calendar"
    list_display = ["name", "slug", "sample"]


class VersionViewSet(SnippetViewSet):
    """The hours that hold now; earlier ones stay known but cannot be changed."""

    model = CalendarVersion
    icon = "time"
    list_display = ["calendar", "valid_from", "valid_until"]
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Only what holds now."""
        return CalendarVersion.objects.current()


class ExceptionViewSet(SnippetViewSet):
    """Closures and other hours that hold now."""

    model = CalendarException
    icon = "date"
    list_display = ["day", "reason", "calendar"]
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Only what holds now."""
        return CalendarException.objects.current()


class RowsGroup(SnippetViewSetGroup):
    """Facts and hours together in the menu."""

    menu_label = _("Facts and hours")
    menu_icon = "clipboard-list"
    menu_order = 250
    items = (
        FactViewSet,
        HelpLineViewSet,
        ThemeViewSet,
        DistrictViewSet,
        LocationViewSet,
        CalendarViewSet,
        VersionViewSet,
        ExceptionViewSet,
    )


register_snippet(RowsGroup)
