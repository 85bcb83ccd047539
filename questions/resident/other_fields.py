"""Asking for somebody else: who that is to the person who asks, and a name if they like."""

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.resident.fields import ShortText


class ForOtherFields(forms.Form):
    """Asked only of somebody who ticks that the question is for somebody else."""

    for_other = forms.BooleanField(label=_("I am asking for somebody else"), required=False)
    for_relation = ShortText(
        label=_("Who is this person to you?"),
        required=False,
        max_length=100,
        help_text=_("For example: my mother, my neighbour, a client."),
        error_messages={"max_length": _("Make this shorter: at most 100 characters.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    for_name = ShortText(
        label=_("The name of this person"),
        required=False,
        max_length=100,
        help_text=_("You do not have to give a name."),
        error_messages={"max_length": _("Make this shorter: at most 100 characters.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def check_for_other(self) -> None:
        """Tells what is missing when the question is for somebody else."""
        given = self.cleaned_data
        if given.get("for_other") and not given.get("for_relation") and "for_relation" not in self.errors:
            self.add_error("for_relation", _("Write who this person is to you. A few words are enough."))

    def for_whom(self) -> dict[str, str]:
        """Returns the fields of the contact that say for whom it is; nothing for somebody who asks for themselves."""
        given = self.cleaned_data
        if not given.get("for_other"):
            return {}
        return {"for_relation": given["for_relation"], "for_name": given["for_name"]}
