"""A colleague records who follows up a worry about somebody else. Only then the worry can end."""

from datetime import datetime
from uuid import UUID

from home.database.durable import durably
from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order, refresh_status
from questions.actions.refusals import NotAllowed
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import FollowedUpBy, HistoryKind, QuestionKind
from questions.models import Colleague, Question, Worry
from questions.permissions import may_handle


def record_followed_up(
    colleague: Colleague,
    question: Question,
    by: FollowedUpBy,
    *,
    words: str,
    now: datetime,
    submission: UUID | None = None,
) -> None:
    """Records who follows up the worry, with a few words that are sealed; recorded again, the last counts.

    The same submission sent again changes nothing. Raises NotAllowed when the question is somebody else's or is no
    worry, CannotOpen when its key is gone.
    """
    with durably():
        question = lock_question(question.pk, now)
        if question.kind != QuestionKind.WORRY or not may_handle(colleague, question):
            raise NotAllowed
        form = SubmittedForm(question, submission, "followed-up", colleague.pk, by.value, words)
        if form.was_taken:
            return
        at = moment_in_order(question, now)
        form.take(at)
        Worry.objects.filter(question=question).update(followed_up_by=by, followed_up_at=at)
        note_in_history(question, HistoryKind.FOLLOWED_UP, at=at, colleague=colleague, words=words, by=by.value)
        refresh_status(question)
