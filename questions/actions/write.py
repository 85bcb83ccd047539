"""A resident writes again in a question."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.actions.messages import add_message
from questions.actions.refusals import Ended
from questions.actions.standing import locked, refresh_status
from questions.models import Message, Question
from questions.reachability.models import Channel, Kind
from questions.reachability.waits import open_wait, open_wait_of
from questions.statuses import ENDED


def write(question: Question, *, submission: UUID, text: str, language: str, now: datetime) -> Message:
    """Commits the message; opens a new wait when none is open. Raises Ended when the question has ended."""
    with transaction.atomic():
        question = locked(question.pk)
        if question.status in ENDED:
            raise Ended
        message, new = add_message(
            question, question.key_bytes, submission=submission, text=text, language=language, at=now
        )
        if new and open_wait_of(question.pk) is None:
            open_follow_up(question, at=now, now=now)
            refresh_status(question)
    return message


def open_follow_up(question: Question, *, at: datetime, now: datetime) -> None:
    """Opens the wait of a new question after an answer; the caller holds the question's row."""
    open_wait(
        at=at,
        recorded_at=now,
        channel=Channel(question.channel),
        kind=Kind.FOLLOW_UP,
        theme=question.theme.slug,
        district=question.district.slug if question.district else "",
        language=question.language,
        question_id=question.pk,
    )
