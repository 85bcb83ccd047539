"""A panel above the form of a fact: every page and row that shows the fact, and in which languages."""

from typing import Any

from django.db.models import Model
from wagtail.admin.panels import Panel


class UsePanel(Panel):
    """Lists where the fact is used; hidden for a fact that is not saved yet."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one fact."""

        template_name = "services/admin/fact_use.html"
        instance: Model

        def is_shown(self) -> bool:
            """Returns whether the fact is saved, so that texts can name it."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Returns the context with the pages and rows that use the fact."""
            from services.facts.usage import uses_of  # it looks into pages, which point to facts

            context: dict[str, Any] = super().get_context_data(parent_context)
            slug = type(self.instance)._default_manager.values_list("slug", flat=True).get(pk=self.instance.pk)
            return context | {"uses": uses_of(slug), "slug": slug}
