"""The panel on the first page of the admin about accounts that wait until a team leader vouches for them."""

from typing import Any

from django.contrib.auth.models import User
from wagtail.admin.ui.components import Component

from questions.desk.rights.views import may_confirm
from questions.models import Unconfirmed


def accounts_to_vouch_for(user: User) -> int:
    """Returns how many accounts wait until this person vouches for them; 0 for somebody who may not."""
    return Unconfirmed.objects.exclude(user=user).count() if may_confirm(user) else 0


class WaitingPanel(Component):
    """Tells team leaders how many accounts wait, and a person whose own account waits that it does."""

    template_name = "desk/rights_panel.html"
    order = 5

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"waiting": accounts_to_vouch_for(user), "own": Unconfirmed.objects.filter(user=user).exists()}
