"""The earlier addresses of pages; the only writer of redirects that no editor made by hand.

Wagtail's own recording is switched off in the settings. It waits for the commit, after which it may get lost, and it
also keeps half-typed addresses of drafts that no reader ever had.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.files.old_addresses import LONGEST_PATH
from home.translation.in_step.twins import followers

EVER_PUBLIC = Q(live=True) | Q(first_published_at__isnull=False)
"""Pages whose address readers may know. An alias of a live page was never published itself, but is live."""


@dataclass(frozen=True)
class Before:
    """The address of a page before a change, and whether readers may know it.

    Pages below it are looked up by themselves.
    """

    url_path: str
    was_public: bool


def address_before(page: Page) -> Before | None:
    """Returns the stored address of a page that is about to be saved; None for a new page."""
    found = Page.objects.filter(pk=page.pk).first() if page.pk else None
    return Before(found.url_path, found.live or found.first_published_at is not None) if found else None


def remember(page: Page, before: Before | None) -> None:
    """Writes redirects after the address of a page changed, for the page and everything below it."""
    if before is None or before.url_path == page.url_path:
        return
    begin = len(page.url_path)
    here = Page.objects.filter(EVER_PUBLIC, path__startswith=page.path)
    if not before.was_public:
        here = here.exclude(pk=page.pk)
    now = list(here.values_list("pk", "url_path"))
    own = [old for _number, url_path in now if (old := _old_address(url_path))]
    Redirect.objects.filter(automatically_created=True, old_path__in=[each.path for each in own]).delete()
    _write((old, number) for number, url_path in now if (old := _old_address(before.url_path + url_path[begin:])))


def leave_to(page: Page, successor: Page) -> None:
    """Writes redirects before a page is deleted, from it and everything below it to `successor`, in every language.

    Redirects that led to those pages lead to the successor too.
    """
    for each in [page, *followers(page)]:
        same = Page.objects.filter(translation_key=successor.translation_key, locale_id=each.locale_id).first()
        if same is None:
            continue
        gone = Page.objects.filter(path__startswith=each.path)
        Redirect.objects.filter(redirect_page__in=gone.values("pk")).update(redirect_page=same)
        known = gone.filter(EVER_PUBLIC).values_list("url_path", flat=True)
        _write((old, same.pk) for url_path in known if (old := _old_address(url_path)))


@dataclass(frozen=True)
class _OldAddress:
    site_id: int
    path: str


def _old_address(url_path: str) -> _OldAddress | None:
    """Returns the site and the path from which a redirect leads, for a `url_path`; None when it has no address."""
    parts: Any = Page(url_path=url_path).get_url_parts()
    path = Redirect.normalise_path(parts[2]) if parts and parts[2] else ""
    return _OldAddress(parts[0], path) if path and len(path) <= LONGEST_PATH else None


def _write(pairs: Iterable[tuple[_OldAddress, int]]) -> None:
    """Writes a redirect per address; one that an editor made by hand stays as it is."""
    rows = [
        Redirect(site_id=old.site_id, old_path=old.path, redirect_page_id=number, automatically_created=True)
        for old, number in pairs
    ]
    Redirect.objects.filter(automatically_created=True, old_path__in=[row.old_path for row in rows]).delete()
    Redirect.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
