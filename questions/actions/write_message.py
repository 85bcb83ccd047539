"""A resident writes again in a question."""

from datetime import datetime, timedelta
from uuid import UUID

from home.database.durable import durably
from questions.actions.flag import flag
from questions.actions.follow_up import open_follow_up
from questions.actions.locking import lock_question
from questions.actions.messages import add_message, find_sent_message, message_fingerprint
from questions.actions.question_state import moment_in_order, refresh_status
from questions.actions.refusals import Ended, TooFast
from questions.models import Message, Question
from questions.statuses import ENDED, Author
from questions.waits.writer import open_wait_of

MOST_IN_A_MINUTE = 30


def write_message(question: Question, *, submission: UUID, text: str, language: str, now: datetime) -> Message:
    """Writes the message, opens a new wait when none is open, and returns the message.

    The same submission sent again returns the message that is there, whatever happened since. Raises Ended when the
    question has ended, TooFast after MOST_IN_A_MINUTE messages within a minute.
    """
    with durably():
        question = lock_question(question.pk, now)
        fingerprint = message_fingerprint(question, text)
        before = find_sent_message(question, submission, fingerprint)
        if before is not None:
            return before
        if question.status in ENDED:
            raise Ended
        if _too_fast(question, now):
            raise TooFast
        at, key = moment_in_order(question, now), question.key_bytes
        message = add_message(
            question, key, submission=submission, fingerprint=fingerprint, text=text, language=language, at=at
        )
        flag(question, key, text, message.number)
        if open_wait_of(question.pk) is None:
            open_follow_up(question, at=at, now=now)
            refresh_status(question)
    return message


def _too_fast(question: Question, now: datetime) -> bool:
    written = question.messages.filter(author=Author.RESIDENT, at__gt=now - timedelta(minutes=1), at__lte=now)
    return written.count() >= MOST_IN_A_MINUTE
