"""The forms on the page of one question: answering, recording a call, closing, judging danger."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from home.text.visible import says_something
from questions.danger.kinds import DangerKind
from questions.models.canned_answer import check_facts
from questions.statuses import CloseReason, Judgement, Settled

LIMIT = 20_000
# What words of danger may be about, for the colleague who judges them.
DANGER_NAMES = {
    DangerKind.VIOLENCE: _("violence"),
    DangerKind.SUICIDE: _("suicide"),
    DangerKind.CHILD: _("a child in danger"),
    DangerKind.NO_SHELTER: _("no place to sleep"),
    DangerKind.NOW: _("danger at this moment"),
}


class DeskForm(forms.Form):
    """A form of the desk. Several stand on one page, so the ids of its fields begin with the name of its class."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)


class AnswerForm(DeskForm):
    """An answer on the resident's page."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(
        label=_("Your answer"),
        max_length=LIMIT,
        help_text=_("At most 20,000 characters."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "data-key": "a"}),
        error_messages={"required": _("Write an answer first.")},
    )
    language = forms.ChoiceField(label=_("Language of your answer"))
    settled = forms.ChoiceField(
        label=_("What does this answer do?"),
        choices=Settled.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether this settles the question.")},
    )

    as_read: SafeString | None = None
    """How the resident will read it, for a colleague who asked to see that first."""
    put_in: Any = None
    """What a button put into the text (questions/desk/question/drafts.py)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not says_something(text):
            raise forms.ValidationError(self.fields["text"].error_messages["required"], code="required")
        check_facts(text)
        return text


class CallForm(DeskForm):
    """A call, and whether the resident was reached."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    reached = forms.TypedChoiceField(
        label=_("Did you reach the resident?"),
        choices=[("yes", _("Yes, we spoke")), ("no", _("No, not reached"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you reached the resident.")},
    )
    settled = forms.ChoiceField(
        label=_("If you spoke: what did the call do?"),
        choices=Settled.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("reached") is True and not cleaned.get("settled"):
            self.add_error("settled", _("Choose whether the call settled the question."))
        return cleaned


class CloseForm(DeskForm):
    """Ending a question without an answer."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    reason = forms.ChoiceField(
        label=_("Why does this question get no answer?"),
        choices=CloseReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason.")},
    )


class JudgeForm(DeskForm):
    """Recording that a colleague judged words of danger; the outcome may be left open."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    outcome = forms.ChoiceField(
        label=_("What do you think?"),
        choices=[(choice.value, choice.label) for choice in (Judgement.DANGER, Judgement.NO_DANGER)],
        required=False,
        widget=forms.RadioSelect,
    )
