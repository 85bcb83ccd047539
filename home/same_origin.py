"""Forms that store nothing of a person are protected by the headers of the browser, without a token and a cookie.

The promise: a form on another website never reaches the view. Reading or filling in such a form sets no cookie.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]

READS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN = frozenset({"same-origin", "none"})
"""The values of Sec-Fetch-Site for a request from the site itself, and for one by the reader alone (a reloaded page).
"""


def is_own(*, fetch_site: str, origin: str, referer: str, ours: frozenset[str]) -> bool:
    """Returns whether a form comes from our own pages, by three headers of the browser; `ours` are our origins.

    The first header that is there decides: no website can set or hide the first two. A browser of the last years always
    sends one of them with a form; a program that sends none is no browser, and could have sent anything.
    """
    if fetch_site:
        return fetch_site in OWN
    if origin:
        return origin in ours
    return not referer or origin_of(referer) in ours


def origin_of(address: str) -> str:
    """Returns scheme, host and port of an address; empty when it lacks a scheme or a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower() if parts.scheme and parts.netloc else ""


def from_this_site(request: HttpRequest) -> bool:
    """Returns whether this request was made by one of our own pages."""
    return is_own(
        fetch_site=request.headers.get("Sec-Fetch-Site", "").lower(),
        origin=request.headers.get("Origin", "").lower(),
        referer=request.headers.get("Referer", ""),
        ours=frozenset({f"{request.scheme}://{request.get_host()}".lower(), origin_of(settings.BASE_URL)}),
    )


def own_forms_only(refill: View | None = None) -> Callable[[View], View]:
    """Decorates a view whose form stores nothing of a person: it accepts only forms of our own pages, without a token.

    A form from elsewhere gets 403 and is not read; with `refill`, the response of that function, also as a 403.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method in READS or from_this_site(request):
                return view(request, *args, **kwargs)
            if refill is None:
                response = render(request, "home/from_elsewhere.html")
            else:
                response = refill(request, *args, **kwargs)
            response.status_code = 403
            response.headers["Cache-Control"] = "no-store"
            return response

        exempt: View = csrf_exempt(guarded)
        return exempt

    return guard
