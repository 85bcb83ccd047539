"""Saying later, or once more, where a question ended, and when the first conversation was."""

from datetime import date, datetime
from uuid import UUID

from home.database.durable import durably
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.record_outcome import Ending, days_for_conversation, write_ending, write_first_conversation
from questions.actions.refusals import NotAllowed, NothingToSettle, WrongDay
from questions.actions.submissions import SubmittedForm
from questions.models import Colleague, Outcome, Question
from questions.permissions import may_handle
from questions.statuses import ENDED, Status


def change_ending(
    colleague: Colleague, question: Question, ending: Ending, now: datetime, submission: UUID | None = None
) -> None:
    """Says later, or once more, where a question ended; the same submission sent again changes nothing.

    Raises NotAllowed when the colleague may not put the question in order, NothingToSettle while it goes on.
    """
    with durably():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "ending", colleague.pk, ending)
        if form.was_taken:
            return
        if not may_handle(colleague, question):
            raise NotAllowed
        if not may_have_ending(question, Outcome.objects.filter(question=question).first()):
            raise NothingToSettle
        at = moment_in_order(question, now)
        form.take(at)
        write_ending(question, ending, at)


def may_have_ending(question: Question, outcome: Outcome | None) -> bool:
    """Returns whether it can be said where this question ended: it is settled, it has ended, or it was said before.

    `outcome` is what is noted of that; None when nothing is.
    """
    said = outcome is not None and outcome.destination != ""
    return said or question.status in (Status.SETTLED, *ENDED)


def note_first_conversation(
    colleague: Colleague, question: Question, on: date | None, now: datetime, submission: UUID | None = None
) -> None:
    """Notes the day of the first conversation, for the figure "wachttijd intake"; None takes it away.

    The same submission sent again changes nothing. Raises NotAllowed when the colleague may not put the question in
    order, WrongDay for a day before it was asked or more than a year ahead.
    """
    with durably():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "conversation", colleague.pk, on)
        if form.was_taken:
            return
        if not may_handle(colleague, question):
            raise NotAllowed
        first, last = days_for_conversation(question, now)
        if on is not None and not first <= on <= last:
            raise WrongDay
        form.take(moment_in_order(question, now))
        write_first_conversation(question, on)
