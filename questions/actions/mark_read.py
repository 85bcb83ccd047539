"""Recording that a resident has read messages."""

from datetime import datetime

from django.db import transaction

from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.receipts import record_on_waits
from questions.models import Outgoing, Question
from questions.statuses import Author
from questions.waits.models import Channel
from questions.waits.projection import Event


def mark_read(question: Question, now: datetime, up_to: int | None = None) -> None:
    """Records that the resident has the messages, up to the number `up_to`, or all of them.

    A page that was rendered holds all of them; the page of a chat says up to which number it has them.
    """
    if up_to is not None and not _is_news(question, up_to):
        return
    with transaction.atomic():
        question = lock_question(question.pk, now)
        at = moment_in_order(question, now)
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
            record_on_waits(question, Event.RECEIVED, message, at, now)


def _is_news(question: Question, up_to: int) -> bool:
    """Returns whether there is something to record. A page that asks every few seconds must not write every time."""
    return question.first_opened_at is None or (
        question.messages.filter(author=Author.COLLEAGUE, read_at__isnull=True, number__lte=up_to).exists()
    )
