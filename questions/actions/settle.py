"""Saying that what was answered settled the question, and where it ended, without another message."""

from datetime import datetime
from uuid import UUID

from home.database.durable import durably
from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order, needs_follow_up, refresh_status
from questions.actions.reactions import check_can_react
from questions.actions.record_outcome import Ending, write_ending
from questions.actions.refusals import NotFollowedUp, NothingToSettle
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import HistoryKind
from questions.models import Colleague, Question
from questions.statuses import Settled
from questions.waits.models import WaitOutcome
from questions.waits.projection import Event
from questions.waits.writer import last_reaction_in_hand, record, unfinished_waits_of


def settle(
    colleague: Colleague,
    question: Question,
    *,
    settled: Settled,
    ending: Ending | None,
    now: datetime,
    submission: UUID | None = None,
) -> None:
    """Settles a question that had a reaction and has nothing open; the same submission sent again changes nothing.

    The real answer counts from this moment, never from the reaction before it (docs/kpi.md, section 2). Raises
    NotAllowed when the question is not this colleague's, Ended when it has ended, NotFollowedUp for a worry that nobody
    follows up, NothingToSettle when somebody waits for a first reaction or everything is settled.
    """
    with durably():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "settle", colleague.pk, settled.value, ending)
        if form.was_taken:
            return
        check_can_react(colleague, question)
        if needs_follow_up(question):
            raise NotFollowedUp
        waits = unfinished_waits_of(question.pk)
        if settled == Settled.NOT_YET or not waits or any(wait.outcome == WaitOutcome.OPEN for wait in waits):
            raise NothingToSettle
        at = moment_in_order(question, now)
        form.take(at)
        for wait in waits:
            reaction = last_reaction_in_hand(wait)
            record(wait, Event.SETTLED, at=at, recorded_at=now, reaction=reaction, how=settled.value)
        if ending is not None:
            write_ending(question, ending, at)
        refresh_status(question)
        note_in_history(question, HistoryKind.SETTLED, at=at, colleague=colleague, how=settled.value)
