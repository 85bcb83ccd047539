"""The forms in which a page is sent: as it was made, or compressed in a way that the browser says it can read.

No clock, no database, no request: what it should know comes in as an argument.
"""

import gzip
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import brotli
from django.utils.http import parse_etags

Headers = tuple[tuple[str, str], ...]

PLAIN = "identity"
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
"""The codings that we have, the smallest first. Their levels were measured (docs/decisions/0011-page-cache.md)."""
WORDS = ("text/", "application/json", "application/xml", "application/ld+json", "image/svg+xml")
LEAST = 500
"""Bytes. What is shorter fits in one packet anyhow."""
LONGEST_WISH = 200
"""Signs. No browser sends a longer Accept-Encoding; the answers are remembered, so they have to stay small."""
OF_THE_BODY = frozenset({"content-type", "content-length", "content-encoding", "content-language"})
"""Headers that tell something of a body, which a 304 has not."""


@dataclass(frozen=True)
class Form:
    """A page in one coding: what is sent, and what is sent to a browser whose own copy is still right."""

    body: bytes
    headers: Headers
    etag: str
    unchanged: Headers


def chosen(accepted: str) -> str:
    """Returns the coding to send to a browser with this Accept-Encoding (RFC 9110, 12.5.3).

    The one it likes best; of several that it likes as much, the smallest. A header that cannot be read gets PLAIN.
    """
    return _chosen(accepted) if 0 < len(accepted) <= LONGEST_WISH else PLAIN


def shrinks(headers: Iterable[tuple[str, str]], body: bytes) -> bool:
    """Returns whether a body with these headers is worth compressing: words, more than a packet, not compressed yet."""
    named = {name.lower(): value for name, value in headers}
    return "content-encoding" not in named and len(body) > LEAST and named.get("content-type", "").startswith(WORDS)


def form_of(body: bytes, headers: Headers, tag: str, coding: str) -> Form:
    """Returns the page in this coding; its ETag differs from those of the other forms, as its bytes do."""
    etag = f'"{tag}"' if coding == PLAIN else f'"{tag}-{coding}"'
    sent = compressed(body, headers, coding)
    told = (*sent[1], ("ETag", etag))
    return Form(sent[0], told, etag, tuple(each for each in told if each[0].lower() not in OF_THE_BODY))


def compressed(body: bytes, headers: Headers, coding: str) -> tuple[bytes, Headers]:
    """Returns body and headers in this coding. Content-Length is that of what is sent."""
    packed = body if coding == PLAIN else CODINGS[coding](body)
    kept = tuple(each for each in headers if each[0].lower() != "content-length")
    encoding = () if coding == PLAIN else (("Content-Encoding", coding),)
    return packed, (*kept, ("Content-Length", str(len(packed))), *encoding)


def copy_is_right(kept: str, etag: str) -> bool:
    """Returns whether the copy of a browser with this If-None-Match is the form with this ETag."""
    if not kept or kept == etag:
        return bool(kept)
    # A proxy that changed the bytes says so by W/: the words are the same.
    return any(tag == "*" or tag.removeprefix("W/") == etag for tag in parse_etags(kept))


@lru_cache(maxsize=128)
def _chosen(accepted: str) -> str:
    liked: dict[str, float] = {}
    for wish in accepted.lower().split(","):
        name, *parameters = (part.strip() for part in wish.split(";"))
        liked["gzip" if name == "x-gzip" else name] = _weight(parameters)
    others = liked.get("*", 0.0)
    best, most = PLAIN, liked.get(PLAIN, 0.0)
    for coding in reversed(CODINGS):
        if (weight := liked.get(coding, others)) > 0 and weight >= most:
            best, most = coding, weight
    return best


def _weight(parameters: list[str]) -> float:
    """Returns the weight that a wish has; nothing when it cannot be read."""
    for parameter in parameters:
        name, _sign, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                weight = float(value)
            except ValueError:
                return 0.0
            return weight if 0 <= weight <= 1 else 0.0
    return 1.0
