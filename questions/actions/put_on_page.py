"""An answer comes on the resident's page, with its notice in the outbox: at once, or when a held answer is released."""

from datetime import datetime, timedelta
from uuid import UUID

from questions.actions.follow_up import open_follow_up
from questions.actions.messages import add_message
from questions.actions.question_state import refresh_status
from questions.actions.reactions import record_reaction
from questions.models import Colleague, Message, Outgoing, Question
from questions.statuses import Author, Settled
from questions.waits.models import Channel
from questions.waits.projection import Delivery, Event
from questions.waits.writer import open_wait_of

# A resident who has not read an answer in the chat by then has left, and gets the notice that was asked for.
GONE_AFTER = timedelta(minutes=2)


def put_on_page(
    question: Question,
    key: bytes,
    *,
    colleague: Colleague,
    submission: UUID,
    fingerprint: str,
    text: str,
    language: str,
    settled: Settled,
    at: datetime,
    now: datetime,
    seen: int | None = None,
) -> Message:
    """Writes the answer and what it does to the waits, and returns the message. The caller holds the question's row.

    `seen` is the last message that the colleague had seen, None for all of them. What the resident wrote after it is
    not answered: it waits for an answer of its own, from the moment it was written.
    """
    message = add_message(
        question,
        key,
        submission=submission,
        fingerprint=fingerprint,
        text=text,
        language=language,
        at=at,
        colleague=colleague,
        seen=seen,
    )
    notice = put_notice_in_outbox(question, key, message, now)
    unseen = first_unseen(question, message)
    chat = question.channel == Channel.CHAT
    delivery = Delivery.RECEIPT if chat else Delivery.NOTICE if notice else Delivery.PAGE
    record_reaction(
        question,
        reaction=f"message-{message.number}",
        settled=settled,
        at=at,
        now=now,
        event=Event.REACTION_COMMITTED,
        data={"delivery": delivery.value},
        asked_before=unseen.at if unseen else None,
    )
    if unseen is not None and open_wait_of(question.pk) is None:
        open_follow_up(question, at=unseen.at, now=now)
    refresh_status(question)
    return message


def put_notice_in_outbox(question: Question, key: bytes, message: Message, now: datetime) -> bool:
    """Writes the notice of this message when the resident asked for one, and returns whether that is so."""
    address = question.notice_address(key)
    if not address:
        return False
    outgoing = Outgoing(
        question=question,
        message=message,
        language=question.language,
        created_at=now,
        next_try_at=now + GONE_AFTER if question.channel == Channel.CHAT else now,
    )
    outgoing.seal_address(key, address)
    outgoing.save()
    return True


def first_unseen(question: Question, answered: Message) -> Message | None:
    """Returns the first message of the resident that the writer of this answer had not seen; None without one."""
    last_seen = answered.number if answered.seen is None else answered.seen
    return question.messages.filter(author=Author.RESIDENT, number__gt=last_seen).order_by("number").first()
