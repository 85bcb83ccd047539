"""Carries changes of a Dutch page to the same page in the other languages; every way to change a page comes here."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from wagtail.models import Page

from home.translation.in_step.live import carry_state
from home.translation.in_step.place import carry_address, carry_place, complete, free_slug
from home.translation.in_step.twins import HOME_LEVEL, followers, leads, source_of
from home.translation.withdrawn import Withdrawn

OF_THE_SOURCE = ("go_live_at", "expire_at")
"""The schedule of a page: one for all languages, kept with the Dutch page."""
CARRIED = frozenset({"live", "slug", "url_path"})
"""Fields that, when a page is saved, may change the page in other languages too."""

_carrying: ContextVar[bool] = ContextVar("carrying", default=False)


@contextmanager
def alone() -> Iterator[None]:
    """Stops changes from being carried while it lasts: the caller decides for all languages already."""
    token = _carrying.set(True)
    try:
        yield
    finally:
        _carrying.reset(token)


def is_carrying() -> bool:
    """Returns whether a page is being saved because the page that it follows was."""
    return _carrying.get()


@transaction.atomic
def carry(source: Page, *, moved: bool = False) -> None:
    """Brings a page in step in every language after the Dutch page was saved or moved; nothing for any other page."""
    if is_carrying() or not leads(source):
        return
    with alone():
        made = complete(source)
        carry_address(source)
        if moved or made:
            carry_place(source)
        carry_state(source)


def put_back(page: Page) -> None:
    """Moves a follower that was moved by itself back to where the Dutch page stands."""
    source = None if is_carrying() or page.depth <= HOME_LEVEL else source_of(page)
    if source is not None:
        with alone():
            carry_place(source)


def hold(page: Any) -> None:
    """Corrects a follower before it is saved: live only if the Dutch page is, with its slug and without schedule."""
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
    """Remembers that a follower was taken offline by itself, so that it does not come back with the Dutch page.

    Wagtail also sends the signal for a page that is about to be deleted, while its row is still live; that is no
    withdrawal.
    """
    source = None if leads(page) else source_of(page)
    if source is not None and source.live and Page.objects.filter(pk=page.pk, live=False).exists():
        Withdrawn.objects.get_or_create(page_id=page.pk)


def give_back(page: Page) -> None:
    """Forgets that a follower was taken offline by itself: it was published again, and goes with the Dutch page."""
    Withdrawn.objects.filter(page_id=page.pk).delete()


def delete_followers(source: Page) -> None:
    """Deletes the same page in every language, with everything below it, when a Dutch page is being deleted."""
    if is_carrying() or not leads(source):
        return
    with alone():
        for page in followers(source):
            page.delete()


def restore(deleted: Page) -> None:
    """Puts pages with the Dutch words in the place of a follower that was deleted by itself, and of those below it.

    Not for a home page: deleting that takes the language off the site.
    """
    source = None if leads(deleted) or deleted.depth <= HOME_LEVEL else source_of(deleted)
    if source is not None:
        for each in source.get_descendants(inclusive=True).order_by("path"):
            carry(each)


def show_again(page: Page) -> None:
    """Puts a follower that was taken offline by itself back on the site, as it was."""
    source = source_of(page)
    give_back(page)
    if source is not None:
        carry(source)
