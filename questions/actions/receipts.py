"""Recording on the waits that an answer reached the resident, or that its notice was accepted or refused."""

from datetime import datetime

from questions.actions.follow_up import open_follow_up
from questions.actions.put_on_page import first_unseen
from questions.actions.question_state import refresh_status
from questions.models import Message, Question
from questions.statuses import ENDED
from questions.waits.models import Wait, WaitOutcome
from questions.waits.projection import Event
from questions.waits.writer import carry_reactions, record, waits_with


def record_on_waits(question: Question, event: Event, message: Message, at: datetime, now: datetime) -> None:
    """Writes the event on every wait that this message can still answer.

    The first reaction to one wait may be the real answer to another.
    """
    reaction = f"message-{message.number}"
    for wait in waits_with(question.pk, reaction):
        if wait.answer_outcome != WaitOutcome.OPEN:
            continue
        waited = wait.reacted_at is None
        wait = record(wait, event, at=at, recorded_at=now, reaction=reaction)
        if waited and wait.reacted_at is not None and question.status not in ENDED:
            _open_what_was_asked_meanwhile(question, wait, message, now)
    refresh_status(question)


def _open_what_was_asked_meanwhile(question: Question, wait: Wait, answered: Message, now: datetime) -> None:
    """Opens a wait for what the resident wrote after what the writer of the answer had seen, before it arrived.

    The answer to that may have been written as well, and be under way.
    """
    later = first_unseen(question, answered)
    if later is not None:
        follow_up = open_follow_up(question, at=later.at, now=now)
        unaware = question.messages.filter(seen__lt=later.number).values_list("number", flat=True)
        carry_reactions(
            wait, follow_up, since=later.at, recorded_at=now, without={f"message-{number}" for number in unaware}
        )
