"""The forms of the chat: starting one, and choosing another way to be answered."""

from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.actions.ask import Contact, NewQuestion
from questions.resident.fields import ReachFields, SubmissionField, text_field
from questions.resident.forms import AskForm
from questions.statuses import AnswerBy
from questions.waits.models import Channel


class ChatForm(AskForm):
    """The start of a chat, or the same text as a question while the chat is closed."""

    # Written by the server while the chat is open: what the resident expected when the page was shown.
    begun_as_chat = forms.BooleanField(required=False, widget=forms.HiddenInput)
    text = text_field(
        _("Your question"),
        rows=4,
        help_text=_("Write in your own language. At most 20,000 characters."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        # In an open chat the way of answering is not asked: the answer comes in the chat.
        fields["answer_by"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["answer_by"] = cleaned.get("answer_by") or AnswerBy.PAGE
        return cleaned

    @property
    def chosen_district(self) -> str:
        """Returns the district whose team somebody wants to chat with; empty for the whole team."""
        if self.is_bound and self.is_valid():
            return self.home.slug if self.home else ""
        typed = self["district"].value()
        return next((row.slug for row in self.districts if row.slug == typed), "")

    def asking_at(self, chat_is_open: bool) -> NewQuestion:
        """Returns the question to ask: by chat only when the chat is open and was open when the form was shown."""
        chat = chat_is_open and self.cleaned_data["begun_as_chat"]
        return replace(self.asking(), channel=Channel.CHAT if chat else Channel.FORM)


class TellForm(ReachFields):
    """The mail address for the notice that there is an answer."""

    submission = SubmissionField()
    phone = best_time = may_leave_message = may_say_who = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        require(self.fields["email"], _("Enter your e-mail address, so that we can tell you when there is an answer."))


class CallMeForm(ReachFields):
    """A phone number, and what to know before calling."""

    submission = SubmissionField()
    email = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        require(self.fields["phone"], _("Enter your phone number, so that we can call you."))

    def contact(self) -> Contact:
        """Returns the phone number and what to know before calling."""
        return Contact(**{name: value for name, value in self.cleaned_data.items() if name != "submission"})


class StopForm(forms.Form):
    """The button with which a resident leaves the chat and reads the answer later."""

    submission = SubmissionField()


@dataclass(frozen=True)
class Ways:
    """The three forms with which a resident in a chat chooses another way to be answered."""

    tell: TellForm = field(default_factory=TellForm)
    call: CallMeForm = field(default_factory=CallMeForm)
    stop: StopForm = field(default_factory=StopForm)


def require(field: forms.Field, why: Any) -> None:
    """Makes the field required, with its own message."""
    field.required = True
    field.error_messages["required"] = why
