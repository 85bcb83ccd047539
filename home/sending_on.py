"""Redirects are served: an address at which nothing stands any more sends on to where it went.

Only when nothing else answered, so that a redirect never hides a page or a door. Where it leads is what an editor
wrote or where the page is now, never anything of the request.
"""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.links import path_in_tree, path_of
from home.page_cache import KEPT_BY_OTHERS

Handler = Callable[[HttpRequest], HttpResponse]
MOST = 10
"""So many redirects behind each other are followed; nobody makes that many on purpose."""


class SendsOn:
    """Looks for a redirect before a reader is told that there is nothing here."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.NOT_FOUND:
            return sent_on(request) or response
        return response


def sent_on(request: HttpRequest) -> HttpResponse | None:
    """The answer for an address that went elsewhere; nothing for one that nobody knows."""
    if request.method not in ("GET", "HEAD"):
        return None
    asked = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    redirect = _find(request, asked)
    target = _target(request, redirect) if redirect else ""
    if redirect is None or not target:
        return None
    kind = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
    response = kind(target)
    # Browsers keep a permanent redirect for good: it has to be gone when an editor deletes it.
    response.headers["Cache-Control"] = KEPT_BY_OTHERS
    return response


def _find(request: HttpRequest, path: str) -> Redirect | None:
    """The redirect of this address, with the question behind it or else without."""
    found: Redirect | None = get_redirect(request, path)
    bare = path.partition("?")[0]
    return found if found is not None or bare == path else get_redirect(request, bare)


def _target(request: HttpRequest, redirect: Redirect) -> str:
    """Where a redirect leads in the end, past others; empty when that is nowhere, or round in a circle."""
    passed = set()
    for _step in range(MOST):
        passed.add(redirect.old_path)
        if redirect.redirect_page_id:
            page = redirect.redirect_page
            target = path_of(page) if page.live else ""
        else:
            target = redirect.redirect_link if redirect.redirect_link.startswith(("https://", "http://")) else ""
        path = _own_path(request, target)
        if not path:
            return target
        if Redirect.normalise_path(path) in passed:
            return ""
        is_there = Page.objects.filter(url_path=path_in_tree(path), live=True).exists()
        following = None if is_there else _find(request, Redirect.normalise_path(path))
        if following is None:
            return target
        redirect = following
    return ""


def _own_path(request: HttpRequest, target: str) -> str:
    """The path of an address of this site; empty for one elsewhere."""
    if target.startswith("/"):
        return target
    host = urlsplit(target).netloc
    ours = {request.get_host(), urlsplit(settings.BASE_URL).netloc}
    return urlsplit(target).path or "/" if host and host in ours else ""
