"""Fields of the forms of residents: text in any language, an id per submission, ways to reach somebody."""

import unicodedata
import uuid
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from home.languages import TextInLanguage
from home.text.mail_address import mailable
from home.text.phone import dialled, own_number
from home.text.visible import says_something, short_words, without_unseen

TEXT_LIMIT = 20_000
LONGEST_LINE = 2_000
"""Signs in which unseen ones are looked for; what is longer is too long for any field of one line."""


def plain_text(value: str) -> str:
    """Returns the text with one kind of line end, and without control characters other than line end and tab.

    Marks of direction and emoji stay: they are part of the text.
    """
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))


class PlainText(forms.CharField):
    """Text of a resident. Control characters are removed before it is checked; text that nobody sees is empty."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(plain_text(value) if isinstance(value, str) else value) or ""
        return text if says_something(text) else ""


class ShortText(forms.CharField):
    """A name or a few words, without line ends and without invisible characters."""

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        return short_words(typed) if len(typed) <= LONGEST_LINE else typed


class BareText(forms.CharField):
    """A number, an address or a code: only visible characters."""

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        return without_unseen(typed).strip() if len(typed) <= LONGEST_LINE else typed


class SelectInLanguage(forms.Select):
    """A list in which a name that is not in the language of the page says in which language it is."""

    def create_option(self, name: str, value: Any, label: int | str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, label, *args, **kwargs)
        if isinstance(label, TextInLanguage) and label.fell_back:
            option["attrs"]["lang"] = label.lang
        return option


class SubmissionField(forms.UUIDField):
    """The id of this submission, written into the form by the server.

    A missing or damaged one is replaced: that is no reason to refuse what somebody wrote.
    """

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, initial=uuid.uuid4)

    def clean(self, value: Any) -> uuid.UUID:
        try:
            return super().clean(value) or uuid.uuid4()
        except forms.ValidationError:
            return uuid.uuid4()


def text_field(label: Any, rows: int, help_text: Any = "") -> PlainText:
    """Returns a field for a message of at most TEXT_LIMIT characters. Its hint has to name the limit."""
    return PlainText(
        label=label,
        help_text=help_text,
        validators=[
            MaxLengthValidator(
                TEXT_LIMIT,
                _("This text is too long: it has %(show_value)d characters and %(limit_value)d fit. Make it shorter."),
            )
        ],
        error_messages={"required": _("Write your question here. A few words are enough.")},
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
    )


class ReachFields(forms.Form):
    """Where to mail or call. Nothing is required here: that depends on what was chosen."""

    email = BareText(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
        help_text=_("Only to tell you that there is an answer. The e-mail does not say what it is about."),
        error_messages={"max_length": _("This e-mail address is too long.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    phone = BareText(
        label=_("Your phone number"),
        required=False,
        max_length=40,
        error_messages={"max_length": _("This phone number is too long.")},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr", "inputmode": "tel"}),
    )
    best_time = ShortText(
        label=_("When is the best time to call you?"),
        required=False,
        max_length=200,
        help_text=_("For example: in the morning, not on Wednesday."),
        error_messages={"max_length": _("Make this shorter: at most 200 characters.")},
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    may_leave_message = forms.BooleanField(label=_("You may leave a message on my voicemail"), required=False)
    may_say_who = forms.BooleanField(label=_("You may say who you are when somebody else picks up"), required=False)

    def clean_email(self) -> str:
        typed = self.cleaned_data["email"]
        email = mailable(typed)
        if typed and not email:
            raise forms.ValidationError(
                _("This is not an e-mail address. An e-mail address looks like name@example.nl."), code="invalid"
            )
        return email

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"]
        number = own_number(typed)
        if number or not typed:
            return number
        if dialled(typed):
            raise forms.ValidationError(
                _("We cannot call you back on this number. Enter a number of your own, like 06 1234 5678."),
                code="service",
            )
        raise forms.ValidationError(
            _("This is not a phone number that we can call. A phone number looks like 06 1234 5678."), code="invalid"
        )
