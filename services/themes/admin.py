"""Themes in Wagtail's admin."""

from wagtail.snippets.views.snippets import SnippetViewSet

from services.themes.models import Theme


class ThemeViewSet(SnippetViewSet):
    """The admin of themes."""

    model = Theme
    icon = "tag"
    list_display = ["name", "slug", "order", "sensitive", "active"]
