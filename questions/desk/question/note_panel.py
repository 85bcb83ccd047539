"""Writing a note for colleagues."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.text.visible import says_something
from questions.desk.question.forms import DeskForm
from questions.desk.question.panel import Panel, Shown

LIMIT = 5_000


class NoteForm(DeskForm):
    """A note for colleagues."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(
        label=_("Note for colleagues"),
        help_text=_("The resident never sees it. At most 5,000 characters."),
        max_length=LIMIT,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": _("Write a note first.")},
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if not says_something(text):
            raise forms.ValidationError(self.fields["text"].error_messages["required"], code="required")
        return text


def _noting(shown: Shown) -> dict[str, Any]:
    return {"noting": NoteForm()}


NOTE = Panel("desk/note_panel.html", _noting, summary=_("Note"), key="n", forms=("noting",))
