"""How far a page is translated, and which of its words are still in the source language."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeGuard

from bs4 import BeautifulSoup, PageElement, Tag
from django.db import transaction
from django.db.models import F
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, TranslationSource

from home.cache.generation import changed
from home.text.facts import FACT

LEAVES = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption", "blockquote"))
"""The elements that hold running text; the innermost of them is what is translated at once."""

ORIGINAL, FALLBACK, MACHINE, HUMAN, OUTDATED = "original", "fallback", "machine", "human", "outdated"

_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"[^\W\d_]")


def text_key(text: str) -> str:
    """A short name for a text by which it is recognised; empty for a text without a letter of its own."""
    plain = _SPACE.sub(" ", text).strip()
    if not _LETTER.search(FACT.sub("", plain)):
        return ""
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def leaves(soup: BeautifulSoup) -> Iterator[Tag]:
    """The innermost elements with running text.

    By name, without the library's own search: it makes rules of every name for every element.
    """
    for element in list(soup.descendants):
        if _holds_text(element) and not any(map(_holds_text, element.descendants)):
            yield element


def _holds_text(element: PageElement) -> TypeGuard[Tag]:
    return isinstance(element, Tag) and element.name in LEAVES


def texts_in(value: Any) -> Iterator[str]:
    """Every piece of running text in a stored value: a string, rich text, or the data of a stream."""
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
    return tuple(leaf.get_text() for leaf in leaves(soup)) or (soup.get_text(),)


def text_keys(content: Mapping[str, Any], fields: Iterable[str], streams: Iterable[str]) -> set[str]:
    """The keys of all texts in these fields of a page's serialised content."""
    keys = {text_key(text) for name in fields for text in texts_in(content.get(name) or "")}
    for name in streams:
        raw = content.get(name) or "[]"
        keys |= {text_key(text) for text in texts_in(json.loads(raw) if isinstance(raw, str) else raw)}
    return keys - {""}


def source_content(page: Page) -> dict[str, Any] | None:
    """The content in the source language that this page was translated from; None when it was not."""
    kept = (
        TranslationSource.objects.filter(object_id=page.translation_key)
        .exclude(locale_id=page.locale_id)
        .values_list("content_json", flat=True)
        .first()
    )
    return json.loads(kept) if kept else None


def has_machine_words(page: Page) -> bool:
    """Whether any text now on this translated page was made by a machine and not confirmed by a person."""
    return machine_words(page).exists()


def machine_words(page: Page) -> Any:
    """The translated strings, in use on this page, that no person has confirmed."""
    return StringTranslation.objects.filter(
        locale_id=page.locale_id,
        context__object_id=page.translation_key,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        translation_of__segments__source__object_id=page.translation_key,
        translation_of__segments__context_id=F("context_id"),
    )


def confirm_words(page: Page, user: Any) -> int:
    """A person stands for the translation of this page: its machine-made strings become manual ones."""
    numbers = list(machine_words(page).values_list("pk", flat=True))
    with transaction.atomic():
        confirmed = StringTranslation.objects.filter(pk__in=numbers).update(
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, tool_name="", last_translated_by=user
        )
        changed()
    return confirmed
