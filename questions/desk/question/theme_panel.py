"""Beside the conversation: the theme as staff corrected it, beside the one that the resident chose."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from questions.desk.question.forms import DeskForm, reason_field
from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk_choices import ThemeReason
from questions.models import Question
from questions.statuses import Status
from services.models import Theme

NOT_IN_USE = _("This theme is not in use any more. Choose another one.")
NOBODY = _("No colleague answers this theme yet, so nobody could read the question. Ask the administrator first.")


class ThemeField(forms.ModelChoiceField[Theme]):
    """A theme, named with what it means for this question."""

    question: Question

    def label_from_instance(self, obj: Theme) -> str:
        if obj == self.question.theme:
            return gettext("%(theme)s (the resident's choice)") % {"theme": obj.name}
        return gettext("%(theme)s (sensitive)") % {"theme": obj.name} if obj.sensitive else obj.name


class ThemeForm(DeskForm):
    """The theme that the question is about, as a colleague sees it."""

    theme = ThemeField(
        label=_("This question is about"),
        queryset=Theme.objects.none(),
        to_field_name="slug",
        empty_label=None,
        help_text=_("The figures go on counting the theme that the resident chose; yours stands beside it."),
        error_messages={"required": _("Choose a theme."), "invalid_choice": NOT_IN_USE},
    )

    reason = reason_field(_("Why do you correct it?"), ThemeReason)

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("theme", question.effective_theme.slug)
        field = cast(ThemeField, self.fields["theme"])
        field.queryset = Theme.objects.active().order_by("order")
        field.question = question
        # As a list: Django's widget asks twice, and each time would be a query.
        field.choices = [(theme.slug, field.label_from_instance(theme)) for theme in field.queryset]


def _correcting(shown: Shown) -> dict[str, Any] | None:
    if not shown.handles or shown.question.status == Status.MERGED:
        return None
    return {"theming": ThemeForm(question=shown.question)}


def _corrected(shown: Shown) -> dict[str, Any] | None:
    return {} if shown.question.theme_corrected else None


CORRECT_THEME = Panel("desk/theme_panel.html", _correcting, summary=_("Correct theme"), key="t", forms=("theming",))
THEME_CORRECTED = Panel("desk/theme_corrected.html", _corrected, slot=Slot.KNOW)
