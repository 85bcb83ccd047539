"""The resident withdraws a question. In the figures it waits for ever, and never makes one look better."""

from datetime import datetime

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import end_question, moment_in_order, needs_follow_up
from questions.desk_choices import HistoryKind
from questions.models import Question
from questions.statuses import ENDED, Status
from questions.waits.models import Channel
from questions.waits.projection import Event


def withdraw(question: Question, now: datetime) -> None:
    """Ends a question that needs no answer any more; does nothing when it has ended.

    A worry about somebody else goes on until somebody follows it up: that whoever told us needs no answer says nothing
    of the person it is about. Then the history tells it and nothing else changes.

    A resident who ends a chat and does not leave the question with us counts as left (docs/kpi.md, section 2).
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        if question.status in ENDED:
            return
        at = moment_in_order(question, now)
        if needs_follow_up(question):
            if not question.history.filter(what=HistoryKind.WITHDRAWN).exists():
                note_in_history(question, HistoryKind.WITHDRAWN, at=at)
            return
        event = Event.LEFT if question.channel == Channel.CHAT else Event.WITHDRAWN
        end_question(question, Status.WITHDRAWN, event, at=at, now=now)
        note_in_history(question, HistoryKind.WITHDRAWN, at=at)
