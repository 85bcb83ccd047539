"""Beside the conversation: handing the question over, and the word of whoever handed it over."""

import uuid
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from home.text.visible import says_something
from questions.desk.question.forms import DeskForm
from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk_choices import HistoryKind
from questions.models import Colleague, Question, Team
from questions.permissions import receivers_for
from questions.statuses import ENDED

WORDS_LIMIT = 1_000
GONE = _("This question cannot go there now. Choose another team or colleague.")


class HandOverForm(DeskForm):
    """To whom, and why. Whoever may not read the question is not in the list."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    of = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    to = forms.ChoiceField(
        label=_("To whom?"),
        error_messages={"required": _("Choose a team or a colleague."), "invalid_choice": GONE},
    )
    words = forms.CharField(
        label=_("A word of explanation"),
        max_length=WORDS_LIMIT,
        help_text=_("Why, and what was done already. Only colleagues read it."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Write why you hand it over.")},
    )

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = list(receivers_for(question).select_related("user").prefetch_related("teams"))
        teams = {team.pk: team for person in people for team in person.teams.all()}
        self._receivers: dict[str, Colleague | Team] = {
            f"team-{team.pk}": team for team in sorted(teams.values(), key=lambda team: team.name)
        } | {f"colleague-{person.pk}": person for person in people if person.pk != question.colleague_id}
        by_kind = [
            (name, [(value, str(row)) for value, row in self._receivers.items() if isinstance(row, kind)])
            for name, kind in ((_("A team"), Team), (_("A colleague"), Colleague))
        ]
        cast(forms.ChoiceField, self.fields["to"]).choices = [("", _("Choose")), *by_kind]

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"].replace("\r\n", "\n")
        if not says_something(words):
            raise forms.ValidationError(self.fields["words"].error_messages["required"], code="required")
        return words

    def receiver(self) -> Colleague | Team:
        """Returns the team or the colleague that was chosen."""
        return self._receivers[self.cleaned_data["to"]]


def _handing_over(shown: Shown) -> dict[str, Any] | None:
    if shown.question.status in ENDED:
        return None
    return {"handing": HandOverForm(question=shown.question, initial={"of": shown.question.colleague_id})}


def _handed_over(shown: Shown) -> dict[str, Any] | None:
    """Returns the word of the last handing over while nobody has done anything with the question since."""
    done = shown.question.history.filter(colleague__isnull=False).exclude(what=HistoryKind.CLAIMED)
    last = done.select_related("colleague__user").last()
    if last is None or last.what != HistoryKind.HANDED_OVER:
        return None
    acts = (shown.question.messages.filter(colleague__isnull=False), shown.question.calls, shown.question.notes)
    if any(rows.filter(at__gt=last.at).exists() for rows in acts):
        return None
    last.question = shown.question
    return {"handed": last, "handed_words": last.words(shown.key)}


HAND_OVER = Panel("desk/hand_over_panel.html", _handing_over, summary=_("Hand over"), key="o", forms=("handing",))
HANDED_OVER = Panel("desk/handed_over.html", _handed_over, slot=Slot.ABOVE)
