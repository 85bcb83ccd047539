"""Warns administrators of questions with words of danger that no colleague may open. No word of them is shown."""

from typing import Any

from wagtail.admin.ui.components import Component

from questions.models import Question
from questions.permissions import read_by_nobody, themes_of_nobody


class DangerPanel(Component):
    """On the first page of the admin, for people who manage colleagues. Empty when somebody can read everything."""

    template_name = "desk/danger_panel.html"
    order = 10

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"unread": read_by_nobody(Question.objects.to_judge()), "themes": themes_of_nobody()}
