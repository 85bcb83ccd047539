"""Kept pages are answered before Django begins: a door of WSGI in front of the whole application.

It asks no database, and answers only what home/cache/middleware.py keeps, to somebody who would get it there too.
Whatever it is not sure of goes on: an old state of the site, a cookie, another spelling of the address.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.utils import timezone

from home.cache import generation
from home.cache.forms import PLAIN, Form, chosen, copy_is_right
from home.cache.middleware import store
from home.cache.page_store import CacheKey

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class KeptPagesFirst:
    """The WSGI application that answers from the kept pages, and asks the one behind it for all else."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        form = kept_form(environ)
        if form is None:
            return self.application(environ, start_response)
        if copy_is_right(environ.get("HTTP_IF_NONE_MATCH", ""), form.etag):
            start_response("304 Not Modified", list(form.unchanged))
            return ()
        start_response("200 OK", list(form.headers))
        return () if environ["REQUEST_METHOD"] == "HEAD" else (form.body,)


def kept_form(environ: Environ) -> Form | None:
    """Returns the form of a kept page that answers this request; None when there is none, or it may be somebody's."""
    limit = settings.PAGE_CACHE_BYTES
    state = generation.seen_lately()
    if not limit or state is None or not is_plainly_from_nobody(environ):
        return None
    key = CacheKey(scheme_of(environ), environ.get("HTTP_HOST", ""), environ["PATH_INFO"])
    made = store.find(key, state, timezone.now())
    if made is None:
        return None
    coding = chosen(environ.get("HTTP_ACCEPT_ENCODING", "")) if made.shrinks else PLAIN
    return made.forms.get(coding) or store.keep_form(key, made, coding, limit)


def is_plainly_from_nobody(environ: Environ) -> bool:
    """Returns whether nothing stands in the request but a plain address to read: what is rare goes on to Django."""
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("QUERY_STRING")
        and not environ.get("HTTP_COOKIE")
        and "HTTP_AUTHORIZATION" not in environ
        and not environ.get("SCRIPT_NAME")
        # Django reads other signs in its own way.
        and environ["PATH_INFO"].isascii()
    )


def scheme_of(environ: Environ) -> str:
    """Returns how the visitor asks, as `request.scheme` says it."""
    if settings.SECURE_PROXY_SSL_HEADER:
        name, secure = settings.SECURE_PROXY_SSL_HEADER
        if (said := environ.get(name)) is not None:
            return "https" if said.split(",", 1)[0].strip() == secure else "http"
    scheme: str = environ["wsgi.url_scheme"]
    return scheme
