"""Taking back an answer that was sent a moment ago and is not on the resident's page yet."""

from datetime import datetime
from uuid import UUID

from home.database.durable import durably
from questions.actions.drafts import put_back_in_draft
from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import AlreadySent, NotAllowed
from questions.actions.release_answers import is_due
from questions.desk_choices import HistoryKind
from questions.models import Colleague, HeldAnswer, Question


def undo_answer(colleague: Colleague, question: Question, submission: UUID, now: datetime) -> None:
    """Puts the words back in the draft of the colleague who sent them; done twice it changes nothing.

    Raises NotAllowed when somebody else sent it, AlreadySent when its moment has come.
    """
    with durably():
        question = lock_question(question.pk, now)
        if question.messages.filter(submission=submission, colleague=colleague).exists():
            raise AlreadySent
        held = question.held_answers.filter(submission=submission).select_related("colleague").first()
        if held is None:
            return
        if held.colleague_id != colleague.pk:
            raise NotAllowed
        held.question = question
        key = question.key_bytes
        put_back_in_draft(held, key, now)
        # Conditional: where the row could not be locked, the release moment alone decides.
        if not HeldAnswer.objects.filter(pk=held.pk).exclude(is_due(now)).delete()[0]:
            raise AlreadySent
        note_in_history(question, HistoryKind.UNDONE, at=moment_in_order(question, now), colleague=colleague)
