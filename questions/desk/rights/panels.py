"""The panel on the first page of the admin about accounts that wait until a team leader vouches for them."""

from typing import Any

from wagtail.admin.ui.components import Component

from questions.desk.rights.views import may_confirm
from questions.models import Unconfirmed


class WaitingPanel(Component):
    """Tells team leaders how many accounts wait, and a person whose own account waits that it does."""

    template_name = "desk/rights_panel.html"
    order = 5

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        waiting = Unconfirmed.objects.exclude(user=user).count() if may_confirm(user) else 0
        return {"waiting": waiting, "own": Unconfirmed.objects.filter(user=user).exists()}
