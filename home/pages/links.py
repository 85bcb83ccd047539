"""Links between pages: each leads to the page in the reader's language, with one query for all links of a page."""

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
    """Returns the addresses of these pages by number: in the language of the request, else in the page's own.

    The address is empty for a page that is not live in either.
    """
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
    """Returns the path of a page's address, without host; empty for a page that is on no site.

    Wagtail's own `url` takes a query for the site when it is given a request, and may hold a host when it is not.
    """
    parts = page.get_url_parts()
    return (parts[2] or "") if parts else ""


def path_at(url_path: str | None) -> str:
    """Returns the path of the address of the page with this `url_path`; empty without one."""
    return path_of(Page(url_path=url_path)) if url_path else ""


def path_in_tree(address: str) -> str:
    """Returns the `url_path` that the page at an address of this site has; empty outside the languages."""
    path = unquote(address.partition("#")[0].partition("?")[0])
    code, _slash, rest = path.strip("/").partition("/")
    for root in Site.get_site_root_paths():  # kept in Django's cache
        if root.language_code == code:
            return str(root.root_path) + (f"{rest}/" if rest else "")
    return ""


@contextmanager
def with_known_addresses(known: Addresses) -> Iterator[None]:
    """Gives `address_of` these addresses while a page is rendered, so that its links cost no query."""
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


def address_of(numbers: set[int]) -> Addresses:
    """Returns the addresses of these pages by number: those of `with_known_addresses`, else read from the database."""
    known = _known.get()
    if known is not None and numbers <= set(known):
        return known
    return addresses(numbers)
