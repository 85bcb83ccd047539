"""Beside the conversation: the theme as staff corrected it, beside the one that the resident chose."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from questions.desk.question.forms import DeskForm
from questions.desk.question.panel import Panel, Shown, Slot
from questions.models import Question
from questions.statuses import Status
from services.models import Theme

NOT_IN_USE = _("This theme is not in use any more. Choose another one.")
NOBODY = _("No colleague answers this theme yet, so nobody could read the question. Ask the administrator first.")


class ThemeForm(DeskForm):
    """The theme that the question is about, as a colleague sees it."""

    theme = forms.ModelChoiceField(
        label=_("This question is about"),
        queryset=Theme.objects.none(),
        to_field_name="slug",
        empty_label=None,
        help_text=_("The figures go on counting the theme that the resident chose; yours stands beside it."),
        error_messages={"required": _("Choose a theme."), "invalid_choice": NOT_IN_USE},
    )

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("theme", question.effective_theme.slug)
        field = self.fields["theme"]
        field.queryset = Theme.objects.active().order_by("order")  # type: ignore[attr-defined]
        field.label_from_instance = lambda theme: _named(theme, question)  # type: ignore[attr-defined]


def _named(theme: Theme, question: Question) -> str:
    if theme == question.theme:
        return gettext("%(theme)s (the resident's choice)") % {"theme": theme.name}
    return gettext("%(theme)s (sensitive)") % {"theme": theme.name} if theme.sensitive else theme.name


def _correcting(shown: Shown) -> dict[str, Any] | None:
    if not shown.handles or shown.question.status == Status.MERGED:
        return None
    return {"theming": ThemeForm(question=shown.question)}


def _corrected(shown: Shown) -> dict[str, Any] | None:
    return {} if shown.question.theme_corrected else None


CORRECT_THEME = Panel("desk/theme_panel.html", _correcting, summary=_("Correct theme"), key="t", forms=("theming",))
THEME_CORRECTED = Panel("desk/theme_corrected.html", _corrected, slot=Slot.KNOW)
