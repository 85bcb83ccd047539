"""Keeps the search index up to date when Wagtail publishes, unpublishes or makes a page, in the same transaction.

The entry of a deleted page is deleted with it; moving a page changes nothing, as its place is read when it is found.
"""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from home.pages.base import BasePage
from home.search.index import refresh


@receiver([page_published, page_unpublished], dispatch_uid="search_follows_publishing")
def follow_publishing(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Updates the entry of a page that was published or unpublished, by an editor, on schedule or as an alias."""
    refresh([instance.pk])


@receiver(post_save, dispatch_uid="search_follows_new_pages")
def follow_new_pages(sender: type[Any], instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Makes the entry of a page that is live from the start: an alias of a live page is never published by itself."""
    if created and not raw and isinstance(instance, BasePage) and instance.live:
        refresh([instance.pk])
