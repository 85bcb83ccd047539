"""Pages that are only read are made once for all readers who are not signed in (docs/decisions/0011).

A view has to say that its pages are only read (`only_read`); each response is checked all the same. A page is kept
until anything published changes (home/cache/generation.py), and no longer than until the next moment at which it would
have other words: an opening, a closing, the end of an alert. A part of the site with such moments registers the hook
`next_moments`: a function that takes a moment and returns the first ones after it.

Whatever is answered to somebody who sends nothing of themselves is sent compressed: anybody could ask for it, so its
length tells nobody's secret. What holds a token, or answers a cookie, is not.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from wagtail import hooks

from home.cache import generation, request_cache
from home.cache.forms import PLAIN, chosen, compressed, copy_is_right, shrinks
from home.cache.page_store import CachedResponse, CacheKey, PageStore

LONGEST = timedelta(seconds=60)
HOOK = "next_moments"
KEPT_BY_OTHERS = "no-cache"
"""What browsers and proxies are told: ask each time whether it is still right."""
NOT_KEPT = ("private", "no-store", "no-cache", "max-age=0", "must-revalidate")

_ONLY_READ = "only_read"
store = PageStore()

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
    store.clear()


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
    """Middleware that answers from the kept pages where it may, and compresses what is nobody's secret.

    Only a limit on cookies comes before it, so that a page is kept with all its headers (home/cache/front.py).
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Who is signed in may have published just now, perhaps through another process, and looks whether it is there.
        with generation.one_request(trusts=settings.SESSION_COOKIE_NAME not in request.COOKIES):
            if not is_from_nobody(request):
                return self.get_response(request)
            limit = settings.PAGE_CACHE_BYTES
            key = cache_key_of(request) if limit else None
            if key is None:
                return packed(request, self.get_response(request))
            began = timezone.now()
            try:
                made = store.find(key, generation.seen(), began)
                if made is None:
                    state = generation.current()  # before the page is made, so that it is never older than this
            except DatabaseError:
                return self.get_response(request)  # some doors need no database, and the others say so kindly
            if made is None:
                response = self.get_response(request)
                if request.method != "GET" or not may_be_kept(request, response):
                    return packed(request, response)
                made = made_from(response, state, right_until(began, next_moments(began)))
                if not request.COOKIES:
                    store.put(key, made, limit)
            return answered(request, key, made)


def is_from_nobody(request: HttpRequest) -> bool:
    """Returns whether anybody could have asked this: it reads, and has no cookie, no sign-in and no preview in it."""
    # A token of a form, left behind elsewhere, is in no page that is only read; any other cookie may be somebody.
    return (
        request.method in ("GET", "HEAD")
        and not set(request.COOKIES) - {settings.CSRF_COOKIE_NAME}
        and "Authorization" not in request.headers
        # A page of which no reader sees something yet: Wagtail asks for it at the address of the published one.
        and not getattr(request, "is_dummy", False)
    )


def cache_key_of(request: HttpRequest) -> CacheKey | None:
    """Returns the key under which the page for this request is kept.

    None when it asks for something special: a query string, a static file, a host that is not ours.
    """
    if request.META.get("QUERY_STRING") or request.path.startswith(settings.STATIC_URL):
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


def made_from(response: HttpResponse, state: int, until: datetime) -> CachedResponse:
    """Returns the page to keep, with the headers by which browsers check their own copy."""
    headers = dict(response.items())
    headers.setdefault("Cache-Control", KEPT_BY_OTHERS)
    shrinking = shrinks(headers.items(), response.content)
    if shrinking:
        headers["Vary"] = "Accept-Encoding"
    tag = hashlib.sha256(response.content).hexdigest()[:32]
    return CachedResponse(response.content, tuple(headers.items()), tag, shrinking, state, until)


def answered(request: HttpRequest, key: CacheKey, made: CachedResponse) -> HttpResponse:
    """Returns the kept page in the form that the browser likes best; a 304 when its own copy is still right."""
    coding = chosen(request.headers.get("Accept-Encoding", "")) if made.shrinks else PLAIN
    form = store.keep_form(key, made, coding, settings.PAGE_CACHE_BYTES)
    if copy_is_right(request.headers.get("If-None-Match", ""), form.etag):
        return HttpResponseNotModified(headers=dict(form.unchanged))
    return HttpResponse(form.body, headers=dict(form.headers))


def packed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Compresses the answer to a request from nobody, unless it is partly for somebody after all.

    It is when it sets a cookie (a token of a form does), depends on one, or has a tag of its own.
    """
    if response.streaming or response.cookies or response.has_header("ETag"):
        return response
    if {"cookie", "*"} & {name.strip().lower() for name in response.headers.get("Vary", "").split(",")}:
        return response
    if shrinks(response.items(), response.content):
        patch_vary_headers(response, ["Accept-Encoding"])
        coding = chosen(request.headers.get("Accept-Encoding", ""))
        if coding != PLAIN:
            response.content, changed = compressed(response.content, tuple(response.items()), coding)
            for name, value in changed:
                response.headers[name] = value
    return response
