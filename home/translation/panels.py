"""What the editor of a Dutch page sees of its translations, and the tick for a minor edit."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from home.languages import source_code
from home.translation.states import states_of


class StatesPanel(Panel):
    """Shows the state of the page in every language."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one page; shown for Dutch pages only."""

        template_name = "home/admin/translation_states.html"

        def is_shown(self) -> bool:
            page = self.instance
            return bool(page.pk and not page.alias_of_id and page.locale.language_code == source_code())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"standing": states_of([self.instance])[0]}


class MinorEditPanel(FieldPanel):
    """The tick that leaves translations up to date."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel for one page; shown for published Dutch pages only."""

        def is_shown(self) -> bool:
            page = self.instance
            source = page.live and not page.alias_of_id and page.locale.language_code == source_code()
            return bool(source and super().is_shown())

        def get_comparison_class(self) -> None:
            """Returns None: the tick belongs to one publication, so versions have nothing to compare."""


translation_panels = [
    MultiFieldPanel([StatesPanel(), MinorEditPanel("minor_edit")], heading=_("Translations"), icon="globe")
]
