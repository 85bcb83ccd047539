"""Sending what is in the outbox: tried right after commit, then ever less often, until accepted or refused.

A notice says that there is an answer and where to read it: no question, theme, name, reference or code.
"""

import logging
import smtplib
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.models import Municipality
from questions.actions.receive import accept_notice, refuse_notice
from questions.models import Outgoing
from questions.privacy.keyring import CannotOpen

logger = logging.getLogger(__name__)

# Waiting between tries; after the last the server has had four days, and the address counts as refusing.
PAUSES = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8)]
GIVE_UP_AFTER = timedelta(days=4)
CLAIMED_FOR = timedelta(minutes=5)


def due(now: datetime) -> list[Outgoing]:
    """What may be tried now, oldest first."""
    return list(
        Outgoing.objects.filter(accepted_at__isnull=True, refused_at__isnull=True, next_try_at__lte=now)
        .select_related("question", "message")
        .order_by("created_at")[:200]
    )


def deliver(outgoing: Outgoing, now: datetime) -> bool:
    """Tries one notice; says whether the mail server accepted it. A refusal for good is recorded as such."""
    # Conditional, so that two senders never send the same notice: the row is taken for a while.
    taken = Outgoing.objects.filter(
        pk=outgoing.pk, tries=outgoing.tries, accepted_at__isnull=True, refused_at__isnull=True
    ).update(tries=outgoing.tries + 1, next_try_at=now + CLAIMED_FOR)
    if not taken:
        return False
    try:
        address = outgoing.address(outgoing.question.key_bytes)
        compose(outgoing.language, address).send()
    except CannotOpen:
        refuse_notice(outgoing, now)
        return False
    except smtplib.SMTPRecipientsRefused as refusal:
        permanent = all(500 <= code < 600 for code, _words in refusal.recipients.values())
        _put_off(outgoing, now, permanent)
        return False
    except (smtplib.SMTPException, OSError, ValueError) as problem:
        permanent = isinstance(problem, smtplib.SMTPResponseException) and 500 <= problem.smtp_code < 600
        # The words of the error may hold the address; its kind does not.
        logger.warning("notice %s not sent: %s", outgoing.pk, type(problem).__name__)
        _put_off(outgoing, now, permanent)
        return False
    accept_notice(outgoing, now)
    return True


def _put_off(outgoing: Outgoing, now: datetime, permanent: bool) -> None:
    if permanent or now - outgoing.created_at > GIVE_UP_AFTER:
        refuse_notice(outgoing, now)
        return
    pause = PAUSES[min(outgoing.tries, len(PAUSES) - 1)]
    Outgoing.objects.filter(pk=outgoing.pk).update(next_try_at=now + pause)


def compose(language: str, address: str) -> EmailMessage:
    """The notice in the resident's language, with a link that holds no key."""
    with translation.override(language):
        link = settings.BASE_URL + reverse("follow")
        place = Municipality.for_site(Site.objects.get(is_default_site=True))
        body = render_to_string("mail/notice.txt", {"link": link, "place": place})
        subject = _("There is a message for you")
    return EmailMessage(
        subject=subject,
        body=body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[address],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
    )


def deliver_due(now: datetime) -> tuple[int, int]:
    """Tries everything that is due: how many were accepted, how many tried."""
    tried = due(now)
    return sum(deliver(outgoing, now) for outgoing in tried), len(tried)
