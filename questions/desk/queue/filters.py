"""What the queue is narrowed to: read from the address, so that a narrowed queue can be kept and shared."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from questions.desk.order import call_due
from questions.desk.queue.selectors import LookupTables
from questions.desk_choices import QuestionKind
from questions.models import Colleague
from questions.waits.models import Channel

WHOSE = "van"
"""The choice that stands above the list as a row of its own, not among the filters."""

UNKNOWN = "onbekend"


WHOSE_CHOICES = (("", _("Everything")), ("mij", _("Mine")), ("niemand", _("Nobody's")), ("team", _("My teams")))
TICKED = ("terugbellen", "gevoelig", "zorgen")
"""The filters that are on or off; on is "1" in an address."""


class FilterRows:
    """What can be chosen in each filter, and the rows that its slugs mean: looked up once for a whole screen."""

    def __init__(self) -> None:
        self.known = LookupTables()
        self.themes = {theme.slug: theme for theme in self.known.themes.values()}
        self.districts = {district.slug: district for district in self.known.districts.values()}
        self.teams = {team.slug: team for team in self.known.teams.values()}
        districts = [(slug, district.name) for slug, district in self.districts.items()]
        self.choices: dict[str, list[tuple[str, Any]]] = {
            WHOSE: list(WHOSE_CHOICES),
            "kanaal": list(Channel.choices),
            "thema": [(slug, theme.name) for slug, theme in self.themes.items()],
            "stadsdeel": [*districts, (UNKNOWN, _("Not known"))],
            "taal": list(settings.LANGUAGES),
            "team": [(slug, team.name) for slug, team in self.teams.items()],
            **{name: [("1", "")] for name in TICKED},
        }

    def has(self, chosen: Mapping[str, str]) -> bool:
        """Returns whether all that is chosen can be chosen."""
        return all(value in dict(self.choices.get(name, ())) for name, value in chosen.items())

    def condition(self, chosen: Mapping[str, str], colleague: Colleague, now: datetime) -> Q:
        """Returns the condition that a question is among those chosen, of which `has` is true."""
        found = whose_condition(chosen.get(WHOSE, ""), colleague)
        if "kanaal" in chosen:
            found &= Q(channel=chosen["kanaal"])
        if "thema" in chosen:
            theme = self.themes[chosen["thema"]]
            found &= Q(theme_corrected=theme) | Q(theme_corrected__isnull=True, theme=theme)
        if "stadsdeel" in chosen:
            found &= Q(district=self.districts.get(chosen["stadsdeel"]))
        if "taal" in chosen:
            found &= Q(language=chosen["taal"])
        if "team" in chosen:
            found &= Q(team=self.teams[chosen["team"]])
        if "terugbellen" in chosen:
            found &= call_due(now)
        if "gevoelig" in chosen:
            sensitive = [theme.pk for theme in self.themes.values() if theme.sensitive]
            found &= Q(theme__in=sensitive) | Q(theme_corrected__in=sensitive)
        if "zorgen" in chosen:
            found &= Q(kind=QuestionKind.WORRY)
        return found


class QueueFilter(forms.Form):
    """The filters by the names that they have in an address. What is not known there is left out and told."""

    van = forms.ChoiceField(label=_("Whose"), required=False, choices=WHOSE_CHOICES)
    kanaal = forms.ChoiceField(label=_("Channel"), required=False)
    thema = forms.ChoiceField(label=_("Theme"), required=False)
    stadsdeel = forms.ChoiceField(label=_("District"), required=False)
    taal = forms.ChoiceField(label=_("Language"), required=False)
    team = forms.ChoiceField(label=_("Team that has it"), required=False)
    terugbellen = forms.BooleanField(label=_("Call or talk now"), required=False)
    gevoelig = forms.BooleanField(label=_("Sensitive"), required=False)
    zorgen = forms.BooleanField(label=_("Worries about somebody else"), required=False)

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data)
        self.rows = FilterRows()
        self._offer("kanaal", _("All channels"))
        self._offer("thema", _("All themes"))
        self._offer("stadsdeel", _("All districts"))
        self._offer("taal", _("All languages"))
        self._offer("team", _("All teams"))
        self.full_clean()

    def _offer(self, name: str, everything: Any) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [("", everything), *self.rows.choices[name]]

    @property
    def chosen(self) -> dict[str, str]:
        """Returns what is chosen, as in an address, in the order of the form."""
        given = ((name, self.cleaned_data.get(name)) for name in self.fields)
        return {name: "1" if value is True else value for name, value in given if value}

    @property
    def address(self) -> str:
        """Returns what is chosen as the end of an address; empty when nothing is."""
        return urlencode(self.chosen)

    def address_with(self, **other: str) -> str:
        """Returns the address with these choices put in the place of the present ones; an empty one takes it away."""
        chosen = self.chosen | other
        return urlencode({name: chosen[name] for name in self.fields if chosen.get(name)})

    @property
    def fields_below(self) -> list[forms.BoundField]:
        """Returns the fields of the filter that opens."""
        return [field for field in self if field.name != WHOSE]

    @property
    def told(self) -> list[dict[str, str]]:
        """Returns what is chosen in words, each with the address without it."""
        lines = []
        for field in self.fields_below:
            value = self.cleaned_data.get(field.name)
            if value:
                words = "" if value is True else str(dict(self.rows.choices[field.name])[value])
                without = self.address_with(**{field.name: ""})
                lines.append({"label": str(field.label), "value": words, "without": without})
        return lines

    def condition(self, colleague: Colleague, now: datetime, *, whose: bool = True) -> Q:
        """Returns the condition that a question is among those chosen; with `whose` off that choice does not count."""
        chosen = {name: value for name, value in self.chosen.items() if whose or name != WHOSE}
        return self.rows.condition(chosen, colleague, now)


def whose_condition(whose: str, colleague: Colleague) -> Q:
    """Returns the condition that a question is this colleague's, nobody's, or their teams'; no condition for all.

    Their teams' are those that a team has, and those of its district that no team has yet.
    """
    if whose == "mij":
        return Q(colleague=colleague)
    if whose == "niemand":
        return Q(colleague__isnull=True)
    if whose == "team":
        # Kept on the colleague, of whom more than one part of a screen asks it.
        prefetch_related_objects([colleague], "teams")
        teams = list(colleague.teams.all())
        districts = [team.district_id for team in teams if team.district_id]
        return Q(team__in=teams) | Q(team__isnull=True, district__in=districts)
    return Q()
