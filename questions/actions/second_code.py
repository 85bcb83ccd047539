"""A code for somebody else in the same question: made, and withdrawn. Only who holds the first code may do either."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.actions.ask import NEW_CODE_WITHIN
from questions.actions.codes import code_fingerprint, new_code
from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import Ended
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import HistoryKind
from questions.models import Conversation, Question, SecondCode
from questions.statuses import ENDED


def second_code_of(question: Question) -> SecondCode | None:
    """Returns the code for somebody else that opens this question now; None when there is none."""
    return question.second_codes.filter(withdrawn_at__isnull=True).first()


def make_second_code(question: Question, now: datetime, submission: UUID) -> str:
    """Makes the code for somebody else and returns it; empty when there is one already, which stays as it is.

    The same submission sent again replaces the code that it made, within NEW_CODE_WITHIN and until somebody opened the
    question with it: the reply was lost, and nobody has seen that code. Raises Ended when the question has ended.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "second code")
        there = second_code_of(question)
        if form.was_taken:
            return _made_again(question, there, now) if there else ""
        if question.status in ENDED:
            raise Ended
        if there is not None:
            return ""
        at, code = moment_in_order(question, now), new_code()
        form.take(at)
        SecondCode.objects.create(
            question=question, code_fingerprint=code_fingerprint(question.reference, code), made_at=at
        )
        note_in_history(question, HistoryKind.SECOND_CODE, at=at)
    return code


def _made_again(question: Question, there: SecondCode, now: datetime) -> str:
    if now - there.made_at > NEW_CODE_WITHIN or Conversation.objects.filter(second_code=there).exists():
        return ""
    code = new_code()
    there.code_fingerprint = code_fingerprint(question.reference, code)
    there.save(update_fields=["code_fingerprint"])
    return code


def withdraw_second_code(question: Question, now: datetime) -> None:
    """Withdraws the code for somebody else and ends every conversation that it opened; nothing when there is none."""
    with transaction.atomic():
        question = lock_question(question.pk, now)
        there = second_code_of(question)
        if there is None:
            return
        there.withdrawn_at = moment_in_order(question, now)
        there.save(update_fields=["withdrawn_at"])
        Conversation.objects.filter(second_code=there).delete()
        note_in_history(question, HistoryKind.SECOND_CODE_ENDED, at=there.withdrawn_at)
