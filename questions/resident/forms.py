"""The forms of residents. Every message says what to do, and everything typed is kept."""

import re
import unicodedata
import uuid
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from questions.actions.ask import CODE_DIGITS, Asking, Contact
from questions.actions.converse import read_digits, read_reference
from questions.statuses import AnswerBy
from services.models import District, Theme, themes_for_asking

TEXT_LIMIT = 20_000
# Signs that people put between the digits of a number.
PHONE_SIGNS = re.compile(r"[\s().\-/‐-―]")
# Digits of an international number, by ITU-T E.164, and the shortest that a resident could be called on.
PHONE_DIGITS = (8, 15)

ANSWER_HINTS = {
    AnswerBy.PAGE: _("You come back with a reference and a code, which you get in a moment. You leave nothing else."),
    AnswerBy.NOTICE: _("The e-mail says only that there is a message, never what it is about."),
    AnswerBy.CALL: _("We call on working days, during our opening hours."),
}


def plain_text(value: str) -> str:
    """The text with one kind of line end, and without control characters other than line end and tab.

    Marks of direction and emoji are words of the writer and stay.
    """
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))


class PlainText(forms.CharField):
    """Text of a resident: control characters fall away before anything is judged."""

    def to_python(self, value: Any) -> str:
        return super().to_python(plain_text(value) if isinstance(value, str) else value) or ""


class SubmissionField(forms.UUIDField):
    """The id of this submission, written into the form by the server.

    A missing or damaged one is replaced, since it is no reason to refuse what somebody wrote.
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
    """A field for a message; its limit stands in its hint."""
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


class AskForm(forms.Form):
    """A question: about what, the words, and how the answer comes back."""

    submission = SubmissionField()
    theme = forms.ChoiceField(
        label=_("What is your question about?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a subject. Not sure? Choose the last one."),
            "invalid_choice": _("We do not know this subject. Choose one from the list."),
        },
    )
    text = text_field(
        _("Your question"),
        rows=8,
        help_text=_("Write in your own language. At most 20,000 characters."),
    )
    district = forms.ChoiceField(
        label=_("In which part of town do you live?"),
        required=False,
        help_text=_("You may leave this open."),
        error_messages={"invalid_choice": _("We do not know this part of town. Choose one from the list.")},
    )
    answer_by = forms.ChoiceField(
        label=_("How would you like the answer?"),
        choices=AnswerBy.choices,
        initial=AnswerBy.PAGE,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how you would like the answer."),
            "invalid_choice": _("Choose how you would like the answer."),
        },
    )
    email = PlainText(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
        help_text=_("Only for the message that there is an answer. The e-mail does not say what it is about."),
        error_messages={"max_length": _("This e-mail address is too long.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    phone = PlainText(
        label=_("Your phone number"),
        required=False,
        max_length=40,
        error_messages={"max_length": _("This phone number is too long.")},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr", "inputmode": "tel"}),
    )
    best_time = PlainText(
        label=_("When can we call you best?"),
        required=False,
        max_length=200,
        help_text=_("For instance: in the morning, not on Wednesday."),
        error_messages={"max_length": _("Make this shorter: at most 200 characters.")},
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    may_leave_message = forms.BooleanField(label=_("You may leave a message on my voicemail"), required=False)
    may_say_who = forms.BooleanField(label=_("You may say who you are when somebody else picks up"), required=False)
    name = PlainText(
        label=_("Your name"),
        required=False,
        max_length=100,
        help_text=_("You need not give your name."),
        error_messages={"max_length": _("Make this shorter: at most 100 characters.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        self.themes = themes_for_asking(language)
        self.districts = list(District.objects.order_by("order"))
        fields: dict[str, Any] = self.fields
        theme, district = fields["theme"], fields["district"]
        theme.choices = [(choice.slug, choice.title) for choice in self.themes]
        theme.hints = {choice.slug: choice.summary for choice in self.themes}
        fields["answer_by"].hints = ANSWER_HINTS
        district.choices = [("", _("I do not know, or I would rather not say"))] + [
            (row.slug, row.name) for row in self.districts
        ]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].strip()
        if email:
            try:
                forms.EmailField().clean(email)
            except forms.ValidationError:
                raise forms.ValidationError(
                    _("This is not an e-mail address. An e-mail address looks like name@example.nl."), code="invalid"
                ) from None
        return email

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"].strip()
        if not typed:
            return ""
        bare = PHONE_SIGNS.sub("", typed)
        digits = read_digits(bare)
        if len(digits) != len(bare.removeprefix("+")) or not PHONE_DIGITS[0] <= len(digits) <= PHONE_DIGITS[1]:
            raise forms.ValidationError(
                _("This is not a phone number that we can call. A phone number looks like 06 1234 5678."),
                code="invalid",
            )
        return ("+" if bare.startswith("+") else "") + digits

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        wish = cleaned.get("answer_by")
        if wish == AnswerBy.NOTICE and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Fill in your e-mail address, so that we can tell you that there is an answer."))
        if wish == AnswerBy.CALL and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Fill in your phone number, so that we can call you."))
        return cleaned

    def asking(self) -> Asking:
        """What was asked, for the action. Only what the chosen way of answering needs is kept."""
        given = self.cleaned_data
        wish = AnswerBy(given["answer_by"])
        call = wish == AnswerBy.CALL
        return Asking(
            submission=given["submission"],
            theme=Theme.objects.get(slug=given["theme"]),
            district=next((row for row in self.districts if row.slug == given["district"]), None),
            language=self.language,
            text=given["text"].strip(),
            answer_by=wish,
            contact=Contact(
                name=given["name"].strip(),
                email=given["email"] if wish == AnswerBy.NOTICE else "",
                phone=given["phone"] if call else "",
                best_time=given["best_time"].strip() if call else "",
                may_leave_message=call and given["may_leave_message"],
                may_say_who=call and given["may_say_who"],
            ),
        )


class WriteForm(forms.Form):
    """A further message in a question."""

    submission = SubmissionField()
    text = text_field(_("Your message"), rows=4, help_text=_("At most 20,000 characters."))


class FollowForm(forms.Form):
    """Coming back to a question from any browser."""

    reference = forms.CharField(
        label=_("Your reference"),
        help_text=_("Six letters and digits, for instance K7M-4QX."),
        max_length=40,
        error_messages={
            "required": _("Fill in your reference. It stands on the page you saw after asking your question."),
            "max_length": _("A reference has six letters and digits."),
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
        ),
    )
    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Twelve digits. Spaces make no difference."),
        max_length=60,
        error_messages={
            "required": _("Fill in your code of twelve digits."),
            "max_length": _("A code has twelve digits."),
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "inputmode": "numeric", "spellcheck": "false", "dir": "ltr"}
        ),
    )
    draft = PlainText(required=False, widget=forms.HiddenInput)

    def clean_reference(self) -> str:
        reference = read_reference(self.cleaned_data["reference"])
        if not reference:
            raise forms.ValidationError(_("A reference has six letters and digits."), code="invalid")
        return reference

    def clean_code(self) -> str:
        code = read_digits(self.cleaned_data["code"])
        if len(code) != CODE_DIGITS:
            raise forms.ValidationError(_("A code has twelve digits."), code="invalid")
        return code
