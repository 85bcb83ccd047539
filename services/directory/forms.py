"""What an editor reads when the place of an organisation cannot be so."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

HIDDEN_HAS_NO_PLACE = _(
    "Nobody may know where this is. Take away the address, the day on which it was confirmed and the coordinates."
)
HIDDEN_HAS_NO_DISTRICT = _(
    "Nobody may know where this is, not even in which district. Choose no district: then it is for the whole town."
)
STAYS_HIDDEN = _("A shelter or help against violence stays hidden: tick “nobody may know where it is”.")
POINT_IS_WHOLE = _("A place on the map needs both latitude and longitude, or neither.")
POINT_IS_CONFIRMED = _("Only a confirmed address has a place on the map. Fill in when it was confirmed.")
CONFIRMED_IS_REAL = _("An address that is empty or an example cannot be confirmed.")


class OrganisationForm(WagtailAdminModelForm):
    """The editor's form; only here the districts that were chosen are known before they are saved."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("hidden_place") and cleaned.get("districts"):
            self.add_error("districts", HIDDEN_HAS_NO_DISTRICT)
        return cleaned
