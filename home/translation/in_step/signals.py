"""The ways that pass no method of ours: Wagtail takes pages off, moves and deletes them without their type.

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
    """A page saved without its type: it expired, or it was moved."""
    if not raw and not created and (update_fields is None or CARRIED & set(update_fields)):
        carry(instance, moved=True)


@receiver(post_page_move, dispatch_uid="in_step_moved")
def follow_moving(sender: type[Page], instance: Page, url_path_before: str, **kwargs: Any) -> None:
    """The addresses that a moved page had lead to where it is. A follower that was moved by itself goes back."""
    remember(instance, Before(url_path_before, was_public=True))
    put_back(instance)


@receiver(pre_delete, sender=Page, dispatch_uid="in_step_deleted")
def follow_deleting(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page is deleted, whatever deletes it."""
    delete_followers(instance)


@receiver(page_unpublished, dispatch_uid="in_step_withdrawn")
def note_withdrawing(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Somebody took off one language."""
    if not is_carrying():
        withdraw(instance)


@receiver(page_published, dispatch_uid="in_step_published")
def note_publishing(sender: type[Page], instance: Page, alias: bool = False, **kwargs: Any) -> None:
    """Somebody published one language; what an alias takes over from its page is nobody's decision."""
    if instance.live or not alias:
        give_back(instance)


@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="in_step_opened")
def follow_opening(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page that was closed in Dutch is open again: so are the copies that wagtail-localize made of that."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and leads(page):
        copies = PageViewRestriction.objects.filter(page__in=followers(page).values("pk"))
        copies.filter(restriction_type=instance.restriction_type).delete()
