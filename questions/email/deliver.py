"""Sending the notices in the outbox: soon after the commit, then ever less often, until accepted or refused.

A notice says that there is an answer and where to read it: no question, theme, name, reference or code.
"""

import logging
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.models import Municipality
from questions.actions.notices import accept_notice, refuse_notice
from questions.email.server import (
    OWN_PAUSE,
    ReadClock,
    SendResult,
    Verdict,
    is_given_up,
    longest_dialogue,
    pause_after,
    send_now,
    sender_domain,
    until_late,
)
from questions.models import Outgoing
from questions.privacy.keyring import CannotOpen, lookup

logger = logging.getLogger(__name__)


def due(now: datetime) -> list[Outgoing]:
    """Returns the notices that may be tried now, the longest due first, at most 200."""
    return list(
        Outgoing.objects.filter(accepted_at__isnull=True, refused_at__isnull=True, next_try_at__lte=now)
        .select_related("question", "message")
        .order_by("next_try_at", "pk")[:200]
    )


def _claimed(outgoing: Outgoing, now: datetime) -> bool:
    """Claims the notice for longer than one dialogue can last; returns False when another sender has it.

    The update is conditional, and reads the time anew: the round may have begun long ago.
    """
    outgoing.tries += 1
    return bool(
        Outgoing.objects.filter(
            pk=outgoing.pk, tries=outgoing.tries - 1, accepted_at__isnull=True, refused_at__isnull=True
        ).update(tries=outgoing.tries, next_try_at=now + longest_dialogue())
    )


def deliver(outgoing: Outgoing, clock: ReadClock) -> bool:
    """Tries to send one notice; returns whether the mail server accepted it. A refusal for good is recorded."""
    now = clock()
    if not _claimed(outgoing, now):
        return False
    try:
        message = compose(outgoing)
    except CannotOpen:
        logger.warning("notice %s not sent: its key is not in the ring", outgoing.pk)
        _put_off(outgoing, now + OWN_PAUSE)
        return False
    handed = send_now(message, clock)
    try:
        return _record(outgoing, handed)
    except CannotOpen:
        # The resident erased the question while the mail went out.
        return False


def _record(outgoing: Outgoing, handed: SendResult) -> bool:
    """Records what the mail server said, and returns whether it took the notice."""
    if handed.verdict is Verdict.ACCEPTED:
        accept_notice(outgoing, handed.at)
        return True
    logger.warning("notice %s not sent: %s", outgoing.pk, handed.why)
    if is_given_up(handed, outgoing.tries, outgoing.created_at):
        refuse_notice(outgoing, handed.at)
    else:
        _put_off(outgoing, handed.at + pause_after(handed.verdict, outgoing.tries))
    return False


def _put_off(outgoing: Outgoing, until: datetime) -> None:
    Outgoing.objects.filter(pk=outgoing.pk).update(next_try_at=until)


def compose(outgoing: Outgoing) -> EmailMessage:
    """Returns the notice in the resident's language, with a link that holds no key. Raises CannotOpen.

    Every try carries the same Message-ID, so that a mail sent twice, because the server's yes was lost, is seen once.
    """
    address = outgoing.address(outgoing.question.key_bytes)
    with translation.override(outgoing.language):
        link = settings.BASE_URL + reverse("resident:follow")
        place = Municipality.for_site(Site.objects.get(is_default_site=True))
        body = render_to_string("email/notice.txt", {"link": link, "place": place})
        subject = _("There is a message for you")
    return EmailMessage(
        subject=subject,
        body=body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[address],
        headers={
            "Auto-Submitted": "auto-generated",
            "Content-Language": outgoing.language,
            "Message-ID": message_id(outgoing),
        },
    )


def message_id(outgoing: Outgoing) -> str:
    """Returns the Message-ID of this notice, which tells nothing about the question."""
    return f"<{lookup('message-id', str(outgoing.question.uid), str(outgoing.pk))[:32]}@{sender_domain()}>"


def deliver_due(clock: ReadClock) -> tuple[int, int]:
    """Tries to send everything that is due; returns how many were accepted and how many were tried."""
    accepted = [deliver(outgoing, clock) for outgoing in until_late(due(clock()), clock)]
    return sum(accepted), len(accepted)
