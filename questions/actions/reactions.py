"""What an answer and a call have in common: who may give one, and what it does to the waits."""

from datetime import datetime

from questions.actions.refusals import Ended, NotAllowed
from questions.models import Colleague, Question
from questions.permissions import may_answer
from questions.statuses import ENDED, Settled
from questions.waits.models import WaitKind, WaitOutcome
from questions.waits.projection import Event
from questions.waits.writer import record, waits_of


def check_can_react(colleague: Colleague, question: Question) -> None:
    """Raises NotAllowed when the question is not this colleague's, Ended when it was withdrawn or closed."""
    if not may_answer(colleague, question):
        raise NotAllowed
    if question.status in ENDED:
        raise Ended


def record_reaction(
    question: Question,
    *,
    reaction: str,
    settled: Settled,
    at: datetime,
    now: datetime,
    event: Event,
    data: dict[str, object],
    asked_before: datetime | None = None,
) -> None:
    """Writes the reaction on every wait that it can still stop or settle.

    With `asked_before` not on a follow-up that began at that moment or later, which the colleague had not read.
    """
    for wait in waits_of(question.pk):
        if wait.answer_outcome != WaitOutcome.OPEN:
            continue
        if asked_before is not None and wait.kind == WaitKind.FOLLOW_UP and wait.started_at >= asked_before:
            continue
        record(wait, event, at=at, recorded_at=now, reaction=reaction, **data)
        if settled != Settled.NOT_YET:
            record(wait, Event.SETTLED, at=at, recorded_at=now, reaction=reaction, how=settled.value)
