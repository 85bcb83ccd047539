"""Signals for the ways that pass no method of ours: Wagtail takes pages off, moves and deletes plain `Page` rows.

`publish_scheduled`, the bulk actions and the screen for moving work with a plain `Page`, so that what `BasePage` says
about saving is never asked. What others follow is heard of within the transaction that changes it: these signals of
Django are sent there. They decide nothing: home/translation/in_step/carry.py does.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from home.pages.old_addresses import Before, remember
from home.translation.in_step.carry import CARRIED, carry, delete_followers, give_back, is_carrying, put_back, withdraw
from home.translation.in_step.twins import followers, leads


@receiver(post_save, sender=Page, dispatch_uid="in_step_saved")
def follow_saving(
    sender: type[Page],
    instance: Page,
    created: bool,
    update_fields: frozenset[str] | None = None,
    raw: bool = False,
    **kwargs: Any,
) -> None:
    """Carries the change of a page that was saved without its type: it expired, or it was moved."""
    if not raw and not created and (update_fields is None or CARRIED & set(update_fields)):
        carry(instance, moved=True)


@receiver(post_page_move, dispatch_uid="in_step_moved")
def follow_moving(sender: type[Page], instance: Page, url_path_before: str, **kwargs: Any) -> None:
    """Writes redirects to a moved page, and puts a follower that was moved by itself back."""
    remember(instance, Before(url_path_before, was_public=True))
    put_back(instance)


@receiver(pre_delete, sender=Page, dispatch_uid="in_step_deleted")
def follow_deleting(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Deletes the followers of a Dutch page that is being deleted."""
    delete_followers(instance)


@receiver(page_unpublished, dispatch_uid="in_step_withdrawn")
def note_withdrawing(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Remembers that one language was taken off by itself."""
    if not is_carrying():
        withdraw(instance)


@receiver(page_published, dispatch_uid="in_step_published")
def note_publishing(sender: type[Page], instance: Page, alias: bool = False, **kwargs: Any) -> None:
    """Forgets that one language was taken off, when it is published; not when an alias takes over its page."""
    if instance.live or not alias:
        give_back(instance)


@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="in_step_opened")
def follow_opening(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    """Opens the translations of a Dutch page that is open again: wagtail-localize copied the restriction."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and leads(page):
        copies = PageViewRestriction.objects.filter(page__in=followers(page).values("pk"))
        copies.filter(restriction_type=instance.restriction_type).delete()
