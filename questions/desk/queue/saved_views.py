"""Filters of the queue that a colleague keeps under a name: the list of them, saving one, throwing one away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.text.visible import says_something
from questions.desk.order import planned
from questions.desk.queue.filters import QueueFilter
from questions.models import Colleague, SavedView

LONGEST = SavedView._meta.get_field("filters").max_length
NAME_LENGTH = SavedView._meta.get_field("name").max_length


class SaveViewForm(forms.Form):
    """A name for the present filters."""

    filters = forms.CharField(required=False, max_length=2_000, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Name of this view"),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Give the view a name.")},
    )
    replace = forms.BooleanField(label=_("Replace the view that has this name"), required=False)

    def clean_name(self) -> str:
        name: str = " ".join(self.cleaned_data["name"].split())
        if not says_something(name):
            raise forms.ValidationError(gettext("Give the view a name."))
        return name

    def clean_filters(self) -> str:
        """Returns what is known of the filters, as the queue writes it."""
        address = QueueFilter(QueryDict(self.cleaned_data["filters"]).dict()).address
        if not address:
            raise forms.ValidationError(gettext("Choose a filter first: everything is always there."))
        if len(address) > (LONGEST or 0):
            raise forms.ValidationError(gettext("These are too many filters for one view."))
        return address


@dataclass(frozen=True)
class ViewLine:
    """A saved view beside the queue. `count` is None when one of its filters is not there any more."""

    view: SavedView
    count: int | None
    current: bool


class SavedViews:
    """The saved views of a colleague, beside the queue narrowed to what was chosen."""

    def __init__(self, colleague: Colleague, chosen: QueueFilter) -> None:
        self.colleague, self.chosen = colleague, chosen
        self.views = list(SavedView.objects.filter(colleague=colleague))

    def conditions(self, now: datetime) -> dict[str, Q]:
        """Returns, by a name for each view, the condition that a question is in it and can be done now.

        A view is left out when one of its filters is not there any more.
        """
        found, rows = {}, self.chosen.rows
        for view in self.views:
            chosen = QueryDict(view.filters).dict()
            if rows.has(chosen):
                found[_name(view)] = rows.condition(chosen, self.colleague, now) & ~planned(now)
        return found

    def lines(self, counts: Mapping[str, int]) -> list[ViewLine]:
        """Returns the views with how much there is to do in each, of the counts by the names of `conditions`."""
        return [ViewLine(view, counts.get(_name(view)), view.filters == self.chosen.address) for view in self.views]


def _name(view: SavedView) -> str:
    return f"view_{view.pk}"
