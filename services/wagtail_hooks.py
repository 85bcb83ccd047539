"""The rows in Wagtail's admin, and the facts for every text."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.editing.usage import UsesStandAbove
from home.pages.page_context import HOOK as PAGE_CONTEXT
from services import editor_tasks as _on_the_start_screen  # noqa: F401 (importing registers it)
from services.conditions.admin import ConditionViewSet, LawViewSet
from services.conditions.models import ConditionsPage
from services.conditions.presenters import changes_tonight, conditions_context
from services.directory import admin as _directory  # noqa: F401 (importing registers it)
from services.directory.pages import DirectoryPage, OrganisationPage
from services.directory.presenters import directory_context, organisation_context
from services.directory.town_map import faults_of_map
from services.facts.models import Fact, HelpLine, facts_by_slug
from services.facts.usage import uses_of
from services.finder.checks import faults_for
from services.hours import admin  # noqa: F401 (registers its hooks)
from services.hours.models import Calendar, CalendarException, CalendarVersion
from services.hours.store import changes_today
from services.places.models import District, Location
from services.posters import admin as _posters_and_flyers  # noqa: F401 (importing registers it)
from services.themes.models import Theme
from services.yaml_files.documents import Fault


@hooks.register("read_facts")
def read_facts() -> Mapping[str, Fact]:
    """What `{fact:...}` in a text may name."""
    return facts_by_slug()


@hooks.register("content_faults")
def finder_and_map_can_be_read(folder: Path, known: Mapping[str, set[str]]) -> list[Fault]:
    """What is wrong with the finder and the map in a folder of content, as far as they stand there."""
    return [*faults_for(folder / "finder", known), *faults_of_map(folder / "map.yaml", known["district"])]


@hooks.register(PAGE_CONTEXT)
def conditions_page(page: Any, request: HttpRequest) -> Mapping[str, Any]:
    """Adds what holds today and what comes later to a page about a law."""
    return conditions_context(page, request) if isinstance(page, ConditionsPage) else {}


@hooks.register(PAGE_CONTEXT)
def directory_page(page: Any, request: HttpRequest) -> Mapping[str, Any]:
    """Adds the list that was asked for, or what the row of an organisation says."""
    if isinstance(page, DirectoryPage):
        return directory_context(page, request)
    return organisation_context(page) if isinstance(page, OrganisationPage) else {}


@hooks.register("next_moments")
def pages_change_when_it_opens_or_closes(at: datetime) -> list[datetime]:
    """Until when a page may be kept."""
    return changes_today(at)


@hooks.register("next_moments")
def pages_change_when_a_condition_begins_or_ends(at: datetime) -> list[datetime]:
    """Until when a page may be kept."""
    return changes_tonight(at)


@hooks.register("before_delete_snippet")
def no_fact_disappears_from_a_text(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """A fact that texts name cannot be deleted: the number would be gone from them without a word."""
    for fact in instances:
        uses = uses_of(fact.slug) if isinstance(fact, Fact) else []
        if uses:
            titles = ", ".join(sorted({use.title for use in uses})[:5])
            messages.error(request, gettext("“%(fact)s” is used on: %(titles)s.") % {"fact": fact, "titles": titles})
            return redirect("wagtailsnippets_services_fact:list")
    return None


class FactViewSet(UsesStandAbove):
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
        LawViewSet,
        ConditionViewSet,
    )


register_snippet(RowsGroup)
