"""Writes pages of a site that is in use: each is saved and published by itself, so that whatever follows it does."""

from datetime import datetime
from typing import Protocol

from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from home.models import BasePage


class Writer(Protocol):
    """How pages get into the database."""

    def add(self, page: BasePage, parent: Page) -> None:
        """Adds a new page below this one."""

    def added(self) -> None:
        """Lets every page that was added know its number."""

    def publish(self, page: BasePage, now: datetime, parent: Page | None = None) -> Revision:
        """Publishes the page as it is, below `parent` if it is new. Returns its new revision."""

    def finish(self) -> None:
        """Writes what is not written yet."""


def mark_as_published(page: BasePage, now: datetime) -> None:
    """Sets what publishing now changes on the page itself."""
    page.live, page.expired, page.has_unpublished_changes = True, False, False
    page.first_published_at = page.first_published_at or now
    page.last_published_at = page.latest_revision_created_at = now
    page.loaded_hash = page.fingerprint()


class OneByOne:
    """Writes each page when it is asked to."""

    def add(self, page: BasePage, parent: Page) -> None:
        parent.add_child(instance=page)

    def added(self) -> None:
        """Every page knows its number already."""

    def publish(self, page: BasePage, now: datetime, parent: Page | None = None) -> Revision:
        """Also updates its aliases. Wagtail's own publishing writes a page three times for the same result."""
        mark_as_published(page, now)
        if parent is not None:
            self.add(page, parent)
        else:
            page.save(clean=False)
        revision = Revision.objects.create(
            content_object=page,
            base_content_type=page.get_base_content_type(),
            content=page.serializable_data(),
            object_str=str(page),
            created_at=now,
        )
        page.latest_revision = page.live_revision = revision
        Page.objects.filter(pk=page.pk).update(latest_revision=revision, live_revision=revision)
        log(instance=page, action="wagtail.publish", revision=revision, content_changed=True)
        page_published.send(sender=type(page), instance=page, revision=revision)
        page.update_aliases(revision=revision)
        return revision

    def finish(self) -> None:
        """Everything is written already."""
