"""A colleague plans when something has to be done with a question: call again, look after a worry."""

from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import Ended, NotAllowed, WrongDay
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import HistoryKind
from questions.models import Colleague, Question
from questions.permissions import may_handle
from questions.statuses import ENDED


def plan_next(
    colleague: Colleague, question: Question, due: datetime | None, *, now: datetime, submission: UUID | None = None
) -> None:
    """Sets the moment from which the question comes up in the queue; None takes it away, and it comes up now.

    The same submission sent again changes nothing. Raises NotAllowed when the question is somebody else's, Ended when
    it has ended, WrongDay for a moment that has passed.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "plan", colleague.pk, due)
        if form.was_taken:
            return
        if not may_handle(colleague, question):
            raise NotAllowed
        if question.status in ENDED:
            raise Ended
        if due is not None and due <= now:
            raise WrongDay
        if due == question.due_at:
            return
        at = moment_in_order(question, now)
        form.take(at)
        question.due_at = due
        question.save(update_fields=["due_at"])
        note_in_history(
            question,
            HistoryKind.PLANNED,
            at=at,
            colleague=colleague,
            due=due.astimezone(UTC).isoformat() if due else "",
        )
