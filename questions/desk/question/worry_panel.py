"""Beside the conversation of a worry about somebody else: what was told, and who follows it up."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.actions.question_state import needs_follow_up
from questions.desk.question.forms import DeskForm
from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk_choices import FollowedUpBy, HistoryKind, QuestionKind
from questions.worry_choices import AgeGroup, Known, MayTell, Relation

# What was told, as colleagues read it: field, its name, and the words of what was chosen.
TOLD: tuple[tuple[str, Any, Any], ...] = (
    ("relation", _("About"), Relation),
    ("age_group", _("Age"), AgeGroup),
    ("person", _("Name and street"), None),
    ("children", _("Children there"), Known),
    ("knows", _("Knows of the worry"), Known),
    ("may_tell", _("May we say who told us?"), MayTell),
)


class FollowedUpForm(DeskForm):
    """Who follows up the worry, in a few words."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    by = forms.ChoiceField(
        label=_("Who follows it up?"),
        choices=FollowedUpBy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who follows it up.")},
    )
    words = forms.CharField(
        label=_("What was agreed?"),
        max_length=2_000,
        help_text=_("A few words are enough. Only colleagues read them."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Write what was agreed.")},
    )


def _worry(shown: Shown) -> dict[str, Any] | None:
    """Returns what was told and who follows it up; None for any other question."""
    question = shown.question
    if question.kind != QuestionKind.WORRY:
        return None
    worry = question.worry
    worry.question = question
    report = worry.report(shown.key)
    last = question.history.filter(what=HistoryKind.FOLLOWED_UP).order_by("pk").last()
    if last is not None:
        last.question = question
    told = [
        (name, dict(choices.choices).get(report.get(field, "")) if choices else report.get(field, ""))
        for field, name, choices in TOLD
    ]
    return {
        "worry": worry,
        "told": [(name, value) for name, value in told if value],
        "worry_open": needs_follow_up(question),
        "worry_withdrawn": question.history.filter(what=HistoryKind.WITHDRAWN).exists(),
        "followed_up_words": last.words(shown.key) if last is not None else "",
    }


def _following_up(shown: Shown) -> dict[str, Any] | None:
    """Returns the form to record who follows it up, for whoever may put the question in order or just tried to."""
    question = shown.question
    if question.kind != QuestionKind.WORRY or not (shown.handles or "following_up" in shown.filled):
        return None
    return {"following_up": FollowedUpForm(initial={"by": question.worry.followed_up_by})}


WORRY = Panel("desk/worry_panel.html", _worry, slot=Slot.KNOW)
FOLLOW_UP = Panel(
    "desk/follow_up_worry.html", _following_up, summary=_("Who follows it up"), key="w", forms=("following_up",)
)
