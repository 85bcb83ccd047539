"""The pieces of running text in the stored content of a page, and a short key for each. Pure: no database."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeGuard

from bs4 import BeautifulSoup, PageElement, Tag

from home.text.facts import FACT

TEXT_ELEMENTS = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption", "blockquote")
)
"""The elements that hold running text; the innermost of them is translated as one piece."""

_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W\d_]")


def text_key(text: str) -> str:
    """Returns the first 16 hex digits of a text's SHA-256; empty when it has no letter besides those in facts."""
    plain = _SPACE.sub(" ", text).strip()
    if not _LETTER.search(FACT.sub("", plain)):
        return ""
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def text_elements(soup: BeautifulSoup) -> Iterator[Tag]:
    """Yields the innermost elements with running text, in order.

    Compares names itself: the library's own search makes rules of every name for every element, which is slow.
    """
    for element in list(soup.descendants):
        if _holds_text(element) and not any(map(_holds_text, element.descendants)):
            yield element


def _holds_text(element: PageElement) -> TypeGuard[Tag]:
    return isinstance(element, Tag) and element.name in TEXT_ELEMENTS


def texts_in(value: Any) -> Iterator[str]:
    """Yields every piece of running text in a stored value: a string, rich text, or the data of a stream."""
    if isinstance(value, str):
        yield from _texts_of_html(value) if "<" in value else (value,)
    elif isinstance(value, Mapping):
        if "value" in value:  # a block: its type and id are no words
            yield from texts_in(value["value"])
        else:
            for part in value.values():
                yield from texts_in(part)
    elif isinstance(value, Iterable):
        for part in value:
            yield from texts_in(part)


@lru_cache(maxsize=512)
def _texts_of_html(html: str) -> tuple[str, ...]:
    soup = BeautifulSoup(html, "html.parser")
    return tuple(element.get_text() for element in text_elements(soup)) or (soup.get_text(),)


def text_keys(content: Mapping[str, Any], fields: Iterable[str], streams: Iterable[str]) -> set[str]:
    """Returns the keys of all texts in these fields of a page's serialised content."""
    keys = {text_key(text) for name in fields for text in texts_in(content.get(name) or "")}
    for name in streams:
        raw = content.get(name) or "[]"
        keys |= {text_key(text) for text in texts_in(json.loads(raw) if isinstance(raw, str) else raw)}
    return keys - {""}
