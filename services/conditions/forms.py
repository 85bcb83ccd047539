"""The editor's form for a condition: it notes who confirmed it."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm


class ConditionForm(WagtailAdminModelForm):
    """Notes the editor who fills in the day of confirmation as the one who confirmed it."""

    def save(self, commit: bool = True) -> Any:
        """Returns the condition, with the name of the person who confirmed it."""
        if "confirmed_on" in self.changed_data:
            self.instance.confirmed_by = self.for_user if self.instance.confirmed_on else None
        return super().save(commit=commit)
