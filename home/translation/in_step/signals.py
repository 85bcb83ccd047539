"""Signals for the ways past our methods: Wagtail unpublishes, moves and deletes plain `Page` rows.

`publish_scheduled`, the bulk actions and the screen for moving work with a plain `Page`, so the methods of `BasePage`
are never called. Django sends these signals within the transaction of the change. They decide nothing:
home/translation/in_step/carry.py does.
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
    """Carries the change of a page that was saved as a plain `Page`: it expired, or it was moved."""
    if not raw and not created and (update_fields is None or CARRIED & set(update_fields)):
        carry(instance, moved=True)


@receiver(post_page_move, dispatch_uid="in_step_moved")
def follow_moving(sender: type[Page], instance: Page, url_path_before: str, **kwargs: Any) -> None:
    """Writes redirects to a moved page; moves a follower that was moved by itself back."""
    remember(instance, Before(url_path_before, was_public=True))
    put_back(instance)


@receiver(pre_delete, sender=Page, dispatch_uid="in_step_deleted")
def follow_deleting(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Deletes the followers of a Dutch page that is being deleted."""
    delete_followers(instance)


@receiver(page_unpublished, dispatch_uid="in_step_withdrawn")
def note_withdrawing(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Remembers that one language was taken offline by itself."""
    if not is_carrying():
        withdraw(instance)


@receiver(page_published, dispatch_uid="in_step_published")
def note_publishing(sender: type[Page], instance: Page, alias: bool = False, **kwargs: Any) -> None:
    """Forgets that one language was taken offline, when it is published; not when Wagtail updates an offline alias."""
    if instance.live or not alias:
        give_back(instance)


@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="in_step_opened")
def follow_opening(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    """Opens the translations of a Dutch page that is open again: wagtail-localize copied the restriction to them."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and leads(page):
        copies = PageViewRestriction.objects.filter(page__in=followers(page).values("pk"))
        copies.filter(restriction_type=instance.restriction_type).delete()
