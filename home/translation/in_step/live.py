"""Whether a follower is live: it is when the Dutch page is, unless somebody took the follower offline by itself."""

from typing import Any

from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from home.translation.in_step.twins import followers
from home.translation.source_versions import note_if_unknown


def carry_state(source: Page) -> list[Page]:
    """Puts every follower online or offline as the Dutch page is. Returns those that were changed."""
    changed = []
    for page in followers(source):
        wanted = source.live and not page.withdrawn_alone
        if page.live == wanted:
            continue
        own = page.specific
        if wanted:
            _put_online(own, source)
        else:
            take_off(own, expired=source.expired)
        changed.append(own)
    return changed


def take_off(page: Any, *, expired: bool = False) -> None:
    """Takes a page offline. Its words and drafts stay as they are."""
    page.live, page.expired = False, expired
    page.save(clean=False, update_fields=["live", "expired"])
    log(instance=page, action="wagtail.unpublish")
    page_unpublished.send(sender=type(page), instance=page)


def _put_online(page: Any, source: Page) -> None:
    """Puts a page online with the words that it had online before, else with those of its draft."""
    draft = page.latest_revision
    if not page.alias_of_id and page.first_published_at is None and draft is not None:
        draft.publish()
        return
    page.live, page.expired = True, False
    page.first_published_at = page.first_published_at or source.first_published_at
    page.last_published_at = page.last_published_at or source.last_published_at
    page.save(clean=False, update_fields=["live", "expired", "first_published_at", "last_published_at"])
    if not page.alias_of_id:
        note_if_unknown(page)
    revision = page.live_revision
    log(instance=page, action="wagtail.publish", revision=revision)
    page_published.send(sender=type(page), instance=page, revision=revision, alias=bool(page.alias_of_id))
