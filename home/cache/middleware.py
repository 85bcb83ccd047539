"""Pages that are only read are made once for all readers who are not signed in (docs/decisions/0011).

A view has to say that its pages are only read (`only_read`); each response is checked all the same. A page is kept
until anything published changes (home/cache/generation.py), and no longer than until the next moment at which it would
have other words: an opening, a closing, the end of an alert. A part of the site with such moments registers the hook
`next_moments`: a function that takes a moment and returns the first ones after it.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from wagtail import hooks

from home.cache import generation, request_cache
from home.cache.page_store import CachedResponse, CacheKey, PageStore

LONGEST = timedelta(seconds=60)
HOOK = "next_moments"
KEPT_BY_OTHERS = "no-cache"
"""What browsers and proxies are told: ask each time whether it is still right."""
NOT_KEPT = ("private", "no-store", "no-cache", "max-age=0", "must-revalidate")

_ONLY_READ = "only_read"
_store = PageStore()

Handler = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]


def is_only_read(request: HttpRequest) -> None:
    """Marks the answer to this request as the same for everybody."""
    request_cache.put(request, _ONLY_READ, True)


def only_read(view: View) -> View:
    """Decorates a view whose pages are the same for everybody: no token, no name, nothing of a cookie or header."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_only_read(request)
        return view(request, *args, **kwargs)

    return marked


def forget() -> None:
    """Forgets every page that this process keeps."""
    _store.clear()


def right_until(at: datetime, moments: Iterable[datetime]) -> datetime:
    """Returns the moment from which a page made `at` this one may be wrong.

    That is the first of `moments`, midnight (pages say “today”), or a minute later, whichever comes first.
    """
    today = timezone.localtime(at)
    midnight = timezone.make_aware(datetime.combine(today.date() + timedelta(days=1), time(0)))
    return min([at + LONGEST, midnight, *(moment for moment in moments if moment > at)])


def next_moments(at: datetime) -> list[datetime]:
    """Returns the moments after this one at which pages change by themselves, from all hooks `next_moments`."""
    return [moment for look in hooks.get_hooks(HOOK) for moment in look(at)]


class PageCache:
    """Middleware that answers from the kept pages where it may.

    Only a limit on cookies, static files and the redirect to HTTPS come before it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with generation.one_request():
            limit = settings.PAGE_CACHE_BYTES
            key = cache_key_of(request) if limit else None
            if key is None:
                return self.get_response(request)
            began = timezone.now()
            try:
                made = _store.find(key, generation.seen(), began)
                if made is None:
                    state = generation.current()  # read before the page is made, so that it is never older than this
            except DatabaseError:
                return self.get_response(request)  # some doors need no database, and the others say so kindly
            if made is None:
                response = self.get_response(request)
                if request.method != "GET" or not may_be_kept(request, response):
                    return response
                made = CachedResponse(
                    response.content, headers_of(response), state, right_until(began, next_moments(began))
                )
                if not request.COOKIES:
                    _store.put(key, made, limit)
            return answered(request, made)


def cache_key_of(request: HttpRequest) -> CacheKey | None:
    """Returns the key under which the page for this request is kept.

    None when the request may come from somebody known (a cookie, a sign-in) or asks for something special (another
    method than GET and HEAD, a query string, a preview, a host that is not ours).
    """
    if request.method not in ("GET", "HEAD") or request.META.get("QUERY_STRING"):
        return None
    # A page of which no reader sees something yet: Wagtail asks for it at the address of the published one.
    if getattr(request, "is_dummy", False):
        return None
    # A token of a form, left behind elsewhere, is in no page that is only read; any other cookie may be somebody.
    if set(request.COOKIES) - {settings.CSRF_COOKIE_NAME} or "Authorization" in request.headers:
        return None
    try:
        return CacheKey(request.scheme or "", request.get_host(), request.path)
    except DisallowedHost:
        return None


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Returns whether this is a page that everybody may see, and that is the same for everybody."""
    return (
        request_cache.get(request, _ONLY_READ) is True
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Vary")
        and not any(word in response.headers.get("Cache-Control", "").lower() for word in NOT_KEPT)
        and "'nonce-" not in response.headers.get("Content-Security-Policy", "")
    )


def headers_of(response: HttpResponse) -> tuple[tuple[str, str], ...]:
    """Returns the headers of the response, with the ETag and Cache-Control by which browsers check their own copy."""
    headers = dict(response.items())
    headers.setdefault("Cache-Control", KEPT_BY_OTHERS)
    headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return tuple(headers.items())


def answered(request: HttpRequest, made: CachedResponse) -> HttpResponse:
    """Returns the kept page as a response; a 304 when the browser's own copy is still right."""
    response = HttpResponse(made.body, headers=dict(made.headers))
    if "If-None-Match" not in request.headers:
        return response
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response
