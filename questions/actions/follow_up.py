"""Opening a wait for what a resident asks after an answer."""

from datetime import datetime

from questions.models import Question
from questions.waits.models import Channel, Wait, WaitKind
from questions.waits.writer import open_wait


def open_follow_up(question: Question, *, at: datetime, now: datetime) -> Wait:
    """Opens the wait of a new question after an answer, and returns it. The caller holds the question's row."""
    return open_wait(
        at=at,
        recorded_at=now,
        channel=Channel(question.channel),
        kind=WaitKind.FOLLOW_UP,
        theme=question.theme.slug,
        district=question.district.slug if question.district else "",
        language=question.language,
        question_id=question.pk,
    )
