"""Links between pages, leading to the page in the reader's language: one query for all links of a page."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import unquote

from django.db.models import F, Q
from wagtail.models import Page, Site

from home.languages import current_code

Addresses = dict[int, str]

_LINK = re.compile(r"<a\b[^>]*\blinktype=\\?\"page\\?\"[^>]*>")
_NUMBER = re.compile(r"\bid=\\?\"(\d+)\\?\"")
_known: ContextVar[Addresses | None] = ContextVar("known_addresses", default=None)


def pages_linked_in(texts: Iterable[str]) -> set[int]:
    """Returns the numbers of the pages that these stored texts link to."""
    links = (link for text in texts for link in _LINK.findall(text))
    return {int(number) for link in links for number in _NUMBER.findall(link)}


def addresses(numbers: set[int]) -> Addresses:
    """Returns the addresses of these pages in the language of the request; else in their own."""
    if not numbers:
        return {}
    asked = Page.objects.filter(pk__in=numbers)
    in_language = Q(locale__language_code=current_code(), live=True)
    pages = list(
        Page.objects.filter(translation_key__in=asked.values("translation_key"))
        .filter(in_language | Q(pk__in=numbers))
        .annotate(language=F("locale__language_code"))
        .only("translation_key", "url_path", "live")
    )
    by_key = {page.translation_key: page for page in pages if page.live and page.language == current_code()}
    found = {}
    for page in pages:
        if page.pk in numbers:
            target = by_key.get(page.translation_key, page)
            found[page.pk] = (target.url or "") if target.live else ""
    return found


def path_of(page: Page) -> str:
    """Returns the address of a page without its host, which one setting knows; empty for a page that is on no site.

    Wagtail's own `url` takes a query for the site when it is given a request, and may hold a host when it is not.
    """
    parts = page.get_url_parts()
    return (parts[2] or "") if parts else ""


def path_at(url_path: str | None) -> str:
    """Returns the address of the page with this path in the tree, as `path_of` does; empty without one."""
    return path_of(Page(url_path=url_path)) if url_path else ""


def path_in_tree(address: str) -> str:
    """Returns where the page at an address of this site stands in the tree; empty outside the languages."""
    path = unquote(address.partition("#")[0].partition("?")[0])
    code, _slash, rest = path.strip("/").partition("/")
    for root in Site.get_site_root_paths():  # kept in Django's cache
        if root.language_code == code:
            return str(root.root_path) + (f"{rest}/" if rest else "")
    return ""


@contextmanager
def with_known_addresses(known: Addresses) -> Iterator[None]:
    """Makes these addresses known to `address_of` while a page is printed: its links cost no query."""
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


def address_of(numbers: set[int]) -> Addresses:
    """Returns the addresses of these pages, from what is known of the page that is being printed if it is there."""
    known = _known.get()
    if known is not None and numbers <= set(known):
        return known
    return addresses(numbers)
