"""Setting a question aside as spam, test or duplicate, with a reason, and taking it back. It is never dropped."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order, refresh_status
from questions.actions.refusals import Ended, NotAllowed
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import ExclusionReason, HistoryKind, TakeBackReason
from questions.models import Colleague, Question
from questions.permissions import may_handle
from questions.statuses import ENDED, Status
from questions.waits.corrections import leave_out, take_back
from questions.waits.writer import waits_of


def exclude(
    colleague: Colleague,
    question: Question,
    reason: ExclusionReason,
    now: datetime,
    submission: UUID | None = None,
) -> None:
    """Sets the question aside and leaves its waits out of the figures; the same submission again changes nothing.

    Once more for a question that stands aside, it leaves out what the resident asked since then. Raises NotAllowed
    when the colleague may not put it in order, Ended when it has ended, CannotOpen when it was forgotten.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "set aside", colleague.pk, reason.value)
        if form.was_taken:
            return
        if not may_handle(colleague, question):
            raise NotAllowed
        if question.status in ENDED:
            raise Ended
        at = moment_in_order(question, now)
        form.take(at)
        counted = [wait for wait in waits_of(question.pk) if not wait.excluded]
        for wait in counted:
            leave_out(wait, reason=reason.value, who=str(colleague), at=at, now=now)
        question.status = Status.SET_ASIDE
        question.save(update_fields=["status"])
        refresh_status(question)
        note_in_history(
            question,
            HistoryKind.EXCLUDED,
            at=at,
            colleague=colleague,
            reason=reason.value,
            waits=" ".join(str(wait.pk) for wait in counted),
        )


def include(colleague: Colleague, question: Question, reason: TakeBackReason, now: datetime) -> None:
    """Takes the question back to where its waits put it, and counts them again; does nothing when it is not aside.

    Raises NotAllowed when the colleague may not put it in order, CannotOpen when it was forgotten.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        if not may_handle(colleague, question):
            raise NotAllowed
        if question.status != Status.SET_ASIDE:
            return
        at = moment_in_order(question, now)
        left_out = _left_out(question)
        for wait in waits_of(question.pk):
            if wait.excluded and wait.pk in left_out:
                take_back(wait, reason=reason.value, who=str(colleague), at=at, now=now)
        question.status = Status.SETTLED
        question.save(update_fields=["status"])
        refresh_status(question)
        note_in_history(question, HistoryKind.INCLUDED, at=at, colleague=colleague, reason=reason.value)


def _left_out(question: Question) -> set[int]:
    """Returns the numbers of the waits that were left out by setting aside since it was last taken back.

    What a merge left out is not among them.
    """
    found: set[int] = set()
    for entry in question.history.filter(what__in=[HistoryKind.EXCLUDED, HistoryKind.INCLUDED]):
        if entry.what == HistoryKind.INCLUDED:
            found = set()
        else:
            found |= {int(number) for number in str(entry.data["waits"]).split()}
    return found
