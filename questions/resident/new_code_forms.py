"""The forms with which somebody who lost a code gets a new one: asking for a number, and typing it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.text.mail_address import mailable
from questions.actions.codes import parse_number
from questions.resident.fields import BareText, SubmissionField
from questions.resident.forms import FollowForm


class AskNumberForm(FollowForm):
    """The reference, and the mail address that was left with the question."""

    code = draft = None  # type: ignore[assignment]
    email = BareText(
        label=_("Your e-mail address"),
        help_text=_("The address that you gave when you asked your question."),
        max_length=254,
        error_messages={
            "required": _("Enter the e-mail address that you gave with your question."),
            "max_length": _("This e-mail address is too long."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )

    def clean_email(self) -> str:
        email = mailable(self.cleaned_data["email"])
        if not email:
            raise forms.ValidationError(
                _("This is not an e-mail address. An e-mail address looks like name@example.nl."), code="invalid"
            )
        return email


class NumberForm(FollowForm):
    """The number from the mail. The reference goes along."""

    code = draft = None  # type: ignore[assignment]
    submission = SubmissionField()
    number = BareText(
        label=_("The number from the e-mail"),
        help_text=_("Eight digits. Spaces make no difference."),
        max_length=40,
        error_messages={
            "required": _("Enter the number of eight digits from the e-mail."),
            "max_length": _("This number has eight digits."),
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false", "dir": "ltr"}
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reference"].widget = forms.HiddenInput()

    def clean_number(self) -> str:
        number = parse_number(self.cleaned_data["number"])
        if not number:
            raise forms.ValidationError(_("This number has eight digits."), code="invalid")
        return number
