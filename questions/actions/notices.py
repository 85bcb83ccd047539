"""Recording that the mail server accepted or refused the notice of an answer."""

from datetime import datetime

from django.db import transaction

from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.receipts import record_on_waits
from questions.models import Outgoing
from questions.waits.projection import Event


def accept_notice(outgoing: Outgoing, now: datetime) -> None:
    """Records that the mail server took the notice: from now on the answer counts."""
    with transaction.atomic():
        question = lock_question(outgoing.question_id, now)
        # Conditional, so that two senders of the same row count once.
        if not Outgoing.objects.filter(pk=outgoing.pk, accepted_at__isnull=True, refused_at__isnull=True).update(
            accepted_at=now
        ):
            return
        record_on_waits(question, Event.NOTICE_ACCEPTED, outgoing.message, moment_in_order(question, now), now)


def refuse_notice(outgoing: Outgoing, now: datetime) -> None:
    """Records that the mail server refused for good.

    The answer counts once the resident reads it or is reached in another way.
    """
    with transaction.atomic():
        question = lock_question(outgoing.question_id, now)
        if not Outgoing.objects.filter(pk=outgoing.pk, accepted_at__isnull=True, refused_at__isnull=True).update(
            refused_at=now
        ):
            return
        at = moment_in_order(question, now)
        record_on_waits(question, Event.NOTICE_REFUSED, outgoing.message, at, now)
        if outgoing.message.read_at is not None:
            record_on_waits(question, Event.RECEIVED, outgoing.message, at, now)
