"""The forms on the page of one question: answering, recording a call, closing, judging danger."""

import uuid
from datetime import date
from typing import Any, cast

from django import forms
from django.conf import settings
from django.db.models import TextChoices
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.editing.day_fields import DayField
from home.text.visible import says_something
from questions.danger.kinds import DangerKind
from questions.desk.question.ending_fields import EndingFields
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


def reason_field(label: Any, reasons: type[TextChoices]) -> forms.ChoiceField:
    """Returns a field in which one reason of a list is chosen, each with its button; none is chosen beforehand."""
    return forms.ChoiceField(
        label=label,
        choices=reasons.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason.")},
    )


class AnswerForm(DeskForm, EndingFields):
    """An answer on the resident's page."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    # The last message that stood on the screen: what the resident wrote after it is not answered.
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
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
        cast(forms.ChoiceField, self.fields["language"]).choices = settings.LANGUAGES

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not says_something(text):
            raise forms.ValidationError(self.fields["text"].error_messages["required"], code="required")
        check_facts(text)
        return text


class CallForm(DeskForm, EndingFields):
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

    def settles(self, cleaned: dict[str, Any]) -> bool:
        """Returns whether the resident was reached and that settled the question."""
        return cleaned.get("reached") is True and super().settles(cleaned)


class SettleForm(DeskForm, EndingFields):
    """Saying that the answers that were given settled the question."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    settled = forms.ChoiceField(
        label=_("What did the answers do?"),
        choices=[(choice.value, choice.label) for choice in Settled if choice != Settled.NOT_YET],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the answers did.")},
    )


class EndingForm(DeskForm, EndingFields):
    """Where a question ended, said later or once more."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)

    def settles(self, cleaned: dict[str, Any]) -> bool:
        """Returns True: that it settled is known, and this form asks nothing else."""
        return True


class ConversationForm(DeskForm):
    """The day of the first conversation. Left empty it is not known."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    on = DayField(
        label=_("First conversation on"),
        required=False,
        help_text=_("Like this: 30-11-2026. Leave it empty to take the date away."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, first: date, last: date, **kwargs: Any) -> None:
        """`first` and `last` are the days between which it must lie."""
        super().__init__(*args, **kwargs)
        self._first, self._last = first, last

    def clean_on(self) -> date | None:
        on: date | None = self.cleaned_data["on"]
        if on is not None and on < self._first:
            raise forms.ValidationError(gettext("This is before the question was asked."), code="early")
        if on is not None and on > self._last:
            raise forms.ValidationError(gettext("This is more than a year ahead."), code="late")
        return on


class ReopenForm(DeskForm):
    """Opening a question again that had ended."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)


class CloseForm(DeskForm):
    """Ending a question without an answer."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    reason = reason_field(_("Why does this question get no answer?"), CloseReason)


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
