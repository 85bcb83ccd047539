"""A question ends without an answer. In the figures it waits for ever, and never makes one look better."""

from datetime import datetime

from django.db import transaction

from questions.actions.refusals import Ended, NotAllowed
from questions.actions.standing import end, locked
from questions.models import Colleague, Question
from questions.permissions import may_answer
from questions.reachability.models import Channel
from questions.reachability.projection import Event
from questions.reachability.waits import open_wait_of, record
from questions.statuses import ENDED, CloseReason, Status


def withdraw(question: Question, now: datetime) -> None:
    """The resident no longer needs an answer. Doing it twice changes nothing.

    Who ends a chat and does not leave the question with us has left (docs/kpi.md, section 2).
    """
    with transaction.atomic():
        question = locked(question.pk)
        if question.status in ENDED:
            return
        _end_wait(question, Event.LEFT if question.channel == Channel.CHAT else Event.WITHDRAWN, now)
        end(question, Status.WITHDRAWN, now)


def close(colleague: Colleague, question: Question, reason: CloseReason, now: datetime) -> None:
    """The colleague ends it, with a reason. Raises NotAllowed, or Ended when it had ended already."""
    with transaction.atomic():
        question = locked(question.pk)
        if not may_answer(colleague, question):
            raise NotAllowed
        if question.status in ENDED:
            raise Ended
        _end_wait(question, Event(reason.value), now)
        end(question, Status.CLOSED, now)


def _end_wait(question: Question, event: Event, now: datetime) -> None:
    wait = open_wait_of(question.pk)
    if wait is not None:
        record(wait, event, at=now, recorded_at=now)
