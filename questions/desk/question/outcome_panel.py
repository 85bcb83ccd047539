"""Beside the conversation: what is on its way, settling, where it ended, the first conversation, opening again."""

from datetime import date, datetime
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from questions.actions.change_outcome import may_have_ending
from questions.actions.record_outcome import Ending, days_for_conversation, ending_in
from questions.actions.release_answers import is_due
from questions.actions.reopen import REOPENED
from questions.desk.question.forms import ConversationForm, EndingForm, ReopenForm, SettleForm
from questions.desk.question.panel import Panel, Shown, Slot
from questions.models import Question
from questions.privacy.keyring import CannotOpen
from questions.statuses import ENDED, Status
from services.facts.in_answers import answer_html


def conversation_form(
    question: Question, now: datetime, posted: QueryDict | None = None, *, noted: date | None = None
) -> ConversationForm:
    """Returns the form for the day of the first conversation, with the day that is noted."""
    first, last = days_for_conversation(question, now)
    return ConversationForm(posted, first=first, last=last, initial={"on": f"{noted:%d-%m-%Y}" if noted else ""})


def _held(shown: Shown) -> dict[str, Any] | None:
    """Returns what was sent in this question and can still be taken back by the sender."""
    rows = shown.question.held_answers.exclude(is_due(shown.now)).select_related("colleague__user")
    held = []
    for row in rows.order_by("release_at", "pk"):
        row.question = shown.question
        held.append(
            {
                "answer": row,
                "when": _to_the_second(row.release_at),
                "text": answer_html(row.text(shown.key), row.language),
            }
        )
    return {"held": held} if held else None


def _to_the_second(moment: datetime) -> str:
    """Returns the time with its seconds, written as times are in this language."""
    local = timezone.localtime(moment)
    time = date_format(local, "TIME_FORMAT")
    return f"{time}{'.' if '.' in time else ':'}{local:%S}"


def _outcome(shown: Shown) -> dict[str, Any] | None:
    if shown.outcome is None:
        return None
    ending = _ending_that_opens(shown)
    return {"outcome": shown.outcome, "gap_words": ending.gap if ending else ""}


def _ending_that_opens(shown: Shown) -> Ending | None:
    """Returns where the question ended; None when nobody said so, and when the key of its words is missing."""
    try:
        return ending_in(shown.outcome)
    except CannotOpen:
        return None


def _settling(shown: Shown) -> dict[str, Any] | None:
    settles = shown.mine and shown.question.status == Status.REACTED
    return {"settling": SettleForm()} if settles or "settling" in shown.filled else None


def _ending(shown: Shown) -> dict[str, Any] | None:
    if not (shown.handles and may_have_ending(shown.question, shown.outcome)) and "ending" not in shown.filled:
        return None
    before = _ending_that_opens(shown)
    return {"ending": EndingForm(initial=before.fields() if before else {})}


def _conversing(shown: Shown) -> dict[str, Any] | None:
    if not shown.handles and "conversing" not in shown.filled:
        return None
    noted = shown.outcome.first_conversation_on if shown.outcome else None
    return {"conversing": conversation_form(shown.question, shown.now, noted=noted)}


def _reopening(shown: Shown) -> dict[str, Any] | None:
    return {"reopening": ReopenForm()} if shown.handles and shown.question.status in REOPENED else None


def _asks_where(shown: Shown) -> bool:
    """Returns whether it was settled and nobody said yet where it ended."""
    done = shown.question.status in (Status.SETTLED, *ENDED)
    return done and not (shown.outcome and shown.outcome.destination)


HELD = Panel("desk/held_panel.html", _held, slot=Slot.ABOVE)
OUTCOME = Panel("desk/outcome_panel.html", _outcome, slot=Slot.KNOW)
SETTLE = Panel("desk/settle.html", _settling, summary=_("Settle"), key="e", forms=("settling",))
ENDING = Panel(
    "desk/ending.html", _ending, summary=_("Where it ended"), key="i", forms=("ending",), is_open=_asks_where
)
CONVERSATION = Panel(
    "desk/conversation_day.html", _conversing, summary=_("First conversation"), key="h", forms=("conversing",)
)
REOPEN = Panel("desk/reopen.html", _reopening, summary=_("Open again"), key="o")
