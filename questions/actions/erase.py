"""The resident erases a question: what was written goes at once, and every figure stays (docs/decisions/0065)."""

from datetime import datetime
from enum import StrEnum

from home.database.durable import durably, note_words_in_the_log
from questions.actions.codes import code_fingerprint, new_code
from questions.actions.forget import forget
from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order, needs_follow_up, refresh_status
from questions.desk_choices import HistoryKind
from questions.models import OneTimeNumber, Question
from questions.statuses import AnswerBy
from questions.waits.projection import Event
from questions.waits.writer import record, unfinished_waits_of


class Erased(StrEnum):
    """What is gone: everything, what leads to the reporter of a worry, or nothing."""

    EVERYTHING = "everything"
    REPORTER = "reporter"
    NOTHING = "nothing"


def erase(question: Question, now: datetime) -> Erased:
    """Destroys the question with everything in it, and returns what is gone; waits without a real answer end withdrawn.

    A worry about somebody else that nobody follows up yet stays with the team: then only what leads to the reporter
    goes. Raises CannotOpen when the question was erased a moment ago.
    """
    with durably():
        question = lock_question(question.pk, now)
        at = moment_in_order(question, now)
        for wait in unfinished_waits_of(question.pk):
            record(wait, Event.WITHDRAWN, at=at, recorded_at=now)
        # Until the log is emptied it holds pages as they were before.
        note_words_in_the_log()
        if needs_follow_up(question):
            _erase_reporter(question, at)
            return Erased.REPORTER
        forget(question)
        return Erased.EVERYTHING


def what_is_erased(uid: str) -> Erased:
    """Returns what is gone of the question that had this uid."""
    question = Question.objects.filter(uid=uid).first()
    if question is None:
        return Erased.EVERYTHING
    marked = question.history.filter(what=HistoryKind.WITHDRAWN, data={"contact": "erased"})
    return Erased.REPORTER if marked.exists() else Erased.NOTHING


def _erase_reporter(question: Question, at: datetime) -> None:
    """Erases the name, how to reach the reporter, and every way to the conversation. The caller holds the row."""
    question.outgoing.all().delete()
    question.conversations.all().delete()
    question.second_codes.all().delete()
    OneTimeNumber.objects.filter(question=question).delete()
    question.answer_by, question.sealed_contact = AnswerBy.PAGE, None
    # A code that nobody was ever given; and a form that is sent again gets no new one.
    question.code_fingerprint = code_fingerprint(question.reference, new_code())
    question.first_opened_at = question.first_opened_at or at
    question.save(update_fields=["answer_by", "sealed_contact", "code_fingerprint", "first_opened_at"])
    note_in_history(question, HistoryKind.WITHDRAWN, at=at, contact="erased")
    refresh_status(question)
