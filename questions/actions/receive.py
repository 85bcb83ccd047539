"""An answer reaches the resident: the notice was accepted, or refused, or the page was read."""

from datetime import datetime

from django.db import transaction

from questions.actions.question_state import in_order, locked, refresh_status
from questions.actions.write_message import open_follow_up
from questions.models import Message, Outgoing, Question
from questions.statuses import ENDED, Author
from questions.waits.models import Channel, Outcome, Wait
from questions.waits.projection import Event
from questions.waits.writer import carry_reactions, record, waits_with


def accept_notice(outgoing: Outgoing, now: datetime) -> None:
    """The mail server took the notice: the answer it tells of counts from now."""
    with transaction.atomic():
        question = locked(outgoing.question_id)
        # Conditional, so that two senders of the same row count once.
        if not Outgoing.objects.filter(pk=outgoing.pk, accepted_at__isnull=True, refused_at__isnull=True).update(
            accepted_at=now
        ):
            return
        _tell_waits(question, Event.NOTICE_ACCEPTED, outgoing.message, in_order(question, now), now)


def refuse_notice(outgoing: Outgoing, now: datetime) -> None:
    """The mail server refused for good: the answer counts when the resident reads it, or is reached otherwise."""
    with transaction.atomic():
        question = locked(outgoing.question_id)
        if not Outgoing.objects.filter(pk=outgoing.pk, accepted_at__isnull=True, refused_at__isnull=True).update(
            refused_at=now
        ):
            return
        at = in_order(question, now)
        _tell_waits(question, Event.NOTICE_REFUSED, outgoing.message, at, now)
        if outgoing.message.read_at is not None:
            _tell_waits(question, Event.RECEIVED, outgoing.message, at, now)


def note_reading(question: Question, now: datetime, up_to: int | None = None) -> None:
    """The resident's page was rendered with everything there is, or says that it has the messages up to a number."""
    if up_to is not None and not _news(question, up_to):
        return
    with transaction.atomic():
        question = locked(question.pk)
        at = in_order(question, now)
        if question.first_opened_at is None:
            question.first_opened_at = at
            question.save(update_fields=["first_opened_at"])
        unread = list(question.messages.filter(author=Author.COLLEAGUE, read_at__isnull=True))
        for message in unread:
            if up_to is not None and message.number > up_to:
                continue
            message.read_at = at
            message.save(update_fields=["read_at"])
            if question.channel == Channel.CHAT:
                # Nobody is told by mail of what stands on the screen.
                Outgoing.objects.filter(message=message, tries=0).delete()
            _tell_waits(question, Event.RECEIVED, message, at, now)


def _news(question: Question, up_to: int) -> bool:
    """Whether this reading says anything new: a page that asks every few seconds must not write every time."""
    return question.first_opened_at is None or (
        question.messages.filter(author=Author.COLLEAGUE, read_at__isnull=True, number__lte=up_to).exists()
    )


def _tell_waits(question: Question, event: Event, message: Message, at: datetime, now: datetime) -> None:
    """Every wait that this message can still answer: the first reaction to one may be the real answer to another."""
    reaction = f"message-{message.number}"
    for wait in waits_with(question.pk, reaction):
        if wait.answer_outcome != Outcome.OPEN:
            continue
        waited = wait.reacted_at is None
        wait = record(wait, event, at=at, recorded_at=now, reaction=reaction)
        if waited and wait.reacted_at is not None and question.status not in ENDED:
            _open_what_was_asked_meanwhile(question, wait, message, now)
    refresh_status(question)


def _open_what_was_asked_meanwhile(question: Question, wait: Wait, answered: Message, now: datetime) -> None:
    """Words that came after the answer was written, while it was under way, wait for an answer of their own.

    That answer may have been written as well, and be under way in its turn.
    """
    later = question.messages.filter(author=Author.RESIDENT, number__gt=answered.number).order_by("number").first()
    if later is not None:
        follow_up = open_follow_up(question, at=later.at, now=now)
        carry_reactions(wait, follow_up, since=later.at, recorded_at=now)
