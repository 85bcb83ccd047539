"""Addresses as people type them: from a poster with capitals on, with a full stop behind, copied in pieces.

What has no page is read once more as it was probably meant. The promise: whoever is sent on stays on this site, is sent
on once at most, and only by GET or HEAD; a page that is there under the address as it was typed is never passed by.
"""

import unicodedata
from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import is_valid_path
from django.utils import translation

from home.visible import without_unseen
from portal.limits import LONGEST_PATH

Handler = Callable[[HttpRequest], HttpResponse]

# Of machines, or with capitals that mean something.
AS_THEY_ARE = ("/beheer/", "/media/", "/static/", "/api/", "/klopt-nog/")
# What a sentence, a chat or a mail puts behind an address.
_BEHIND = " .,;:!?)>]}'\"”’»"
_SAFE = "/~!$&'()*+,;=:@"


def as_meant(path: str) -> str:
    """The path without capitals, doubled slashes, letters taken apart, unseen signs, blanks and what stood behind it.

    Ends without a slash. What comes out stays the same when it is read once more.
    """
    parts = [part for part in (_plain(part) for part in path.split("/")) if part]
    while parts and not (last := parts[-1].rstrip(_BEHIND)):
        parts.pop()
    return "/" + "/".join([*parts[:-1], last] if parts else [])


def _plain(part: str) -> str:
    # Small letters may be taken apart again (İ), so they are put together last.
    small = unicodedata.normalize("NFC", without_unseen(part)).lower()
    return unicodedata.normalize("NFC", small).strip()


def meant_instead_of(path: str) -> str:
    """The address that was probably meant by one that has no page; empty when there is none."""
    if path.startswith(AS_THEY_ARE) or len(path) > LONGEST_PATH:
        return ""
    meant = as_meant(path)
    code = translation.get_language_from_path(f"{meant}/") or settings.LANGUAGE_CODE
    with translation.override(code):
        for target in (f"{meant.rstrip('/')}/", meant):
            if is_valid_path(target):
                return "" if target == path else target
    return ""


class AddressAsMeant:
    """Sends who found nothing to the address that was probably meant."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        target = meant_instead_of(request.path_info)
        if not target:
            return response
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(quote(target, safe=_SAFE) + (f"?{query}" if query else ""))
