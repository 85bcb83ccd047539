"""A colleague ends a question without an answer. In the figures it waits for ever, and never makes one look better."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import end_question, moment_in_order
from questions.actions.refusals import Ended, NotAllowed
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import HistoryKind
from questions.models import Colleague, Question
from questions.permissions import may_answer
from questions.statuses import ENDED, CloseReason, Status
from questions.waits.projection import Event


def close(
    colleague: Colleague, question: Question, reason: CloseReason, now: datetime, submission: UUID | None = None
) -> None:
    """Ends the question with a reason; the same submission sent again changes nothing.

    Raises NotAllowed when the question is not this colleague's, Ended when it was withdrawn or closed.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "close", colleague.pk, reason.value)
        if form.was_taken:
            return
        if not may_answer(colleague, question):
            raise NotAllowed
        if question.status in ENDED:
            raise Ended
        at = moment_in_order(question, now)
        form.take(at)
        end_question(question, Status.CLOSED, Event(reason.value), at=at, now=now)
        note_in_history(question, HistoryKind.CLOSED, at=at, colleague=colleague, reason=reason.value)
