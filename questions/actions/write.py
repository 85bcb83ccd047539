"""A resident writes again in a question."""

from datetime import datetime, timedelta
from uuid import UUID

from home.durable import durably
from questions.actions.flag import flag
from questions.actions.messages import add_message
from questions.actions.refusals import Ended, TooFast
from questions.actions.standing import locked, refresh_status
from questions.models import Message, Question
from questions.reachability.models import Channel, Kind, Wait
from questions.reachability.waits import open_wait, open_wait_of
from questions.statuses import ENDED, Author

MOST_IN_A_MINUTE = 30


def write(question: Question, *, submission: UUID, text: str, language: str, now: datetime) -> Message:
    """Commits the message; opens a new wait when none is open. Raises Ended when the question has ended.

    Raises TooFast when it comes after MOST_IN_A_MINUTE others; what is sent once more is no further message.
    """
    with durably():
        question = locked(question.pk)
        if question.status in ENDED:
            raise Ended
        if _too_fast(question, submission, now):
            raise TooFast
        message, new = add_message(
            question, question.key_bytes, submission=submission, text=text, language=language, at=now
        )
        if new:
            flag(question, question.key_bytes, text, message.number)
        if new and open_wait_of(question.pk) is None:
            open_follow_up(question, at=now, now=now)
            refresh_status(question)
    return message


def _too_fast(question: Question, submission: UUID, now: datetime) -> bool:
    written = question.messages.filter(author=Author.RESIDENT)
    if written.filter(submission=submission).exists():
        return False
    return written.filter(at__gt=now - timedelta(minutes=1)).count() >= MOST_IN_A_MINUTE


def open_follow_up(question: Question, *, at: datetime, now: datetime) -> Wait:
    """Opens the wait of a new question after an answer; the caller holds the question's row."""
    return open_wait(
        at=at,
        recorded_at=now,
        channel=Channel(question.channel),
        kind=Kind.FOLLOW_UP,
        theme=question.theme.slug,
        district=question.district.slug if question.district else "",
        language=question.language,
        question_id=question.pk,
    )
