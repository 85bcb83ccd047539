"""Messages above pages and hard words in Wagtail's admin."""

from datetime import datetime
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.alerts.models import AlertBanner, AlertBannerQuerySet
from home.alerts.rules import NOW, OVER, PLANNED
from home.glossary.models import GlossaryTerm

STANDING = [(NOW, _("shown now")), (PLANNED, _("planned")), (OVER, _("over"))]


def standing_in_words(banner: AlertBanner) -> str:
    """Returns “planned”, “shown now” or “over” in the language of the request."""
    return str(dict(STANDING)[banner.standing_at(timezone.now())])


def place_in_words(banner: AlertBanner) -> str:
    """Returns the address, district and language that the message is limited to; “every page” when it is not."""
    places = [banner.path, str(banner.district or ""), banner.language]
    return ", ".join(place for place in places if place) or gettext("every page")


class AlertFilters(WagtailFilterSet):
    """The filters of the list of messages."""

    standing = django_filters.ChoiceFilter(label=_("Now, planned or over"), choices=STANDING, method="by_standing")

    class Meta:
        model = AlertBanner
        fields = ["standing", "severity"]

    def by_standing(self, queryset: AlertBannerQuerySet, name: str, value: str) -> AlertBannerQuerySet:
        """Returns only the messages that are planned, shown or over at this moment."""
        now: datetime = timezone.now()
        return queryset.standing(value, now)


class AlertViewSet(SnippetViewSet):
    """The admin of messages above pages; its list says which are shown now."""

    model = AlertBanner
    icon = "warning"
    list_display = [
        "heading",
        Column("standing", label=_("Now, planned or over"), accessor=standing_in_words),
        "severity",
        Column("place", label=_("Where"), accessor=place_in_words),
        "starts",
        "ends",
        LocaleColumn(),
    ]
    list_export = ["heading", "text", "severity", "starts", "ends", "path", "district", "language"]
    filterset_class = AlertFilters

    def get_queryset(self, request: Any) -> QuerySet[Any]:
        """Returns the messages with their district and language, in one query."""
        return AlertBanner.objects.select_related("district", "locale")


class GlossaryTermViewSet(SnippetViewSet):
    """The admin of hard words."""

    model = GlossaryTerm
    icon = "openquote"
    list_display = ["term", "explanation", "forms", LocaleColumn()]
    search_fields = ["term", "forms", "explanation"]


class ResidentsGroup(SnippetViewSetGroup):
    """The menu item "For readers", with the messages and the hard words."""

    menu_label = _("For readers")
    menu_icon = "help"
    menu_order = 240
    items = (AlertViewSet, GlossaryTermViewSet)
