"""Limits on what a request may hold: what is longer than anything of ours is refused before any work is done for it.

What a request costs may grow with the content of the site, never with what somebody sends.
"""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]

STAFF = "/beheer/"
MOST_PARTS = 10
"""No address of ours has more: a page stands four deep at most, and the finder asks five questions."""
LONGEST_PATH = 1_000
"""Signs. A short name of a page has 255 at most; longer than this SQLite cannot look for it."""
LONGEST_QUERY = 8_000
"""Signs behind the question mark: two hundred of any script, and every choice of the directory."""
LONGEST_COOKIES = 8_000
"""Signs of all cookies together; ours take 500. Up to Python 3.11.9 and 3.12.5 reading a quoted one takes the square
of its length: seconds for the 60 kB that a server takes. nginx stops at as much."""
LARGEST_FORM = 500_000
"""Bytes. The longest message, 20,000 signs, takes 240,000 when each is an emoji; what is longer is given back."""


class CookieLimitMiddleware:
    """Ignores all cookies of a request with more than LONGEST_COOKIES signs of them.

    Reading a page needs none, and a form says what to do.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if len(request.META.get("HTTP_COOKIE", "")) > LONGEST_COOKIES:
            del request.META["HTTP_COOKIE"]
        return self.get_response(request)


class RequestLimitMiddleware:
    """Answers 404 to a path longer than any of ours and, outside the admin, 400 to a form or query too large."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if path.strip("/").count("/") >= MOST_PARTS or len(path) > LONGEST_PATH:
            raise Http404
        if not path.startswith(STAFF):
            if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
                raise TooManyFieldsSent
            if _bytes_of(request) > LARGEST_FORM:
                raise RequestDataTooBig
        return self.get_response(request)


def _bytes_of(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() and len(length) < 20 else 0
