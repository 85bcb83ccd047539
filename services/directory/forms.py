"""The editor's form of an organisation."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm

from services.directory.models import HIDDEN_HAS_NO_DISTRICT


class OrganisationForm(WagtailAdminModelForm):
    """Refuses districts for a hidden place; they are saved after the row, so the model itself cannot see them."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("hidden_place") and cleaned.get("districts"):
            self.add_error("districts", HIDDEN_HAS_NO_DISTRICT)
        return cleaned
