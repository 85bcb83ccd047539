"""The days of a formal matter, as colleagues type them."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.editing.day_fields import DayField
from questions.formal.dates import DayFault, FormalDates, faults_of

WORDS = {
    DayFault.MISSING: _("Write the day on which it was received."),
    DayFault.FUTURE: _("This day is still to come."),
    DayFault.BEFORE_ASKED: _("The question was asked later. Choose the day of the question or a later one."),
    DayFault.BEFORE_RECEIVED: _("It was received later. Choose a later day."),
    DayFault.BEFORE_ADMISSIBLE: _("It was found admissible or not on a later day. Choose that day or a later one."),
    DayFault.BOTH: _("It is admissible or it is not: leave one of the two empty."),
    DayFault.COMPLAINTS_ONLY: _("Only a complaint is admissible or not."),
}
TYPED = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"})


class FormalDatesForm(forms.Form):
    """The days of one matter, with those that stood on the screen when the colleague began."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    received_on = DayField(label=_("Received on"), widget=TYPED, required=False)
    admissible_on = DayField(label=_("Admissible since"), widget=TYPED, required=False)
    inadmissible_on = DayField(label=_("Not admissible since"), widget=TYPED, required=False)
    resolved_on = DayField(
        label=_("Resolved on"), widget=TYPED, required=False, help_text=_("Like this: 30-11-2026. Empty: not yet.")
    )

    def __init__(self, data: Any, *, dates: FormalDates, complaint: bool, today: date, asked_on: date | None) -> None:
        shown = {name: f"{day:%d-%m-%Y}" if day else "" for name, day in vars(dates).items()}
        super().__init__(data, initial=shown | {"seen": as_seen(dates)})
        self._complaint, self._today, self._asked_on = complaint, today, asked_on
        if not complaint:
            del self.fields["admissible_on"], self.fields["inadmissible_on"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            faults = faults_of(self.dates(), complaint=self._complaint, today=self._today, asked_on=self._asked_on)
            for name, fault in faults.items():
                self.add_error(name if name in self.fields else None, WORDS[fault])
        return cleaned

    def dates(self) -> FormalDates:
        """Returns the days that were typed."""
        return FormalDates(**{name: self.cleaned_data.get(name) for name in FormalDates.__dataclass_fields__})

    def seen_dates(self) -> FormalDates | None:
        """Returns the days that stood on the screen; None when the form does not say it."""
        parts = self.cleaned_data["seen"].split("|")
        try:
            return FormalDates(*[date.fromisoformat(part) if part else None for part in parts])
        except (TypeError, ValueError):
            return None


def as_seen(dates: FormalDates) -> str:
    """Returns these days as one value of a form."""
    return "|".join(dates.written().values())
