"""A panel above the form of a condition: what must be looked at, and the pages and translations that depend on it."""

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from services.conditions.usage import dependents


class DependentsPanel(Panel):
    """Lists the pages that depend on a condition; hidden for a condition that is not saved yet."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one condition."""

        template_name = "services/admin/condition_use.html"

        def is_shown(self) -> bool:
            """Returns whether the condition is saved, so that pages can name it."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Returns the context with the condition, its state today and the pages that depend on it."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            known = type(self.instance)._default_manager.select_related("law").get(pk=self.instance.pk)
            state = known.state_on(timezone.localdate())
            return context | {"condition": known, "state": state.value, "pages": dependents([known])[known.pk]}
