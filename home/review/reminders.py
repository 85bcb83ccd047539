"""Mails to owners of pages that have to be read again: a title and a link, nothing else."""

import logging
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from home.languages import source_code
from home.pages.base import BasePage
from home.review.models import ReviewReminder
from home.review.writer import due_pages, token_for

logger = logging.getLogger(__name__)
SECOND_AFTER = timedelta(days=30)


def remind(now: datetime) -> int:
    """Sends the mails that are due: one when a page is due, one more thirty days later. Returns how many were sent."""
    today = localdate(now)
    sent = 0
    for page in due_pages(today):
        if not page.owner_mail or page.review_on is None:
            continue
        number = 2 if today >= page.review_on + SECOND_AFTER else 1
        sent += _remind_once(page, page.review_on, number, now)
    return sent


def _remind_once(page: BasePage, due: date, number: int, now: datetime) -> bool:
    """Sends one mail, unless it was sent before. Returns whether it was sent now.

    Writing the row first claims the mail, so that one process sends it; when sending fails the row is deleted again.
    """
    try:
        with transaction.atomic():
            row = ReviewReminder.objects.create(page_id=page.pk, due=due, number=number, sent_at=now)
    except IntegrityError:
        return False
    try:
        mail_for(page).send()
    except OSError:  # whatever the mail server does; the next round tries again
        row.delete()
        logger.warning("the reminder for page %s could not be sent", page.pk)
        return False
    return True


def mail_for(page: BasePage) -> EmailMessage:
    """Returns the mail to the owner of this page, in the source language."""
    with translation.override(source_code()):
        address = settings.BASE_URL + reverse("still_right", args=[token_for(page)])
        return EmailMessage(
            subject=_("Is this page still right? %(title)s") % {"title": page.title},
            body=render_to_string("home/editing/reminder.txt", {"title": page.title, "address": address}),
            to=[page.owner_mail],
        )
