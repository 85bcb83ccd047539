"""The form with which a colleague says that two questions are one."""

import uuid
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from questions.actions.codes import parse_reference
from questions.desk.question.forms import DeskForm
from questions.desk.question.merge_candidates import Candidate

LAST, THIS, OTHER = "last", "this", "other"


class MergeForm(DeskForm):
    """The other question, chosen or by its reference, and which of the two goes on."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    candidate = forms.ChoiceField(label=_("Questions that look alike"), required=False, widget=forms.RadioSelect)
    reference = forms.CharField(
        label=_("Or the reference of another question"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    keep = forms.ChoiceField(
        label=_("Which one goes on?"),
        choices=[
            (LAST, _("The one asked last: the resident has its code for sure")),
            (THIS, _("The question that you came from")),
            (OTHER, _("The other one")),
        ],
        initial=LAST,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which one goes on.")},
    )
    sure = forms.BooleanField(label=_("I am sure that one person asked both"), required=False)

    def __init__(self, *args: Any, candidates: Sequence[Candidate] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = candidates
        cast(forms.ChoiceField, self.fields["candidate"]).choices = [
            (candidate.question.reference, _described(candidate)) for candidate in candidates
        ]
        if not candidates:
            del self.fields["candidate"]
            self.fields["reference"].label = _("The reference of the other question")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        typed, chosen = cleaned.get("reference", ""), cleaned.get("candidate", "")
        cleaned["chosen"] = parse_reference(typed) if typed.strip() else chosen
        if typed.strip() and not cleaned["chosen"]:
            self.add_error(
                "reference",
                gettext("A reference has six letters and digits, such as K7M-4QX; never an O, a nought or a 1."),
            )
        elif chosen and cleaned["chosen"] not in ("", chosen):
            both = {"chosen": chosen, "typed": cleaned["chosen"]}
            self.add_error(
                "reference",
                gettext("You chose %(chosen)s and typed %(typed)s. Empty this field, or type the same.") % both,
            )
        elif not cleaned["chosen"] and not self.errors:
            self.add_error("reference", gettext("Choose a question, or type a reference."))
        return cleaned


def _described(candidate: Candidate) -> str:
    question = candidate.question
    parts = [
        question.reference,
        question.effective_theme.name,
        date_format(timezone.localtime(question.asked_at), "SHORT_DATETIME_FORMAT"),
        gettext("same address or phone") if candidate.same_person else gettext("same theme, within two days"),
    ]
    return " · ".join(parts)
