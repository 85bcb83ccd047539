"""What the queue is narrowed to: read from the address, so that a narrowed queue can be kept and shared."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from questions.desk.order import call_due
from questions.desk_choices import QuestionKind
from questions.models import Colleague, Team
from questions.waits.models import Channel
from services.models import District, Theme

WHOSE = "van"
"""The choice that stands above the list as a row of its own, not among the filters."""

UNKNOWN = "onbekend"


class FilterRows:
    """The rows that can be chosen in a filter, by their slug: looked up once for all the filters of a screen."""

    def __init__(self) -> None:
        self.themes = {theme.slug: theme for theme in Theme.objects.order_by("order")}
        self.districts = {district.slug: district for district in District.objects.order_by("order")}
        self.teams = {team.slug: team for team in Team.objects.all()}


class QueueFilter(forms.Form):
    """The filters by the names that they have in an address. What is not known there is left out and told."""

    van = forms.ChoiceField(
        label=_("Whose"),
        required=False,
        choices=[("", _("Everything")), ("mij", _("Mine")), ("niemand", _("Nobody's")), ("team", _("My teams"))],
    )
    kanaal = forms.ChoiceField(label=_("Channel"), required=False)
    thema = forms.ChoiceField(label=_("Theme"), required=False)
    stadsdeel = forms.ChoiceField(label=_("District"), required=False)
    taal = forms.ChoiceField(label=_("Language"), required=False)
    team = forms.ChoiceField(label=_("Team that has it"), required=False)
    terugbellen = forms.BooleanField(label=_("Call or talk now"), required=False)
    gevoelig = forms.BooleanField(label=_("Sensitive"), required=False)
    zorgen = forms.BooleanField(label=_("Worries about somebody else"), required=False)

    def __init__(self, data: Mapping[str, str], rows: FilterRows | None = None) -> None:
        super().__init__(data)
        self.words: dict[str, dict[str, str]] = {}
        self.rows = rows or FilterRows()
        self.themes, self.districts, self.teams = self.rows.themes, self.rows.districts, self.rows.teams
        self._offer("kanaal", _("All channels"), Channel.choices)
        self._offer("thema", _("All themes"), [(slug, theme.name) for slug, theme in self.themes.items()])
        districts = [(slug, district.name) for slug, district in self.districts.items()]
        self._offer("stadsdeel", _("All districts"), [*districts, (UNKNOWN, _("Not known"))])
        self._offer("taal", _("All languages"), settings.LANGUAGES)
        self._offer("team", _("All teams"), [(slug, team.name) for slug, team in self.teams.items()])
        self.full_clean()

    def _offer(self, name: str, everything: Any, choices: Any) -> None:
        self.fields[name].choices = [("", everything), *choices]  # type: ignore[attr-defined]
        self.words[name] = {value: str(label) for value, label in choices}

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
                words = "" if value is True else self.words[field.name][value]
                without = self.address_with(**{field.name: ""})
                lines.append({"label": str(field.label), "value": words, "without": without})
        return lines

    def condition(self, colleague: Colleague, now: datetime, *, whose: bool = True) -> Q:
        """Returns the condition that a question is among those chosen; with `whose` off that choice does not count."""
        chosen = self.cleaned_data
        found = whose_condition(chosen.get(WHOSE, ""), colleague) if whose else Q()
        if chosen.get("kanaal"):
            found &= Q(channel=chosen["kanaal"])
        if chosen.get("thema"):
            theme = self.themes[chosen["thema"]]
            found &= Q(theme_corrected=theme) | Q(theme_corrected__isnull=True, theme=theme)
        if chosen.get("stadsdeel"):
            found &= Q(district=self.districts.get(chosen["stadsdeel"]))
        if chosen.get("taal"):
            found &= Q(language=chosen["taal"])
        if chosen.get("team"):
            found &= Q(team=self.teams[chosen["team"]])
        if chosen.get("terugbellen"):
            found &= call_due(now)
        if chosen.get("gevoelig"):
            sensitive = [theme.pk for theme in self.themes.values() if theme.sensitive]
            found &= Q(theme__in=sensitive) | Q(theme_corrected__in=sensitive)
        if chosen.get("zorgen"):
            found &= Q(kind=QuestionKind.WORRY)
        return found


def whose_condition(whose: str, colleague: Colleague) -> Q:
    """Returns the condition that a question is this colleague's, nobody's, or their teams'; no condition for all.

    Their teams' are those that a team has, and those of its district that no team has yet.
    """
    if whose == "mij":
        return Q(colleague=colleague)
    if whose == "niemand":
        return Q(colleague__isnull=True)
    if whose == "team":
        teams = list(colleague.teams.all())
        districts = [team.district_id for team in teams if team.district_id]
        return Q(team__in=teams) | Q(team__isnull=True, district__in=districts)
    return Q()
