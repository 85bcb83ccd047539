"""Facts and help lines in Wagtail's admin; a fact that is used cannot be deleted."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.snippets.views.snippets import SnippetViewSet

from home.editing.usage import UsesStandAbove
from services.facts.models import Fact, HelpLine
from services.facts.usage import uses_of


class FactViewSet(UsesStandAbove):
    """The admin of facts."""

    model = Fact
    icon = "tick"
    list_display = ["slug", "label", "kind", "value", "source_date", "confirmed_on"]
    list_filter = ["kind", "sample"]
    search_fields = ["slug", "label", "value"]


class HelpLineViewSet(SnippetViewSet):
    """The admin of help lines, translated like pages."""

    model = HelpLine
    icon = "help"
    list_display = ["name", "fact", "hours"]


@hooks.register("before_delete_snippet")
def no_fact_disappears_from_a_text(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """Refuses to delete a fact that is used: its value would be gone from texts unnoticed.

    Returns a redirect to the list when it refuses; None to go on.
    """
    for fact in instances:
        uses = uses_of(fact.slug) if isinstance(fact, Fact) else []
        if uses:
            titles = ", ".join(sorted({use.title for use in uses})[:5])
            messages.error(request, gettext("“%(fact)s” is used on: %(titles)s.") % {"fact": fact, "titles": titles})
            return redirect("wagtailsnippets_services_fact:list")
    return None
