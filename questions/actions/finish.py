"""A question ends without an answer. In the figures it waits for ever, and never makes one look better."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.actions.question_state import end, in_order, locked
from questions.actions.refusals import Ended, NotAllowed
from questions.actions.submissions import Form
from questions.models import Colleague, Question
from questions.permissions import may_answer
from questions.statuses import ENDED, CloseReason, Status
from questions.waits.models import Channel
from questions.waits.projection import Event
from questions.waits.writer import record, unfinished_waits_of


def withdraw(question: Question, now: datetime) -> None:
    """The resident no longer needs an answer. Doing it twice changes nothing.

    Who ends a chat and does not leave the question with us has left (docs/kpi.md, section 2).
    """
    with transaction.atomic():
        question = locked(question.pk)
        if question.status in ENDED:
            return
        at = in_order(question, now)
        _end_waits(question, Event.LEFT if question.channel == Channel.CHAT else Event.WITHDRAWN, at, now)
        end(question, Status.WITHDRAWN, at)


def close(
    colleague: Colleague, question: Question, reason: CloseReason, now: datetime, submission: UUID | None = None
) -> None:
    """The colleague ends it, with a reason. Sent again it is the same. Raises NotAllowed, or Ended."""
    with transaction.atomic():
        question = locked(question.pk)
        form = Form(question, submission, "close", colleague.pk, reason.value)
        if form.was_taken:
            return
        if not may_answer(colleague, question):
            raise NotAllowed
        if question.status in ENDED:
            raise Ended
        at = in_order(question, now)
        form.take(at)
        _end_waits(question, Event(reason.value), at, now)
        end(question, Status.CLOSED, at)


def _end_waits(question: Question, event: Event, at: datetime, now: datetime) -> None:
    """Also of one that had a reaction and no real answer: for that it waits for ever."""
    for wait in unfinished_waits_of(question.pk):
        record(wait, event, at=at, recorded_at=now)
