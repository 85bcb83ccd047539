"""Serves redirects: an address at which nothing stands any more leads to where the page went.

Only when nothing else answered, so that a redirect never hides a page or a door. The destination is what an editor
wrote or where the page is now, never something out of the request.
"""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from home.cache.middleware import KEPT_BY_OTHERS
from home.pages.address_check import address_exists, slashed
from home.pages.links import path_in_tree, path_of

Handler = Callable[[HttpRequest], HttpResponse]
MOST = 10
"""At most this many redirects in a row are followed; nobody makes so many on purpose."""


class SendsOn:
    """Middleware that looks for a redirect before a reader gets a 404."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.NOT_FOUND and request.method in ("GET", "HEAD"):
            return sent_on(request) or response
        return response


@dataclass(frozen=True)
class Destination:
    """The address to which a redirect leads, and whether it is permanent."""

    address: str
    for_good: bool


def sent_on(request: HttpRequest, address: str = "") -> HttpResponse | None:
    """Returns the redirect for an address, that of the request if none is given; None when there is none."""
    site = Site.find_for_request(request)
    destination = destination_of(address or request.get_full_path(), site, request.get_host())
    if destination is None:
        return None
    kind = HttpResponsePermanentRedirect if destination.for_good else HttpResponseRedirect
    response = kind(destination.address)
    # Browsers keep a permanent redirect for good: it has to be gone when an editor deletes it.
    response.headers["Cache-Control"] = KEPT_BY_OTHERS
    return response


def destination_of(address: str, site: Site | None = None, host: str = "") -> Destination | None:
    """Returns where an address at which nothing stands leads in the end, through several redirects if need be.

    None when no redirect has it, when it leads to nothing on this site, or in a circle. `host` is another name of this
    site.
    """
    redirect = first = _find(address, site)
    passed = set()
    for _step in range(MOST):
        if redirect is None or first is None:
            return None
        passed.add(redirect.old_path)
        target = _target(redirect)
        path = _own_path(target, host)
        following = _find(path, site) if path and not _is_page(path) else None
        if not target or (path and Redirect.normalise_path(path) in passed):
            return None
        if following is None:
            here = unquote(path)
            nothing = (
                here and not redirect.redirect_page_id and not (address_exists(here) or address_exists(slashed(here)))
            )
            target += _question(address, first, target, path)
            return None if nothing else Destination(target, first.is_permanent)
        redirect = following
    return None


def _question(address: str, redirect: Redirect, target: str, path: str) -> str:
    """Returns the query string to add: the reader's own within the site, unless the redirect has a `?` or `#`."""
    asked = address.partition("?")[2]
    goes_along = asked and path and not {"?", "#"} & set(redirect.old_path + target)
    return f"?{asked}" if goes_along else ""


def _find(address: str, site: Site | None) -> Redirect | None:
    """Returns the redirect of this address, with its query string or else without; one of the site itself first."""
    asked = Redirect.normalise_path(address, decode_unicode=False)
    if "\0" in asked:  # no text for PostgreSQL
        return None
    for path in dict.fromkeys([asked, asked.partition("?")[0]]):
        found = Redirect.get_for_site(site).filter(old_path__in={path, uri_to_iri(path)})
        redirect = found.select_related("redirect_page").order_by("site_id").last()
        if redirect is not None:
            return redirect
    return None


def _target(redirect: Redirect) -> str:
    if redirect.redirect_page_id:
        page = redirect.redirect_page
        return path_of(page) if page.live else ""
    link: str = redirect.redirect_link
    return link if link.startswith(("https://", "http://")) else ""


def _own_path(target: str, host: str) -> str:
    """Returns the path of an address of this site; empty for another website."""
    if target.startswith("/"):
        return target
    parts = urlsplit(target)
    ours = {host, urlsplit(settings.BASE_URL).netloc} - {""}
    return (parts.path or "/") if parts.netloc in ours else ""


def _is_page(path: str) -> bool:
    return Page.objects.filter(url_path=path_in_tree(path), live=True).exists()
