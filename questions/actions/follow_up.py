"""Opening a wait for what a resident asks after an answer."""

from datetime import datetime

from questions.models import Question
from questions.waits.models import Channel, Wait, WaitKind
from questions.waits.projection import Event
from questions.waits.writer import open_wait, record


def open_follow_up(question: Question, *, at: datetime, now: datetime) -> Wait:
    """Opens the wait of a new question after an answer, and returns it; a corrected theme goes along.

    The caller holds the question's row.
    """
    wait = open_wait(
        at=at,
        recorded_at=now,
        channel=Channel(question.channel),
        kind=WaitKind.FOLLOW_UP,
        theme=question.theme.slug,
        district=question.district.slug if question.district else "",
        language=question.language,
        question_id=question.pk,
    )
    if question.theme_corrected:
        record(wait, Event.THEME_CORRECTED, at=at, recorded_at=now, theme=question.theme_corrected.slug)
    return wait
