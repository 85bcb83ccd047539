"""Forms that store nothing of a person: the browser says where they come from, so they need no token and no cookie.

The promise: a form on another website never reaches the view. Whoever reads or fills in such a form gets no cookie.
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
"""What a browser calls a request from the site itself, and one by the reader alone (a page loaded again)."""


def is_own(*, fetch_site: str, origin: str, referer: str, ours: frozenset[str]) -> bool:
    """Returns whether a form comes from our own pages, by what the browser says about it; `ours` are our origins.

    The first of the three that is there decides: no website can set or hide the first two. A browser of the last years
    always sends one of them with a form; what sends nothing at all is no browser, and could have sent anything.
    """
    if fetch_site:
        return fetch_site in OWN
    if origin:
        return origin in ours
    return not referer or origin_of(referer) in ours


def origin_of(address: str) -> str:
    """Returns scheme, host and port of an address; empty when it has none."""
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
    """Decorates a view whose form stores nothing of a person: it takes forms of our own pages only, without a token.

    A form from elsewhere gets 403 and is not looked at; with `refill` the same form again, as that function shows it.
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
