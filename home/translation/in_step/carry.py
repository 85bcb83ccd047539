"""Changes of a Dutch page carried to the same page in the other languages; every way to change it comes here."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from wagtail.models import Page

from home.translation.in_step.place import carry_address, carry_place, complete, free_slug
from home.translation.in_step.state import carry_state
from home.translation.in_step.twins import HOME_LEVEL, followers, leads, source_of
from home.translation.withdrawn import Withdrawn

OF_THE_SOURCE = ("go_live_at", "expire_at")
"""The schedule of a page: one for all languages, kept with the Dutch page."""
CARRIED = frozenset({"live", "slug", "url_path"})
"""What a page is saved for when others may have to follow."""

_carrying: ContextVar[bool] = ContextVar("carrying", default=False)


@contextmanager
def alone() -> Iterator[None]:
    """While it lasts nothing is carried: who saves a follower here has decided for all languages already."""
    token = _carrying.set(True)
    try:
        yield
    finally:
        _carrying.reset(token)


def is_carrying() -> bool:
    """Returns whether a page is being saved because another one was."""
    return _carrying.get()


@transaction.atomic
def carry(source: Page, *, moved: bool = False) -> None:
    """Brings the page in step in every language, after the Dutch page was saved or moved."""
    if is_carrying() or not leads(source):
        return
    with alone():
        made = complete(source)
        carry_address(source)
        if moved or made:
            carry_place(source)
        carry_state(source)


def put_back(page: Page) -> None:
    """A follower that was moved by itself goes back to where the Dutch page stands."""
    source = None if is_carrying() or page.depth <= HOME_LEVEL else source_of(page)
    if source is not None:
        with alone():
            carry_place(source)


def hold(page: Any) -> None:
    """Before a follower is saved: it is never public alone, and has the slug and the schedule of the Dutch page."""
    if leads(page):
        if page.live and page.alias_of_id:
            page.live = Page.objects.filter(pk=page.alias_of_id, live=True).exists()
        return
    for name in OF_THE_SOURCE:
        setattr(page, name, None)
    source = source_of(page)
    if source is None:
        page.live = False
        return
    page.live = page.live and source.live and not (page.alias_of_id and _is_withdrawn(page))
    if page.depth > HOME_LEVEL and page.slug != source.slug:
        page.slug = free_slug(page, source.slug)
        page.set_url_path(page.get_parent())  # an earlier version has it from the slug that it had


def _is_withdrawn(page: Page) -> bool:
    return Withdrawn.objects.filter(page_id=page.pk).exists()


def withdraw(page: Page) -> None:
    """Remembers that a follower was taken off by itself: it does not come back by itself.

    Wagtail also says "taken off" of a page that is about to be deleted, while its row is live; that is no withdrawal.
    """
    source = None if leads(page) else source_of(page)
    if source is not None and source.live and Page.objects.filter(pk=page.pk, live=False).exists():
        Withdrawn.objects.get_or_create(page_id=page.pk)


def give_back(page: Page) -> None:
    """It was published again: from now on it goes with the Dutch page."""
    Withdrawn.objects.filter(page_id=page.pk).delete()


def delete_followers(source: Page) -> None:
    """A Dutch page is being deleted: so is the same page in every language, with what stands below it."""
    if is_carrying() or not leads(source):
        return
    with alone():
        for page in followers(source):
            page.delete()


def restore(deleted: Page) -> None:
    """After a follower was deleted by itself: readers of its language get the Dutch words, of what stood below it too.

    Not after a home page: deleting that takes the language off the site.
    """
    source = None if leads(deleted) or deleted.depth <= HOME_LEVEL else source_of(deleted)
    if source is not None:
        for each in source.get_descendants(inclusive=True).order_by("path"):
            carry(each)


def show_again(page: Page) -> None:
    """A follower that was taken off by itself is back, as it was."""
    source = source_of(page)
    give_back(page)
    if source is not None:
        carry(source)
