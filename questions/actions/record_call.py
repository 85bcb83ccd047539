"""Recording that a colleague called the resident."""

from datetime import datetime
from uuid import UUID

from home.database.durable import durably
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order, refresh_status
from questions.actions.reactions import check_can_react, record_reaction
from questions.actions.record_outcome import Ending, write_ending
from questions.actions.submissions import SubmittedForm
from questions.models import CallAttempt, Colleague, Question
from questions.statuses import Settled
from questions.waits.projection import Event


def record_call(
    colleague: Colleague,
    question: Question,
    *,
    submission: UUID,
    reached: bool,
    settled: Settled,
    now: datetime,
    ending: Ending | None = None,
) -> CallAttempt:
    """Records a call and returns it; `ending` says where the question ended, when the call settled it.

    A call that reached the resident is a reaction; one that reached nobody changes no figure. Raises NotAllowed when
    the question is not this colleague's, Ended when it was withdrawn or closed.
    """
    outcome = settled if reached else Settled.NOT_YET
    with durably():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "call", colleague.pk, reached, outcome.value)
        before = CallAttempt.objects.filter(question=question, submission=form.id).first()
        if before is not None:
            return before
        check_can_react(colleague, question)
        at = moment_in_order(question, now)
        form.take(at)
        attempt = CallAttempt.objects.create(
            question=question, submission=form.id, colleague=colleague, at=at, reached=reached
        )
        record_reaction(
            question,
            reaction=f"call-{attempt.pk}",
            settled=outcome,
            at=at,
            now=now,
            event=Event.CALL_ATTEMPTED,
            data={"reached": reached},
        )
        if ending is not None and outcome != Settled.NOT_YET:
            write_ending(question, ending, at)
        refresh_status(question)
    return attempt
