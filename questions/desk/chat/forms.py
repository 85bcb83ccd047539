"""The forms beside a chat, small enough for several on one screen."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.desk.question.forms import LIMIT, AnswerForm
from questions.models import Question
from questions.statuses import Settled


class ChatAnswerForm(AnswerForm):
    """A message in a chat. It settles nothing unless the colleague says so, which keeps the figures honest."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=LIMIT,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Write a message first.")},
    )
    settled = forms.ChoiceField(
        label=_("What does this message do?"),
        choices=[
            (Settled.NOT_YET.value, _("Not settled yet")),
            (Settled.ANSWERED.value, _("Answered")),
            (Settled.REFERRED.value, _("Referred")),
            (Settled.AGREED.value, _("Appointment or call")),
        ],
        initial=Settled.NOT_YET,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether this settles the question.")},
    )

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        initial = {"language": question.language} | kwargs.pop("initial", {})
        super().__init__(*args, initial=initial, auto_id=f"c{question.pk}_%s", **kwargs)
        self.question = question
        # A chat goes at once and is often not over: where it ended is filled in at the question.
        for name in ("destination", "no_offer", "gap"):
            del self.fields[name]


class HoldForm(forms.Form):
    """The button that says "one moment, please"."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
