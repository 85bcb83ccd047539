"""Wagtail's signals that a page was published, taken off or made; the index follows within the same transaction.

A page that is deleted takes its entry along; where a page stands is read when it is found, so a move changes nothing.
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
    """Published in whatever way: by an editor, on its day, as a translation, or as the alias of another page."""
    refresh([instance.pk])


@receiver(post_save, dispatch_uid="search_follows_new_pages")
def follow_new_pages(sender: type[Any], instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A page that is born live, as an alias of a live page is, was never published by itself."""
    if created and not raw and isinstance(instance, BasePage) and instance.live:
        refresh([instance.pk])
