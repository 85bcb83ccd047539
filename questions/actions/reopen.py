"""A colleague opens a question again that was closed, solved or withdrawn."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.actions.follow_up import open_follow_up
from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order, refresh_status
from questions.actions.refusals import NotAllowed, NotEnded
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import HistoryKind
from questions.models import Colleague, Question
from questions.permissions import may_handle
from questions.statuses import Status

# A merged question goes on in another one, and has a door of its own.
REOPENED = (Status.CLOSED, Status.SOLVED, Status.WITHDRAWN)


def reopen(colleague: Colleague, question: Question, now: datetime, submission: UUID | None = None) -> None:
    """Lets the question wait again from this moment; the same submission sent again changes nothing.

    What waited before stays as it ended: in the figures nobody was answered by it. Raises NotAllowed when the colleague
    may not put the question in order, NotEnded when it goes on or was merged, CannotOpen when it was forgotten.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "reopen", colleague.pk)
        if form.was_taken:
            return
        if not may_handle(colleague, question):
            raise NotAllowed
        if question.status not in REOPENED:
            raise NotEnded
        at = moment_in_order(question, now)
        form.take(at)
        question.status, question.ended_at = Status.WAITING, None
        question.save(update_fields=["status", "ended_at"])
        open_follow_up(question, at=at, now=now)
        refresh_status(question)
        note_in_history(question, HistoryKind.REOPENED, at=at, colleague=colleague)
