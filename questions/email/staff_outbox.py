"""The mail backend of every request: stores a mail for the background command to send.

No request waits for the mail server (docs/decisions/0045-no-request-waits.md), not even for a mail that a library
sends.
"""

import json
import logging
from collections.abc import Sequence
from datetime import datetime
from email.utils import make_msgid

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from questions.email.models import StaffMail
from questions.email.server import (
    OWN_PAUSE,
    ReadClock,
    Verdict,
    is_given_up,
    longest_dialogue,
    pause_after,
    send_now,
    sender_domain,
    until_late,
)
from questions.privacy.keyring import CannotOpen

logger = logging.getLogger(__name__)
PARTS = ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to")


class OutboxBackend(BaseEmailBackend):
    """Stores each mail in the transaction in which it is sent."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            keep_mail(message, timezone.now())
        return len(email_messages)


def keep_mail(message: EmailMessage, now: datetime) -> None:
    """Puts the mail in the outbox, sealed. Raises ValueError for one with attachments."""
    if message.attachments:
        raise ValueError("a mail with attachments cannot be kept")
    kept = {part: getattr(message, part) for part in PARTS}
    # Fixed here, so that it stays the same however often the mail is tried.
    kept["headers"] = {"Message-ID": make_msgid(domain=sender_domain())} | message.extra_headers
    kept["alternatives"] = [[str(each[0]), str(each[1])] for each in getattr(message, "alternatives", [])]
    row = StaffMail(created_at=now, next_try_at=now)
    row.seal_mail(json.dumps(kept, default=str).encode())
    row.save()


def kept_mail(row: StaffMail) -> EmailMessage:
    """Returns the mail of this row. Raises CannotOpen when the ring does not hold its key."""
    return EmailMultiAlternatives(**json.loads(bytes(row.mail())))


def send_kept(clock: ReadClock) -> tuple[int, int]:
    """Tries to send every kept mail that is due; returns how many were accepted and how many were tried."""
    due = list(StaffMail.objects.filter(next_try_at__lte=clock()).order_by("next_try_at", "pk")[:200])
    sent = [_send(row, clock) for row in until_late(due, clock)]
    return sum(sent), len(sent)


def _send(row: StaffMail, clock: ReadClock) -> bool:
    now = clock()
    row.tries += 1
    mine = StaffMail.objects.filter(pk=row.pk, tries=row.tries - 1)
    if not mine.update(tries=row.tries, next_try_at=now + longest_dialogue()):
        return False
    try:
        message = kept_mail(row)
    except CannotOpen:
        logger.warning("mail %s not sent: its key is not in the ring", row.pk)
        StaffMail.objects.filter(pk=row.pk).update(next_try_at=now + OWN_PAUSE)
        return False
    handed = send_now(message, clock)
    if handed.verdict is Verdict.ACCEPTED:
        row.delete()
        return True
    logger.warning("mail %s not sent: %s", row.pk, handed.why)
    if is_given_up(handed, row.tries, row.created_at):
        row.delete()
    else:
        StaffMail.objects.filter(pk=row.pk).update(next_try_at=handed.at + pause_after(handed.verdict, row.tries))
    return False
