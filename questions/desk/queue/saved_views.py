"""Filters of the queue that a colleague keeps under a name: the list of them, saving one, throwing one away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.text.visible import says_something
from questions.desk.order import planned, to_be_done
from questions.desk.queue.filters import QueueFilter
from questions.desk.queue.selectors import counted
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


def view_lines(colleague: Colleague, now: datetime, chosen: QueueFilter) -> list[ViewLine]:
    """Returns the saved views of the colleague with how much there is to do now in each."""
    views = list(SavedView.objects.filter(colleague=colleague))
    filters = {view.pk: QueueFilter(QueryDict(view.filters).dict()) for view in views}
    whole = {pk: each for pk, each in filters.items() if not each.errors}
    conditions = {f"v{pk}": each.condition(colleague, now) & ~planned(now) for pk, each in whole.items()}
    counts: dict[str, Any] = counted(to_be_done(colleague), conditions)
    return [ViewLine(view, counts.get(f"v{view.pk}"), view.filters == chosen.address) for view in views]
