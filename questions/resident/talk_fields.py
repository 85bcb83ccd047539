"""The wish to talk with somebody: where, when, and whether somebody interprets."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.languages import current_code
from questions.resident.fields import ReachFields, SelectInLanguage, ShortText
from questions.statuses import AnswerBy, TalkPlace, TalkTime
from services.hours.channels import ContactChannel, calendar_for
from services.hours.store import ordinary_week
from services.hours.timetable import span_of_times
from services.models import Location
from services.pages.selectors import office_names

EVENING_FROM = span_of_times(time(18), time(0))[0]
"""Hours after this second of the day are in the evening."""


class TalkFields(ReachFields):
    """Where and when somebody would like to talk. All of it is asked only of somebody who chose to talk."""

    talk_place = forms.ChoiceField(
        label=_("Where would you like to talk?"),
        choices=TalkPlace.choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose where you would like to talk.")},
    )
    talk_location = forms.ChoiceField(
        label=_("At which office?"),
        required=False,
        widget=SelectInLanguage,
        error_messages={"invalid_choice": _("We do not know this office. Choose one from the list.")},
    )
    talk_time = forms.ChoiceField(
        label=_("When would you like to talk?"),
        choices=TalkTime.choices,
        initial=TalkTime.EITHER,
        required=False,
        error_messages={"invalid_choice": _("Choose a part of the day from the list.")},
    )
    interpreter = ShortText(
        label=_("Do you need an interpreter? Write for which language"),
        help_text=_("Sign language as well. Leave this empty if you do not need an interpreter."),
        required=False,
        max_length=60,
        error_messages={"max_length": _("Make this shorter: at most 60 characters.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["talk_location"].choices = [
            ("", _("I do not mind")),
            *office_names(current_code()).items(),
        ]

    def check_talk(self) -> None:
        """Tells what is missing from the wish to talk; without a number or an address no appointment can be made."""
        given = self.cleaned_data
        if not given.get("talk_place") and "talk_place" not in self.errors:
            self.add_error("talk_place", _("Choose where you would like to talk."))
        if given.get("phone") or {"phone", "email"} & set(self.errors):
            return
        if given.get("talk_place") == TalkPlace.PHONE:
            self.add_error("phone", _("Enter your phone number, so that we can call you."))
        elif not given.get("email"):
            self.add_error(
                "phone", _("Enter your phone number or your e-mail address, so that we can make an appointment.")
            )

    def talk_wish(self) -> dict[str, str]:
        """Returns the fields of the contact that hold the wish to talk; nothing for somebody who chose another way."""
        given = self.cleaned_data
        if given.get("answer_by") != AnswerBy.TALK:
            return {}
        at_office = given["talk_place"] == TalkPlace.OFFICE
        return {
            "talk_place": given["talk_place"],
            "talk_location": given["talk_location"] if at_office else "",
            "talk_time": given["talk_time"] or TalkTime.EITHER.value,
            "interpreter": given["interpreter"],
        }


def lacks_evening(contact: dict[str, Any]) -> bool:
    """Returns whether somebody wants to talk in the evening at an office that is not open then."""
    if contact.get("talk_place") != TalkPlace.OFFICE or contact.get("talk_time") != TalkTime.EVENING:
        return False
    offices = Location.objects.select_related("calendar")
    if contact.get("talk_location"):
        offices = offices.filter(slug=contact["talk_location"])
    return not any(_has_evening(row) for row in offices)


def _has_evening(location: Location) -> bool:
    week = ordinary_week(calendar_for(location, ContactChannel.VISIT))
    return any(hours.span[1] > EVENING_FROM for day in week for hours in day)
