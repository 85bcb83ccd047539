"""The links of a page, as they are stored: to pages, documents, addresses, and anchors on the page itself."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as part
from enum import StrEnum
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Page

ADDRESS_KEYS = frozenset({"url", "href", "link", "link_url", "website"})
"""Names of fields of a block that hold an address and nothing else."""
_ADDRESS = re.compile(r"^(?:https?://|/|www\.)\S+$")
_SCHEME = re.compile(r"^(?:mailto|tel|sms|geo|data|javascript|ftps?):", re.IGNORECASE)
"""The beginnings of addresses that cannot be checked."""
_HALF_A_SCHEME = re.compile(r"^[a-z]{2,6}(?::/{0,3}|/{2})(?=[\w-]+\.)", re.IGNORECASE)
_HOST = re.compile(r"^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?=$|[/?#])")


class LinkKind(StrEnum):
    """What a link leads to."""

    PAGE = "page"
    DOCUMENT = "document"
    PATH = "path"
    ANCHOR = "anchor"
    OUTSIDE = "outside"
    UNCLEAR = "unclear"
    """Written without its beginning: for readers it leads to a page below the one that it stands on."""


@dataclass(frozen=True)
class Link:
    """A link in a field of a page. `target` is a number for pages and documents, else the value of `href`."""

    field: str
    kind: LinkKind
    target: str
    words: str = part(default="", compare=False)

    @property
    def written(self) -> str:
        """Returns the target as the list of broken links has it: `page:12`, `document:3`, or the address."""
        return f"{self.kind}:{self.target}" if self.kind in (LinkKind.PAGE, LinkKind.DOCUMENT) else self.target

    @property
    def path(self) -> str:
        """Returns the address without its anchor and its query string."""
        return self.target.split("#")[0].split("?")[0]

    @property
    def anchor(self) -> str:
        """Returns the anchor, without `#`; empty when the address has none."""
        return self.target.partition("#")[2]


def links_of(page: Page, own_hosts: Iterable[str] = ()) -> list[Link]:
    """Returns every link in the texts of a page, each once per field.

    `own_hosts` are beginnings of our own addresses.
    """
    content = get_serializable_data_for_fields(page)
    texts, streams = type(page).word_fields()
    found: dict[Link, None] = {}
    for name in [*texts, *streams]:
        value: Any = content.get(name) or ""
        if name in streams:
            value = json.loads(value or "[]") if isinstance(value, str) else value
        for href, words in _links_in(value):
            link = named(name, href, words, tuple(own_hosts))
            if link is not None:
                found.setdefault(link)
    return list(found)


def _links_in(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yields each target in a stored value, as an `href` would have it, with the words of the link."""
    if isinstance(value, str):
        if "<a" in value:
            yield from _links_in_html(value)
        elif key in ADDRESS_KEYS and _ADDRESS.match(value):
            yield value, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            # A block of one address is `{"type": "url", "value": "https://…"}`.
            yield from _links_in(part, str(value.get("type", "")) if name == "value" else str(name))
    elif isinstance(value, Iterable):
        for part in value:
            yield from _links_in(part, key)


def _links_in_html(html: str) -> Iterator[tuple[str, str]]:
    for anchor in BeautifulSoup(html, "html.parser").find_all("a"):
        if not isinstance(anchor, Tag):
            continue
        words = anchor.get_text(" ", strip=True)
        linktype = str(anchor.get("linktype") or "")
        if linktype:
            yield f"{linktype}:{anchor.get('id') or ''}", words
        else:
            yield str(anchor.get("href") or "").strip(), words


def named(name: str, href: str, words: str, own_hosts: tuple[str, ...]) -> Link | None:
    """Returns the link that an address makes; None for mail, telephone and an empty address."""
    for host in own_hosts:
        if href == host or href.startswith((f"{host}/", f"{host}#")):
            href = href.removeprefix(host) or "/"
    kind, _colon, number = href.partition(":")
    if number and kind in (LinkKind.PAGE, LinkKind.DOCUMENT):
        return Link(name, LinkKind(kind), number, words)
    if href.startswith("#"):
        return Link(name, LinkKind.ANCHOR, href, words)
    if href.startswith("/") and not href.startswith("//"):
        return Link(name, LinkKind.PATH, href, words)
    if href.startswith(("http://", "https://")):
        return Link(name, LinkKind.OUTSIDE, href, words)
    if href.startswith("//"):
        return Link(name, LinkKind.OUTSIDE, f"https:{href}", words)
    return Link(name, LinkKind.UNCLEAR, href, words) if href and not _SCHEME.match(href) else None


def meant(address: str) -> str:
    """Returns the address that was probably meant by one without its beginning; empty when that cannot be told."""
    begun = _HALF_A_SCHEME.sub("", address)
    host = _HOST.match(begun)
    if host and "@" not in begun:
        return f"https://{begun}"
    if "@" in address and "/" not in address:
        return f"mailto:{address}"
    known = dict(settings.LANGUAGES)
    return f"/{address}" if address.partition("/")[0] in known else ""
