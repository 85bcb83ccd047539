"""One question as the desk shows it: its messages, what else happened to it, and how long it waits."""

from datetime import datetime
from typing import Any

from questions.danger.kinds import DangerKind
from questions.desk.question.forms import DANGER_NAMES
from questions.message_text import changed_facts, display_text
from questions.models import Question
from questions.statuses import Danger
from questions.waits.clocks import Clock, elapsed
from questions.waits.writer import waits_of

Row = dict[str, Any]


def message_rows(question: Question, key: bytes) -> list[Row]:
    """Returns the messages, opened, as desk/message.html shows them. Raises CannotOpen."""
    rows = []
    for message in question.messages.select_related("colleague__user", "notice"):
        message.question = question
        changed = changed_facts(message, key)
        rows.append({"message": message, "text": display_text(message, key), "changes": changed, "at": message.at})
    return rows


def log_rows(question: Question, key: bytes, messages: list[Row]) -> list[Row]:
    """Returns these messages with the calls and the judgements, in the order in which they happened."""
    calls = [{"call": call, "at": call.at} for call in question.calls.select_related("colleague__user")]
    judgements = [
        {"judgement": row, "outcome": row.outcome(key), "at": row.at}
        for row in question.judgements.select_related("colleague__user")
    ]
    return sorted([*messages, *calls, *judgements], key=lambda row: row["at"])


def wait_rows(question: Question, now: datetime) -> list[Row]:
    """Returns the waits, each with how long it lasts on both clocks, until the real answer and until a first sign."""
    return [
        {
            "wait": wait,
            "wall": elapsed(wait, Clock.WALL, now),
            "office": elapsed(wait, Clock.OFFICE, now),
            "answer": wait.settled_at and (wait.settled_at - wait.started_at).total_seconds(),
            "sign": wait.first_sign_at and (wait.first_sign_at - wait.started_at).total_seconds(),
        }
        for wait in waits_of(question.pk)
    ]


def danger_names(question: Question, key: bytes) -> list[Any]:
    """Returns what the words of danger are about that nobody judged yet; empty when there are none."""
    found = question.danger_found(key) if question.danger == Danger.UNJUDGED else None
    kinds: frozenset[DangerKind] = found.kinds if found else frozenset()
    return [name for kind, name in DANGER_NAMES.items() if kind in kinds]
