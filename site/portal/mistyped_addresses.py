"""Addresses as people type them: from a poster with capitals on, with a full stop behind, copied in pieces.

What has no page is read once more as it was probably meant. The promise: whoever is sent on stays on this site, comes
to something that is there, is sent on once, and only by GET or HEAD; a page that is there under the address as it was
typed is never passed by.
"""

import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware

from home.pages.redirects import sent_on
from home.pages.there import STAFF, is_there
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


def meanings_of(path: str) -> Iterator[str]:
    """The addresses that may have been meant by one that has no page, the likeliest first; never that one itself."""
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
    """Capitals in the name of a document mean something."""
    name = typed.rstrip("/" + _BEHIND).rpartition("/")[2]
    folder, _slash, last = meant.rpartition("/")
    alike = unicodedata.normalize("NFC", name)
    return f"{folder}/{alike}" if meant.startswith("/documenten/") and alike.lower() == last else meant


class AddressAsMeant:
    """Sends who found nothing to the address that was probably meant, if something is there."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        query = f"?{given}" if (given := request.META.get("QUERY_STRING", "")) else ""
        for target in meanings_of(request.path_info):
            if is_there(target):
                return HttpResponsePermanentRedirect(quote(target, safe=_SAFE) + query)
            if target.rstrip("/") != request.path_info.rstrip("/") and (elsewhere := sent_on(request, target + query)):
                return elsewhere
        return response


class Common(CommonMiddleware):
    """Django's own, but that a slash is added above, where it is known whether something is there."""

    def should_redirect_with_slash(self, request: HttpRequest) -> bool:
        return False
