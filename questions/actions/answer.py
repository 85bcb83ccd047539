"""A colleague answers, on the page or by a call. Only what is in the resident's hands stops the clock."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from home.durable import durably
from questions.actions.messages import add_message
from questions.actions.refusals import Ended, NotAllowed
from questions.actions.standing import locked, refresh_status
from questions.models import CallAttempt, Colleague, Message, Outgoing, Question
from questions.permissions import may_answer
from questions.reachability.models import Channel, Outcome
from questions.reachability.projection import Delivery, Event
from questions.reachability.waits import open_wait_of, record, waits_of
from questions.statuses import ENDED, AnswerBy, Settled

# Who has not read an answer in the chat by then has gone, and gets the notice that was asked for.
GONE_AFTER = timedelta(minutes=2)


def one_moment() -> str:
    """The words of a first sign of life, in the language that is active."""
    return _("One moment, please. I am reading your message.")


def answer(
    colleague: Colleague,
    question: Question,
    *,
    submission: UUID,
    text: str,
    language: str,
    settled: Settled,
    now: datetime,
    holding: bool = False,
) -> Message:
    """Commits the answer, with its notice in the outbox when one was asked for.

    `holding` is "one moment, please": a first sign of life, which is no answer, stops nothing and settles nothing.
    In a chat an answer counts when the resident's page has it; its notice waits, for who has gone.
    Raises NotAllowed when the question is not this colleague's, Ended when it was withdrawn or closed.
    """
    with durably():
        question = _held(colleague, question)
        key = question.key_bytes
        message, new = add_message(
            question, key, submission=submission, text=text, language=language, at=now, colleague=colleague
        )
        if not new:
            return message
        if holding:
            _record_first_sign(question, now)
            return message
        chat = question.channel == Channel.CHAT
        address = question.contact(key).get("email", "") if question.answer_by == AnswerBy.NOTICE else ""
        if address:
            outgoing = Outgoing(
                question=question,
                message=message,
                language=question.language,
                created_at=now,
                next_try_at=now + GONE_AFTER if chat else now,
            )
            outgoing.seal_address(key, address)
            outgoing.save()
        delivery = Delivery.RECEIPT if chat else Delivery.NOTICE if address else Delivery.PAGE
        _record_reaction(
            question,
            reaction=f"message-{message.number}",
            settled=settled,
            now=now,
            event=Event.REACTION_COMMITTED,
            data={"delivery": delivery.value},
        )
        refresh_status(question)
    return message


def record_call(
    colleague: Colleague,
    question: Question,
    *,
    submission: UUID,
    reached: bool,
    settled: Settled,
    now: datetime,
) -> CallAttempt:
    """Keeps the attempt; a call that reached the resident is a reaction, one that did not changes no figure.

    Raises NotAllowed when the question is not this colleague's, Ended when it was withdrawn or closed.
    """
    with durably():
        question = _held(colleague, question)
        attempt, new = CallAttempt.objects.get_or_create(
            question=question, submission=submission, defaults={"colleague": colleague, "at": now, "reached": reached}
        )
        if new:
            _record_reaction(
                question,
                reaction=f"call-{attempt.pk}",
                settled=settled if reached else Settled.NOT_YET,
                now=now,
                event=Event.CALL_ATTEMPTED,
                data={"reached": reached},
            )
            refresh_status(question)
    return attempt


def _held(colleague: Colleague, question: Question) -> Question:
    question = locked(question.pk)
    if not may_answer(colleague, question):
        raise NotAllowed
    if question.status in ENDED:
        raise Ended
    return question


def _record_first_sign(question: Question, now: datetime) -> None:
    wait = open_wait_of(question.pk)
    if wait is not None:
        record(wait, Event.FIRST_SIGN, at=now, recorded_at=now)


def _record_reaction(
    question: Question, *, reaction: str, settled: Settled, now: datetime, event: Event, data: dict[str, object]
) -> None:
    """Writes the reaction on every wait that it can still stop or settle."""
    for wait in waits_of(question.pk):
        if wait.outcome not in (Outcome.OPEN, Outcome.ANSWERED) or wait.settled_at is not None:
            continue
        record(wait, event, at=now, recorded_at=now, reaction=reaction, **data)
        if settled != Settled.NOT_YET:
            record(wait, Event.SETTLED, at=now, recorded_at=now, reaction=reaction, how=settled.value)
