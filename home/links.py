"""Links between pages, leading to the page in the reader's language: two queries for all links of a page."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.models import Page

from home.languages import current_code

Addresses = dict[int, str]

_LINK = re.compile(r"<a\b[^>]*\blinktype=\\?\"page\\?\"[^>]*>")
_NUMBER = re.compile(r"\bid=\\?\"(\d+)\\?\"")
_known: ContextVar[Addresses | None] = ContextVar("known_addresses", default=None)


def pages_linked_in(texts: Iterable[str]) -> set[int]:
    """The numbers of the pages that these stored texts link to."""
    links = (link for text in texts for link in _LINK.findall(text))
    return {int(number) for link in links for number in _NUMBER.findall(link)}


def addresses(numbers: set[int]) -> Addresses:
    """Where these pages stand in the language of the request; in their own where they do not exist in it."""
    if not numbers:
        return {}
    asked = Page.objects.in_bulk(list(numbers))
    translated = Page.objects.filter(
        translation_key__in={page.translation_key for page in asked.values()},
        locale__language_code=current_code(),
        live=True,
    )
    by_key = {page.translation_key: page for page in translated}
    found = {}
    for number, page in asked.items():
        target = by_key.get(page.translation_key, page)
        found[number] = (target.url or "") if target.live else ""
    return found


@contextmanager
def knowing(known: Addresses) -> Iterator[None]:
    """While a page is printed, its links are known and cost nothing."""
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


def address_of(numbers: set[int]) -> Addresses:
    """The addresses of these pages, from what is known of the page that is being printed if it is there."""
    known = _known.get()
    if known is not None and numbers <= set(known):
        return known
    return addresses(numbers)
