"""Districts and locations in Wagtail's admin."""

from wagtail.snippets.views.snippets import SnippetViewSet

from services.places.models import District, Location


class DistrictViewSet(SnippetViewSet):
    """The admin of districts."""

    model = District
    icon = "site"
    list_display = ["name", "slug", "order", "colour"]


class LocationViewSet(SnippetViewSet):
    """The admin of places to walk in."""

    model = Location
    icon = "home"
    list_display = ["name", "district", "address", "address_is_sample"]
