"""Laws and conditions in Wagtail's admin: which must be looked at, which pages depend on them, which may be deleted."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from home.editing.usage import UsesStandAbove
from services.conditions.forms import ConditionForm
from services.conditions.models import Condition, ConditionsPage, Law, pages_naming
from services.conditions.panels import DependentsPanel
from services.conditions.rules import ConditionState
from services.conditions.selectors import ended, ending, unconfirmed
from services.conditions.usage import Dependent, dependents

CONDITIONS = "wagtailsnippets_services_condition:list"
ENDED, ENDING, UNCONFIRMED = "ended", "ending", "unconfirmed"
MOST_TITLES = 5


class ConditionFilter(WagtailFilterSet):
    """Filters by what must be looked at, and by law."""

    look = django_filters.ChoiceFilter(
        label=_("To look at"),
        choices=[
            (ENDED, _("No longer valid")),
            (ENDING, _("Valid for less than 60 days")),
            (UNCONFIRMED, _("Not yet confirmed")),
        ],
        method="looked_at",
    )

    class Meta:
        model = Condition
        fields = ["look", "law"]

    def looked_at(self, rows: "QuerySet[Condition]", name: str, value: str) -> "QuerySet[Condition]":
        """Returns the conditions that must be looked at for the chosen reason, seen from today."""
        today = timezone.localdate()
        return rows.filter({ENDED: ended(today), ENDING: ending(today), UNCONFIRMED: unconfirmed()}[value])


def state_in_words(condition: Condition) -> str:
    """Returns the state of a condition today in words, such as “ends soon”."""
    return {
        ConditionState.COMING: gettext("not valid yet"),
        ConditionState.HOLDS: gettext("valid"),
        ConditionState.ENDS_SOON: gettext("ends soon"),
        ConditionState.ENDED: gettext("no longer valid"),
    }[condition.state_on(timezone.localdate())]


class PagesColumn(Column):
    """The column with the pages that depend on a condition, each with its languages; read once for the whole list."""

    def get_cell_context_data(self, instance: Condition, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        if not hasattr(request, "pages_of_conditions"):
            request.pages_of_conditions = dependents(Condition.objects.prefetch_related("services"))
        pages = request.pages_of_conditions.get(instance.pk, [])
        context["value"] = "; ".join(in_words(page) for page in pages)
        return context


def in_words(page: Dependent) -> str:
    """Returns the title of a page with the languages in which it has words of its own."""
    return f"{page.title} ({', '.join(version.language for version in page.written)})"


class ConditionViewSet(UsesStandAbove):
    """The admin of conditions, with filters for what must be looked at."""

    model = Condition
    edit_handler = ObjectList(
        [DependentsPanel(heading=_("Where it is used")), *Condition.panels], base_form_class=ConditionForm
    )
    icon = "list-ul"
    list_display = [
        "name",
        "law",
        "article",
        Column("state", label=_("Valid?"), accessor=state_in_words),
        PagesColumn("pages", label=_("Pages and translations"), accessor="slug"),
        DateColumn("valid_until", label=_("Valid until"), sort_key="valid_until"),
        DateColumn("confirmed_on", label=_("Confirmed on"), sort_key="confirmed_on"),
    ]
    filterset_class = ConditionFilter
    search_fields = ["slug", "name", "article"]


class LawViewSet(SnippetViewSet):
    """The admin of laws."""

    model = Law
    icon = "doc-full"
    list_display = ["short_name", "name", "theme", "order"]


@hooks.register("before_delete_snippet")
def no_condition_disappears_from_a_page(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """Refuses to delete a condition that pages name, as their words would be about nothing.

    Returns a redirect to the list when it refuses; None to go on.
    """
    for condition in instances:
        pages = pages_naming(condition.slug) if isinstance(condition, Condition) else []
        if pages:
            titles = ", ".join(sorted({str(page.title) for page in pages})[:MOST_TITLES])
            message = gettext("“%(condition)s” is used on: %(titles)s. Take it off there first.")
            messages.error(request, message % {"condition": condition, "titles": titles})
            return redirect(CONDITIONS)
    return None


@hooks.register("before_delete_snippet")
def no_law_with_conditions_disappears(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """Refuses to delete a law that has conditions or a page.

    Returns a redirect to the list when it refuses, else None.
    """
    for law in instances:
        if not isinstance(law, Law):
            continue
        names = [condition.name for condition in law.conditions.all()]
        names += [str(page) for page in ConditionsPage.objects.filter(law=law, alias_of=None)]
        if names:
            message = gettext("“%(law)s” still has: %(names)s.")
            messages.error(request, message % {"law": law, "names": ", ".join(names[:MOST_TITLES])})
            return redirect("wagtailsnippets_services_law:list")
    return None
