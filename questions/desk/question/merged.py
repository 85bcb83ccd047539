"""The conversations that were merged into a question, folded inside its page."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk.question.presenters import message_lines
from questions.message_text import LogLine
from questions.models import Colleague, Question
from questions.permissions import readable_by
from questions.privacy.access_log import record_opening
from questions.statuses import OPEN, Status


@dataclass(frozen=True)
class MergedConversation:
    """A question that goes on in another one, with its messages opened."""

    question: Question
    messages: list[LogLine]


def merged_conversations(colleague: Colleague, question: Question) -> list[MergedConversation]:
    """Returns the questions that were merged into this one and that this colleague may read, the last merged first.

    Raises CannotOpen when the key of one of them is gone.
    """
    merged = readable_by(colleague).filter(merged_into=question).select_related("theme")
    return [
        MergedConversation(each, message_lines(each, each.key_bytes)) for each in merged.order_by("-ended_at", "-pk")
    ]


def _merged(shown: Shown) -> dict[str, Any] | None:
    """Returns the merged conversations, each of which counts as opened as well."""
    found = merged_conversations(shown.colleague, shown.question)
    for each in found:
        record_opening(shown.colleague.user_id, each.question.reference, shown.now)
    return {"merged": found} if found else None


def _merging(shown: Shown) -> dict[str, Any] | None:
    return {} if shown.handles and shown.question.status in OPEN else None


def _goes_on(shown: Shown) -> dict[str, Any] | None:
    """Returns the question in which this one goes on, None in it when this colleague may not read that."""
    if shown.question.status != Status.MERGED:
        return None
    return {"goes_on_in": readable_by(shown.colleague).filter(merged=shown.question).first()}


MERGED = Panel("desk/merged.html", _merged, slot=Slot.ABOVE)
GOES_ON = Panel("desk/goes_on.html", _goes_on, slot=Slot.ABOVE)
MERGE = Panel("desk/merge_panel.html", _merging, summary=_("Merge"), key="m")
