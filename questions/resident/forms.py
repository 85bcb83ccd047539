"""The forms of residents. Every error message says what to do, and everything that was typed is shown again."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from questions.actions.ask import Contact, NewQuestion
from questions.actions.codes import parse_code, parse_reference
from questions.resident.fields import BareText, PlainText, ShortText, SubmissionField, text_field
from questions.resident.home_fields import HomeFields
from questions.resident.other_fields import ForOtherFields
from questions.resident.talk_fields import TalkFields
from questions.statuses import AnswerBy
from services.models import Theme
from services.themes.selectors import themes_for_asking

ANSWER_HINTS = {
    AnswerBy.PAGE: _(
        "You come back with a reference and a code, which you will get in a moment. You leave no other details."
    ),
    AnswerBy.NOTICE: _("The e-mail says only that there is a message, never what it is about."),
    AnswerBy.CALL: _("We call on working days, during our opening hours."),
    AnswerBy.TALK: _("At one of our offices, at your home or by phone. We make an appointment with you."),
}


class AskForm(TalkFields, ForOtherFields, HomeFields):
    """A question: the text, the theme, and how to be answered."""

    # In the order of the page, in which what is wrong is told.
    field_order = [
        *("submission", "text", "theme", "answer_by", "talk_place", "talk_location", "talk_time", "interpreter"),
        *("email", "only_i_read", "phone", "best_time", "may_leave_message", "may_say_who"),
        *("for_other", "for_relation", "for_name", "name", "postcode", "district"),
    ]

    submission = SubmissionField()
    theme = forms.ChoiceField(
        label=_("What is your question about?"),
        help_text=_("Not sure? Choose the last one."),
        error_messages={
            "required": _("Choose a subject from the list."),
            "invalid_choice": _("We do not know this subject. Choose one from the list."),
        },
    )
    text = text_field(
        _("Your question"),
        rows=8,
        help_text=_("Write in your own language. At most 20,000 characters."),
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
    only_i_read = forms.BooleanField(label=_("Only I read this mailbox"), required=False)
    name = ShortText(
        label=_("Your name"),
        required=False,
        max_length=100,
        help_text=_("You do not have to give your name."),
        error_messages={"max_length": _("Make this shorter: at most 100 characters.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        self.themes = themes_for_asking(language)
        fields: dict[str, Any] = self.fields
        fields["theme"].choices = [("", _("Choose a subject"))] + [
            (choice.slug, choice.title) for choice in self.themes
        ]
        fields["answer_by"].hints = ANSWER_HINTS

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        wish = cleaned.get("answer_by")
        if wish == AnswerBy.NOTICE and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Enter your e-mail address, so that we can tell you when there is an answer."))
        if wish == AnswerBy.CALL and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Enter your phone number, so that we can call you."))
        if wish == AnswerBy.TALK:
            self.check_talk()
        self.check_for_other()
        return cleaned

    def asking(self) -> NewQuestion:
        """Returns the question to ask, with only the contact that the chosen way of answering needs."""
        given = self.cleaned_data
        wish = AnswerBy(given["answer_by"])
        mail = wish in (AnswerBy.NOTICE, AnswerBy.TALK)
        call = wish in (AnswerBy.CALL, AnswerBy.TALK) and bool(given["phone"])
        return NewQuestion(
            submission=given["submission"],
            theme=Theme.objects.get(slug=given["theme"]),
            district=self.home,
            language=self.language,
            text=given["text"].strip(),
            answer_by=wish,
            contact=Contact(
                name=given["name"],
                email=given["email"] if mail else "",
                phone=given["phone"] if call else "",
                best_time=given["best_time"] if call else "",
                may_leave_message=call and given["may_leave_message"],
                may_say_who=call and given["may_say_who"],
                only_i_read=mail and given["only_i_read"],
                **self.talk_wish(),
                **self.for_whom(),
            ),
        )


class WriteForm(forms.Form):
    """One more message in a question."""

    submission = SubmissionField()
    text = text_field(_("Your message"), rows=4, help_text=_("At most 20,000 characters."))


def _in_one_piece(text: Any) -> SafeString:
    """Returns the text with its example reference unbroken at the hyphen, and left to right in Arabic too."""
    return SafeString(escape(text).replace("K7M-4QX", '<bdi dir="ltr">K7M\N{NON-BREAKING HYPHEN}4QX</bdi>'))


in_one_piece = lazy(_in_one_piece, SafeString)


class FollowForm(forms.Form):
    """The form with reference and code, with which a resident comes back from any browser."""

    reference = BareText(
        label=_("Your reference"),
        help_text=in_one_piece(_("Six letters and digits, for instance K7M-4QX.")),
        max_length=40,
        error_messages={
            "required": _("Enter your reference. It is on the page you saw after asking your question."),
            "max_length": _("A reference has six letters and digits."),
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
        ),
    )
    code = BareText(
        label=_("Your code"),
        help_text=_("Twelve digits. Spaces make no difference."),
        max_length=60,
        error_messages={
            "required": _("Enter your code of twelve digits."),
            "max_length": _("A code has twelve digits."),
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "inputmode": "numeric", "spellcheck": "false", "dir": "ltr"}
        ),
    )
    draft = PlainText(required=False, widget=forms.HiddenInput)

    def clean_reference(self) -> str:
        reference = parse_reference(self.cleaned_data["reference"])
        if not reference:
            raise forms.ValidationError(_("A reference has six letters and digits."), code="invalid")
        return reference

    def clean_code(self) -> str:
        code = parse_code(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("A code has twelve digits."), code="invalid")
        return code
