"""The status of a question, which follows from its waits, and the moments of what happens to it, which go in order.

No other module decides either of them.
"""

from datetime import datetime, timedelta

from django.db.models import Max

from questions.actions.refusals import NotFollowedUp
from questions.desk_choices import QuestionKind
from questions.models import Question, Worry
from questions.statuses import ENDED, Status
from questions.waits.models import WaitOutcome
from questions.waits.projection import Event
from questions.waits.writer import last_event_of, record, unfinished_waits_of, waits_of


def moment_in_order(question: Question, now: datetime) -> datetime:
    """Returns the moment of what happens now: `now`, or one microsecond after what happened last.

    A clock can be set back, by hand or by the machine, and the person who sends something then is not to blame. The log
    keeps its order and no wait ends before it began.
    """
    messages = question.messages.aggregate(at=Max("at"), read=Max("read_at"))
    moments = [
        question.asked_at,
        question.first_opened_at,
        question.claimed_at,
        question.ended_at,
        messages["at"],
        messages["read"],
        question.calls.aggregate(at=Max("at"))["at"],
        question.judgements.aggregate(at=Max("at"))["at"],
        question.history.aggregate(at=Max("at"))["at"],
        question.notes.aggregate(at=Max("at"))["at"],
        last_event_of(question.pk),
    ]
    last = max(moment for moment in moments if moment is not None)
    return now if now >= last else last + timedelta(microseconds=1)


def refresh_status(question: Question) -> None:
    """Sets the status that follows from the waits: waiting while one is open, reacted while one is not settled.

    Sets as well since when it waits, by which the queue orders it. What was set aside stays so and waits for nobody at
    the desk. A worry is not settled by its answer, but once it is followed up.
    """
    if question.status in ENDED:
        return
    waits = waits_of(question.pk)
    opened = [wait for wait in waits if wait.outcome == WaitOutcome.OPEN]
    unfinished = [wait for wait in waits if wait.answer_outcome == WaitOutcome.OPEN]
    since = min((wait.started_at for wait in opened or unfinished), default=None)
    status = Status.WAITING if opened else Status.REACTED if unfinished else Status.SETTLED
    if status == Status.SETTLED and needs_follow_up(question):
        status, since = Status.REACTED, question.asked_at
    if question.status == Status.SET_ASIDE:
        status, since = Status.SET_ASIDE, None
    if (question.status, question.waiting_since) != (status, since):
        question.status, question.waiting_since = status, since
        question.save(update_fields=["status", "waiting_since"])


def needs_follow_up(question: Question) -> bool:
    """Returns whether it is a worry about somebody else, and nobody recorded who follows it up."""
    return question.kind == QuestionKind.WORRY and Worry.objects.filter(question=question, followed_up_by="").exists()


def end_question(question: Question, status: Status, event: Event, *, at: datetime, now: datetime) -> None:
    """Ends the question and its waits with this event; from then on it can only be read.

    A wait that had a first reaction and no real answer ends as well: for that answer it waits for ever. Raises
    NotFollowedUp for a worry that nobody follows up.
    """
    if needs_follow_up(question):
        raise NotFollowedUp
    for wait in unfinished_waits_of(question.pk):
        record(wait, event, at=at, recorded_at=now)
    question.status = status
    question.ended_at = at
    question.waiting_since = question.due_at = None
    question.save(update_fields=["status", "ended_at", "waiting_since", "due_at"])
