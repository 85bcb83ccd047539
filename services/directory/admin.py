"""The directory in Wagtail's admin: organisations, services, audiences, languages, postcodes."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from services.directory.forms import OrganisationForm
from services.directory.models import Organisation, Postcode
from services.offers.models import Audience, Service, SpokenLanguage


class _Unconfirmed(WagtailFilterSet):
    """A filter for rows that nobody confirmed."""

    unconfirmed = BooleanFilter(label=_("not yet confirmed"), field_name="confirmed_on", lookup_expr="isnull")


class OrganisationFilters(_Unconfirmed):
    """The filters of the list of organisations."""

    nowhere = BooleanFilter(label=_("cannot be reached yet"), method="those_without_contact")

    class Meta:
        model = Organisation
        fields = ["kind", "themes", "districts", "audiences", "languages", "active", "hidden_place"]

    def those_without_contact(self, found: QuerySet[Organisation], name: str, value: Any) -> QuerySet[Organisation]:
        """Returns the organisations without phone number, website and e-mail address; for False those with one."""
        nothing = {"phone": None, "website": "", "mail": ""}
        if value is None:
            return found
        return found.filter(**nothing) if value else found.exclude(**nothing)


class ServiceFilters(_Unconfirmed):
    """The filters of the list of services."""

    class Meta:
        model = Service
        fields = ["themes", "districts", "audiences", "organisation", "active"]


class OrganisationViewSet(SnippetViewSet):
    """The admin of organisations of the sociale basis (help in the neighbourhood without a referral)."""

    model = Organisation
    edit_handler = ObjectList(Organisation.panels, base_form_class=OrganisationForm)
    icon = "group"
    list_display = ["name", "kind", "address", "hidden_place", "active", "confirmed_on"]
    filterset_class = OrganisationFilters
    search_fields = ["name", "slug", "source"]
    list_per_page = 50


class ServiceViewSet(SnippetViewSet):
    """The admin of services, which other sites read as open data too."""

    model = Service
    icon = "tasks"
    list_display = ["name", "organisation", "upl", "active", "confirmed_on"]
    filterset_class = ServiceFilters
    search_fields = ["name", "slug", "upl"]


class AudienceViewSet(SnippetViewSet):
    """The admin of the groups of people that help is for, translated like pages."""

    model = Audience
    icon = "user"
    list_display = ["name", "slug", "order"]


class SpokenLanguageViewSet(SnippetViewSet):
    """The admin of languages in which somebody can be helped."""

    model = SpokenLanguage
    icon = "openquote"
    list_display = ["name", "code"]


class PostcodeViewSet(SnippetViewSet):
    """The admin of postcodes, with the district of each."""

    model = Postcode
    icon = "site"
    list_display = ["digits", "district", "sample", "latitude", "longitude"]
    list_filter = ["district", "sample"]
    search_fields = ["digits"]


class DirectoryGroup(SnippetViewSetGroup):
    """The menu item with everything of the directory."""

    menu_label = _("Organisations")
    menu_icon = "group"
    menu_order = 240
    items = (OrganisationViewSet, ServiceViewSet, AudienceViewSet, SpokenLanguageViewSet, PostcodeViewSet)


register_snippet(DirectoryGroup)
