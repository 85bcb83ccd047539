"""Facts inside texts: `{fact:veilig-thuis}` is written once per language and filled in when the text is printed.

Which facts there are is known one floor up (services); it registers the hook `read_facts`, a function that returns
every fact by its slug.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from django.http import HttpRequest
from wagtail import hooks

from home.generation import kept

FACT = re.compile(r"\{fact:([^{}\s]*)\}")
HOOK = "read_facts"


class PrintableFact(Protocol):
    """What a text needs of a fact."""

    def as_html(self, *, links: bool) -> str:
        """The fact as safe HTML, dialable or followable only with `links`."""

    def as_text(self) -> str:
        """The fact without marks, for a description or an attribute."""


Facts = Mapping[str, PrintableFact]


def read_facts() -> Facts:
    """Every fact by its slug, of whoever knows facts."""
    known: dict[str, PrintableFact] = {}
    for read in hooks.get_hooks(HOOK):
        known |= read()
    return known


def facts_of(request: HttpRequest | None) -> Facts:
    """The facts for the page of a request, kept as long as none changes; read anew where there is no request."""
    return read_facts() if request is None else kept("facts", read_facts)


def named_in(texts: Iterable[str]) -> set[str]:
    """The slugs that these texts name, known or not."""
    return {slug for text in texts for slug in FACT.findall(text)}


def filled(html: str, facts: Facts, *, links: bool = True) -> str:
    """The HTML with its facts filled in; a fact that does not exist (any more) leaves nothing behind."""

    def fill(match: re.Match[str]) -> str:
        fact = facts.get(match[1])
        return fact.as_html(links=links) if fact else ""

    return FACT.sub(fill, html)


def filled_text(text: str, facts: Facts) -> str:
    """The text with its facts filled in as plain words: for a description, an attribute, data for other machines."""

    def fill(match: re.Match[str]) -> str:
        fact = facts.get(match[1])
        return fact.as_text() if fact else ""

    return FACT.sub(fill, text)
