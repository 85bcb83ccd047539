"""Facts inside texts: `{fact:veilig-thuis}` is written once per language and filled in when the text is printed.

The facts themselves are rows of `services`, which registers the hook `read_facts`: a function that returns every fact
by its slug.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from django.http import HttpRequest
from django.utils.html import escape
from wagtail import hooks

from home.cache.generation import cached_until_published

FACT = re.compile(r"\{fact:([^{}\s]*)\}")
HOOK = "read_facts"

_TAG = re.compile(r"(<[^>]*>)")
_LINK = re.compile(r"</?a\b")
_ADDRESS = re.compile(r"""\s(?:href|src|srcset|action|formaction)="[^"]*\{fact:[^"]*"(?=[\s/>])""")


class PrintableFact(Protocol):
    """The methods of a fact that a text needs."""

    def as_html(self, *, links: bool) -> str:
        """Returns the fact as safe HTML; with `links` a phone number can be dialled and an address followed."""

    def as_text(self) -> str:
        """Returns the fact as plain text, for a description or an attribute."""


Facts = Mapping[str, PrintableFact]


def read_facts() -> Facts:
    """Returns every fact by its slug, from all hooks `read_facts`."""
    known: dict[str, PrintableFact] = {}
    for read in hooks.get_hooks(HOOK):
        known |= read()
    return known


def facts_of(request: HttpRequest | None) -> Facts:
    """Returns every fact by its slug: kept until something is published, or read from the rows without a request."""
    return read_facts() if request is None else _kept_facts()


@cached_until_published
def _kept_facts() -> Facts:
    return read_facts()


def named_in(texts: Iterable[str]) -> set[str]:
    """Returns the slugs of the facts that these texts name, whether or not the facts exist."""
    return {slug for text in texts for slug in FACT.findall(text)}


def filled(html: str, facts: Facts, *, links: bool = True) -> str:
    """Returns the HTML with its facts filled in; a fact that does not exist (any more) is replaced by nothing.

    Within a tag a fact is plain text, and an attribute with an address and a fact in it is removed; within a link a
    fact is no second link.
    """
    parts = []
    in_link = False
    for part in _TAG.split(html):
        if not part.startswith("<"):
            parts.append(_with_facts(part, facts, links=links and not in_link))
            continue
        if _LINK.match(part):
            in_link = not part.startswith("</")
        if FACT.search(part):
            part = _ADDRESS.sub("", part)
            part = FACT.sub(lambda found: escape(_as_text(found[1], facts)), part)
        parts.append(part)
    return "".join(parts)


def _with_facts(text: str, facts: Facts, *, links: bool) -> str:
    def fill(match: re.Match[str]) -> str:
        fact = facts.get(match[1])
        return fact.as_html(links=links) if fact else ""

    return FACT.sub(fill, text)


def _as_text(slug: str, facts: Facts) -> str:
    fact = facts.get(slug)
    return fact.as_text() if fact else ""


def filled_text(text: str, facts: Facts) -> str:
    """Returns the text with its facts filled in as plain words: for a description, an attribute, open data."""
    return FACT.sub(lambda found: _as_text(found[1], facts), text)
