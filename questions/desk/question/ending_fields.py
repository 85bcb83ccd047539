"""Where a question ended, asked beside whatever settles it: one click, and a few words when no offer fits."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from questions.actions.record_outcome import Ending
from questions.desk_choices import Destination
from questions.statuses import Settled

GAP_LIMIT = 300


class EndingFields(forms.Form):
    """The fields; a form with a field `settled` requires them where it settles the question."""

    destination = forms.ChoiceField(
        label=_("Where did the question end?"), choices=Destination.choices, required=False, widget=forms.RadioSelect
    )
    no_offer = forms.BooleanField(label=_("No fitting offer exists"), required=False)
    gap = forms.CharField(
        label=_("What is missing?"),
        max_length=GAP_LIMIT,
        required=False,
        help_text=_("In a few words, for policy. Write no names."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        asked = "destination" in self.fields and "destination" not in self.errors
        if asked and self.settles(cleaned) and not cleaned.get("destination"):
            self.add_error("destination", gettext("Choose where the question ended."))
        return cleaned

    def settles(self, cleaned: dict[str, Any]) -> bool:
        """Returns whether what was filled in settles the question."""
        return cleaned.get("settled", "") not in ("", Settled.NOT_YET)

    def ending(self) -> Ending | None:
        """Returns where the question ended; None when this form settles nothing or does not say it."""
        return Ending.of(self.cleaned_data) if self.settles(self.cleaned_data) else None
