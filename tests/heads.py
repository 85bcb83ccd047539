"""What the head of a page says to search engines, and what is missing there."""

from typing import Any

from bs4 import BeautifulSoup
from django.conf import settings

SHORTEST = 30
"""Fewer letters say nothing of what somebody would find there."""


def hidden(head: Any) -> bool:
    """Returns whether search engines are asked to leave this page out: then they need no more of it."""
    return head.select_one('meta[name=robots][content="noindex"]') is not None


def addresses(head: Any) -> dict[str, str]:
    """Returns the addresses of the page by language, and that for any language as `x-default`."""
    return {str(link["hreflang"]): str(link["href"]) for link in head.select("link[rel=alternate][hreflang]")}


def faults_of_head(html: str, site: str) -> list[str]:
    """Returns what the head of this page of a site lacks: title, description, addresses in other languages."""
    head: Any = BeautifulSoup(html, "html.parser").head
    found = [] if head.title.get_text(strip=True) else ["no title"]
    if hidden(head):
        return found
    described = head.select("meta[name=description]")
    if len(described) != 1 or len(described[0]["content"].strip()) < SHORTEST:
        found.append(f"no description of {SHORTEST} letters or more: {described}")
    told = addresses(head)
    if not {"x-default", settings.LANGUAGE_CODE} <= set(told):
        found.append(f"addresses in other languages are missing: {sorted(told)}")
    if not all(address.startswith(f"{site}/") for address in told.values()):
        found.append(f"an address that is not whole: {told}")
    return found
