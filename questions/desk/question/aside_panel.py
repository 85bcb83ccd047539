"""Beside the conversation: setting a question aside with a reason, and taking it back."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.desk.question.forms import DeskForm, reason_field
from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk_choices import ExclusionReason, HistoryKind, TakeBackReason
from questions.models import Question
from questions.statuses import ENDED, Author, Status


class AsideForm(DeskForm):
    """Why the question is left out of the figures."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    reason = reason_field(_("Why is it no question to answer?"), ExclusionReason)


class TakeBackForm(DeskForm):
    """Why the question counts again."""

    reason = reason_field(_("Why do you take it back?"), TakeBackReason)


def has_news(question: Question) -> bool:
    """Returns whether the resident wrote after the question was set aside last."""
    last = question.history.filter(what=HistoryKind.EXCLUDED).last()
    return last is not None and question.messages.filter(author=Author.RESIDENT, at__gt=last.at).exists()


def _setting_aside(shown: Shown) -> dict[str, Any] | None:
    if not shown.handles or shown.question.status in ENDED:
        return None
    stands_aside = shown.question.status == Status.SET_ASIDE
    return None if stands_aside and not has_news(shown.question) else {"setting_aside": AsideForm()}


def _stands_aside(shown: Shown) -> dict[str, Any] | None:
    if shown.question.status != Status.SET_ASIDE:
        return None
    last = shown.question.history.filter(what=HistoryKind.EXCLUDED).select_related("colleague__user").last()
    reasons = dict(ExclusionReason.choices)
    return {
        "aside": last,
        "aside_reason": reasons.get(last.data["reason"], "") if last else "",
        "aside_news": has_news(shown.question),
        "taking_back": TakeBackForm(),
    }


SET_ASIDE = Panel("desk/aside_panel.html", _setting_aside, summary=_("Set it aside"), key="p", forms=("setting_aside",))
STANDS_ASIDE = Panel("desk/stands_aside.html", _stands_aside, slot=Slot.ABOVE)
