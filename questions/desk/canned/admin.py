"""Canned answers in Wagtail's admin. Its list says which name a fact that is no longer there."""

from typing import Any

import django_filters
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from questions.models import CannedAnswer


def language_in_words(answer: CannedAnswer) -> str:
    """Returns the name of its language, in the language of the request."""
    return str(dict(settings.LANGUAGES).get(answer.language, answer.language))


def theme_in_words(answer: CannedAnswer) -> str:
    """Returns the name of its theme; “every theme” when it has none."""
    return str(answer.theme.name) if answer.theme else gettext("every theme")


def missing_facts(answer: CannedAnswer) -> str:
    """Returns in words which facts are gone that it names; empty when it can be used as it is."""
    unknown = answer.unknown_facts
    return gettext("No longer there: %(names)s") % {"names": ", ".join(unknown)} if unknown else ""


class CannedAnswerFilters(WagtailFilterSet):
    """The filters of the list of canned answers."""

    language = django_filters.ChoiceFilter(label=_("language"), choices=settings.LANGUAGES)

    class Meta:
        model = CannedAnswer
        fields = ["theme", "language", "active"]


class CannedAnswerViewSet(SnippetViewSet):
    """The admin of canned answers."""

    model = CannedAnswer
    icon = "openquote"
    menu_label = _("Canned answers")
    menu_name = "canned-answers"
    menu_order = 255
    add_to_admin_menu = True
    base_url_path = "standaardantwoorden"
    list_display = [
        "name",
        Column("theme", label=_("Theme"), accessor=theme_in_words, sort_key="theme__name"),
        Column("language", label=_("Language"), accessor=language_in_words, sort_key="language"),
        BooleanColumn("active", label=_("In use"), sort_key="active"),
        Column("facts", label=_("Facts"), accessor=missing_facts),
    ]
    search_fields = ["name", "text"]
    filterset_class = CannedAnswerFilters

    def get_queryset(self, request: Any) -> QuerySet[Any]:
        """Returns the canned answers with their theme, in one query."""
        return CannedAnswer.objects.select_related("theme")
