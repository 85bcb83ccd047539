"""Voting on a page: counted once per click, with a remark that is sealed and forgotten. The only writer of votes."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from wagtail.models import Page

from home.database.durable import durably
from questions.feedback.models import Remark, Vote
from questions.privacy.keyring import lookup

SAME_CLICK = timedelta(minutes=1)
"""From one place about one page this is one vote: a double click, or a change of mind."""
TIME_TO_WRITE = timedelta(hours=1)
"""After a vote, for the words that go with it."""


def record_vote(page: Page, helpful: bool, where: str, now: datetime) -> Vote:
    """Counts a vote on this page and returns it.

    `where` tells places apart; only its fingerprint is kept, for SAME_CLICK. The same place within that time changes
    its vote.
    """
    press = lookup("vote", str(page.pk), where)
    Vote.objects.filter(press=press, at__lte=now - SAME_CLICK).update(press=None)
    try:
        with transaction.atomic():
            return Vote.objects.create(page=page, helpful=helpful, at=now, press=press)
    except IntegrityError:
        Vote.objects.filter(press=press).update(helpful=helpful)
        return Vote.objects.get(press=press)


def record_remark(about: Vote, text: str, now: datetime) -> bool:
    """Keeps the remark; returns whether the vote has another remark already.

    The same text sent again is kept once, another one beside the first (docs/decisions/0046-same-id-same-content.md).
    """
    fingerprint = lookup("remark", str(about.uid), text)
    with durably():
        held = Vote.objects.select_for_update().get(pk=about.pk)
        kept = set(held.remarks.values_list("fingerprint", flat=True))
        if fingerprint not in kept:
            words = Remark(vote=held, at=now, fingerprint=fingerprint)
            words.seal_text(text)
            words.save()
    return bool(kept - {fingerprint})


def find_vote(uid: str, now: datetime) -> Vote | None:
    """Returns the vote with this uid; None when there is none, or when it is too old for a remark."""
    try:
        number = UUID(uid)
    except ValueError:
        return None
    return Vote.objects.filter(uid=number, at__gt=now - TIME_TO_WRITE).select_related("page").first()


def forget_old_remarks(now: datetime, term: timedelta) -> int:
    """Deletes remarks past their term, and fingerprints of clicks that are over; returns how many remarks."""
    Vote.objects.filter(press__isnull=False, at__lte=now - SAME_CLICK).update(press=None)
    return Remark.objects.filter(at__lte=now - term).delete()[0]
