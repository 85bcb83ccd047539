"""Addresses as people type them: from a poster with capitals on, with a full stop behind, copied in pieces.

An address without a page is read once more as it was probably meant. The promise: a visitor who is redirected stays on
this site, comes to something that is there, is redirected once, and only by GET or HEAD; a page that exists under the
address as it was typed is never passed by.
"""

import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware

from home.pages.address_check import STAFF, address_exists
from home.pages.redirects import sent_on
from home.text.visible import without_unseen
from portal.limits import LONGEST_PATH

Handler = Callable[[HttpRequest], HttpResponse]

# Of machines, or with capitals that mean something.
AS_THEY_ARE = (STAFF, "/media/", "/static/", "/api/", "/klopt-nog/")
# What a sentence, a chat or a mail puts behind an address.
_BEHIND = " .,;:!?)>]}'\"”’»"
_SAFE = "/~!$&'()*+,;=:@"
# What other web servers call the page of a folder.
_OF_A_FOLDER = frozenset({"index.html", "index.htm", "index.php"})


def as_meant(path: str) -> str:
    """Returns the path as it was probably meant, without a slash at the end.

    Capitals, doubled slashes, decomposed letters, invisible characters, blanks and punctuation behind it are gone.
    Reading the result once more gives the same.
    """
    parts = [part for part in (_plain(part) for part in path.split("/")) if part]
    while parts and not (last := parts[-1].rstrip(_BEHIND)):
        parts.pop()
    return "/" + "/".join([*parts[:-1], last] if parts else [])


def _plain(part: str) -> str:
    # Small letters may be taken apart again (İ), so they are put together last.
    small = unicodedata.normalize("NFC", without_unseen(part)).lower()
    return unicodedata.normalize("NFC", small).strip()


def meanings_of(path: str) -> Iterator[str]:
    """Yields the addresses that may have been meant by this one, the likeliest first; never this one itself."""
    if len(path) > LONGEST_PATH:
        return
    if path.startswith(AS_THEY_ARE):
        meant = path.rstrip("/")
    else:
        meant = _with_its_own_name(as_meant(path), path)
        folder, _slash, last = meant.rpartition("/")
        meant = folder if last in _OF_A_FOLDER else meant.rstrip("/")
    for each in (f"{meant}/", meant):
        if each and each != path:
            yield each


def _with_its_own_name(meant: str, typed: str) -> str:
    """Returns the path with the name of a document as it was typed: capitals in it mean something."""
    name = typed.rstrip("/" + _BEHIND).rpartition("/")[2]
    folder, _slash, last = meant.rpartition("/")
    alike = unicodedata.normalize("NFC", name)
    return f"{folder}/{alike}" if meant.startswith("/documenten/") and alike.lower() == last else meant


class MistypedAddressMiddleware:
    """Redirects a request that found nothing to the address that was probably meant, if something is there."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        query = f"?{given}" if (given := request.META.get("QUERY_STRING", "")) else ""
        for target in meanings_of(request.path_info):
            if address_exists(target):
                return HttpResponsePermanentRedirect(quote(target, safe=_SAFE) + query)
            if target.rstrip("/") != request.path_info.rstrip("/") and (elsewhere := sent_on(request, target + query)):
                return elsewhere
        return response


class SlashlessCommonMiddleware(CommonMiddleware):
    """Django's CommonMiddleware without adding a slash: MistypedAddressMiddleware does that when something is there."""

    def should_redirect_with_slash(self, request: HttpRequest) -> bool:
        return False
