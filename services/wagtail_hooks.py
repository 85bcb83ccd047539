"""Hooks of this app: its rows in the admin menu, facts for texts, contexts of pages, moments of change."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.pages.page_context import HOOK as PAGE_CONTEXT
from services import editor_tasks as _on_the_start_screen  # noqa: F401 (importing registers it)
from services.conditions.admin import ConditionViewSet, LawViewSet
from services.conditions.models import ConditionsPage
from services.conditions.presenters import changes_tonight, conditions_context
from services.directory import admin as _directory  # noqa: F401 (importing registers it)
from services.directory.pages import DirectoryPage, OrganisationPage
from services.directory.presenters import directory_context, organisation_context
from services.directory.town_map import faults_of_map
from services.facts.admin import FactViewSet, HelpLineViewSet
from services.facts.models import Fact, facts_by_slug
from services.finder.checks import faults_for
from services.hours.admin import CalendarViewSet, ExceptionViewSet, VersionViewSet
from services.hours.store import changes_today
from services.places.admin import DistrictViewSet, LocationViewSet
from services.posters import admin as _posters_and_flyers  # noqa: F401 (importing registers it)
from services.themes.admin import ThemeViewSet
from services.yaml_files.documents import Fault


@hooks.register("read_facts")
def read_facts() -> Mapping[str, Fact]:
    """Returns the facts that `{fact:...}` in a text can name, by slug."""
    return facts_by_slug()


@hooks.register("content_faults")
def finder_and_map_can_be_read(folder: Path, known: Mapping[str, set[str]]) -> list[Fault]:
    """Returns the faults of the finder and the map in a folder of content, if it has them."""
    return [*faults_for(folder / "finder", known), *faults_of_map(folder / "map.yaml", known["district"])]


@hooks.register(PAGE_CONTEXT)
def conditions_page(page: Any, request: HttpRequest) -> Mapping[str, Any]:
    """Returns the context of a conditions page: conditions that hold today and those that come later; else empty."""
    return conditions_context(page, request) if isinstance(page, ConditionsPage) else {}


@hooks.register(PAGE_CONTEXT)
def directory_page(page: Any, request: HttpRequest) -> Mapping[str, Any]:
    """Returns the context of the directory, or of an organisation's page; empty for any other page."""
    if isinstance(page, DirectoryPage):
        return directory_context(page, request)
    return organisation_context(page) if isinstance(page, OrganisationPage) else {}


@hooks.register("next_moments")
def pages_change_when_it_opens_or_closes(at: datetime) -> list[datetime]:
    """Returns the moments of this day at which something opens or closes: pages are not kept past the next one."""
    return changes_today(at)


@hooks.register("next_moments")
def pages_change_when_a_condition_begins_or_ends(at: datetime) -> list[datetime]:
    """Returns the coming midnight if a condition begins or ends at it: pages are not kept past it."""
    return changes_tonight(at)


class RowsGroup(SnippetViewSetGroup):
    """The menu item "Facts and hours", with the rows of this app."""

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
