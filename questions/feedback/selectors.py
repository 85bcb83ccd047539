"""How pages were voted on."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, Q, QuerySet
from wagtail.models import Page

RECENT = timedelta(days=90)
ENOUGH = 3
"""So many people must have missed something before an editor is asked to look."""


@dataclass(frozen=True)
class PageVotes:
    """A page in one language, with its numbers of yes and no."""

    page: Page
    language: str
    yes: int
    no: int


def pages_with_votes(since: datetime | None = None, until: datetime | None = None) -> QuerySet[Page]:
    """Returns the pages with votes from `since` until before `until`, the one with the most no first.

    They are annotated with `language` and with the numbers `yes`, `no`, `all_votes` and `remarks` of that time.
    """
    within = Q()
    if since is not None:
        within &= Q(votes__at__gte=since)
    if until is not None:
        within &= Q(votes__at__lt=until)
    found: QuerySet[Page] = (
        Page.objects.annotate(
            language=F("locale__language_code"),
            yes=Count("votes", filter=within & Q(votes__helpful=True), distinct=True),
            no=Count("votes", filter=within & Q(votes__helpful=False), distinct=True),
            all_votes=Count("votes", filter=within, distinct=True),
            remarks=Count("votes__remarks", filter=within, distinct=True),
        )
        .filter(all_votes__gt=0)
        .order_by("-no", "title")
    )
    return found


def pages_voted_unhelpful(now: datetime) -> list[PageVotes]:
    """Returns the live pages with at least ENOUGH times no within RECENT, and more no than yes; the worst first."""
    found = pages_with_votes(now - RECENT).filter(live=True, no__gte=ENOUGH, no__gt=F("yes"))
    return [PageVotes(page, page.language, page.yes, page.no) for page in found]
