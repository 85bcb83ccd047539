"""A colleague answers on the page.

The clock stops when the resident can have the answer: at once on the page, with a notice once the mail server took it,
in a chat once the resident's page has it.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from home.database.durable import durably
from questions.actions.messages import add_message, find_sent_message, message_fingerprint
from questions.actions.question_state import lock_question, moment_in_order, refresh_status
from questions.actions.reactions import check_can_react, record_reaction
from questions.models import Colleague, Message, Outgoing, Question
from questions.statuses import Settled
from questions.waits.models import Channel
from questions.waits.projection import Delivery, Event
from questions.waits.writer import open_wait_of, record

# A resident who has not read an answer in the chat by then has left, and gets the notice that was asked for.
GONE_AFTER = timedelta(minutes=2)


def one_moment() -> str:
    """Returns the sentence of a first sign of life ("one moment, please"), in the active language."""
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
    """Writes the answer, with its notice in the outbox when the resident asked for one, and returns the message.

    With `holding` it is a first sign of life, which is no answer: it stops no clock and settles nothing. In a chat an
    answer counts when the resident's page has it; the notice waits for GONE_AFTER, for a resident who has left. The
    same submission sent again returns the message that is there, whatever happened since.

    Raises NotAllowed when the question is not this colleague's, Ended when it was withdrawn or closed.
    """
    with durably():
        question = lock_question(question.pk)
        outcome = "holding" if holding else settled.value
        fingerprint = message_fingerprint(question, text, colleague, language, outcome)
        before = find_sent_message(question, submission, fingerprint)
        if before is not None:
            return before
        check_can_react(colleague, question)
        at, key = moment_in_order(question, now), question.key_bytes
        message = add_message(
            question,
            key,
            submission=submission,
            fingerprint=fingerprint,
            text=text,
            language=language,
            at=at,
            colleague=colleague,
        )
        if holding:
            _record_first_sign(question, at, now)
            return message
        chat = question.channel == Channel.CHAT
        address = question.notice_address(key)
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
        record_reaction(
            question,
            reaction=f"message-{message.number}",
            settled=settled,
            at=at,
            now=now,
            event=Event.REACTION_COMMITTED,
            data={"delivery": delivery.value},
        )
        refresh_status(question)
    return message


def _record_first_sign(question: Question, at: datetime, now: datetime) -> None:
    wait = open_wait_of(question.pk)
    if wait is not None:
        record(wait, Event.FIRST_SIGN, at=at, recorded_at=now)
