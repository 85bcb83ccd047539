"""Pages that have to be read again; the only writer of the answer "still right"."""

import json
from datetime import date, datetime
from typing import Any

from django.core import signing
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import TranslationSource

from home.cache.generation import changed
from home.languages import source_code
from home.pages.base import BasePage
from home.pages.reviewed import months_after
from home.pages.selectors import load_pages, page_types

STILL_RIGHT = "home.still_right"
SALT = "home.still_right"
LINK_DAYS = 60
"""Days for which the link in a mail works: longer than the time to the second mail."""


def to_read_again(today: date) -> QuerySet[Page]:
    """Returns the published pages whose review is due, each once: in the source language."""
    due = Q()
    for model in page_types():
        due |= Q(**{f"{model._meta.model_name}__review_on__lte": today})
    pages: QuerySet[Page] = Page.objects.filter(
        due, live=True, alias_of=None, locale__language_code=source_code()
    ).order_by("path")
    return pages


def due_pages(today: date) -> list[BasePage]:
    """Returns the pages whose review is due, each as its own type, the longest overdue first."""
    return sorted(load_pages(to_read_again(today)), key=lambda page: (page.review_on or today, page.pk))


@transaction.atomic
def confirm(page: BasePage, now: datetime, user: Any = None) -> date | None:
    """Records that somebody read the page and found it right. Returns the next review day; None when there is none.

    Without a user it was the owner, by the link of a mail. Drafts keep their texts and get the new dates too.
    """
    today = localdate(now)
    following = months_after(today, page.review_every) if page.review_every else None
    dates = {"confirmed_on": today, "review_on": following}
    versions = type(page)._default_manager.filter(translation_key=page.translation_key)
    versions.update(**dates)
    written = {name: value.isoformat() if value else None for name, value in dates.items()}
    numbers = versions.values_list("pk", flat=True)
    waiting = Q(approved_go_live_at__isnull=False) | Q(pk__in=versions.values("latest_revision"))
    for revision in Revision.page_revisions.filter(waiting, object_id__in=[str(pk) for pk in numbers]):
        revision.content |= written
        revision.save(update_fields=["content"])
    for source in TranslationSource.objects.filter(object_id=page.translation_key):
        source.content_json = json.dumps(json.loads(source.content_json) | written)
        source.save(update_fields=["content_json"])
    page.confirmed_on, page.review_on = today, following
    data = {"by": "account" if user else "owner", "next": written["review_on"]}
    log(instance=page, action=STILL_RIGHT, user=user, data=data)
    changed()  # the page says on which day it was checked
    return following


# --- the link in a mail: it names a page and a day, and nobody --------------------------------------------


def token_for(page: BasePage) -> str:
    """Returns the token at the end of a mail's link: good once, for this page and its present review day."""
    day = page.review_on.isoformat() if page.review_on else ""
    return signing.dumps([page.pk, day], salt=SALT, compress=True)


def page_of(token: str) -> BasePage | None:
    """Returns the live page that a token was made for; None when the token is too old or changed, or the page is gone.

    A page that was confirmed in the meantime has another day; `is_open` tells that.
    """
    number = _page_and_day(token)[0]
    found = load_pages(Page.objects.filter(pk=number, live=True)) if number else []
    return found[0] if found else None


def is_open(page: BasePage, token: str) -> bool:
    """Returns whether the review that this token asks for has not been confirmed yet."""
    day = page.review_on.isoformat() if page.review_on else ""
    return bool(day) and _page_and_day(token)[1] == day


def _page_and_day(token: str) -> tuple[int, str]:
    try:
        number, day = signing.loads(token, salt=SALT, max_age=LINK_DAYS * 24 * 3600)
    except signing.BadSignature:
        return 0, ""
    return int(number), str(day)
