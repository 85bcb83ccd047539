"""The editor's form for a condition, which records who confirmed it."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm


class ConditionForm(WagtailAdminModelForm):
    """Records the editor who fills in the day of confirmation as the person who confirmed the condition."""

    def save(self, commit: bool = True) -> Any:
        """Saves and returns the condition, with the person who confirmed it."""
        if "confirmed_on" in self.changed_data:
            self.instance.confirmed_by = self.for_user if self.instance.confirmed_on else None
        return super().save(commit=commit)
