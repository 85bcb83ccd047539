"""From an address to its page: one query for the page and everything around it.

Wagtail looks up every part of the path by itself, then the page, then its restrictions; what the templates ask for
afterwards (trail, menu, list, other languages) is read here with the page.
"""

from django.db.models import Exists, Q
from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.views import serve as serve_by_wagtail
from wagtail.views import serve_chain

from home.cache import request_cache
from home.cache.middleware import is_only_read
from home.languages import current_code
from home.pages.base import BasePage
from home.pages.closed import open_below
from home.pages.models import HomePage
from home.pages.reserved_slugs import TOP_LEVEL
from home.pages.selectors import load_pages

HOME_LEVEL = TOP_LEVEL - 1
_HOME_PAGE = "home_page"


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serves the page at this path. Whatever is not a live page of the only site is left to Wagtail."""
    page = page_at(request, path)
    response: HttpResponse
    if page is None:
        response = serve_by_wagtail(request, path)
        return response
    chain = serve_chain
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        chain = wrap(chain)
    for look in hooks.get_hooks("before_serve_page"):
        answer = look(page, request, [], {})
        if isinstance(answer, HttpResponse):
            return answer
    if page.ONLY_READ:
        is_only_read(request)
    response = chain(page, request, [], {})
    return response


def page_at(request: HttpRequest, path: str) -> BasePage | None:
    """Returns the live page at a path under the language of the request, with the pages around it; else None.

    The home page of that language is kept for the rest of the request.
    """
    top = home_path()
    if top is None:
        return None
    parts = [part for part in path.split("/") if part]
    line = [top + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) + 1)]
    here = line[-1]
    depth = HOME_LEVEL + len(parts)
    around = load_pages(
        Page.objects.filter(
            Q(url_path__in=line)
            | Q(url_path__startswith=top, depth=TOP_LEVEL)
            | Q(url_path__startswith=here, depth=depth + 1)
            | Q(translation_key__in=Page.objects.filter(url_path=here).values("translation_key")),
            live=True,
        )
        .annotate(something_is_closed=Exists(PageViewRestriction.objects.all()))
        .order_by("path")
    )
    by_path = {each.url_path: each for each in around}
    page, home = by_path.get(here), by_path.get(top)
    if page is None or not isinstance(home, HomePage):
        return None
    page.nothing_is_closed = not page.something_is_closed
    if page.something_is_closed:
        around = open_below(around, page.path)
    page.above = [by_path[part] for part in line[:-1] if part in by_path]
    page.listing = [each for each in around if each.depth == depth + 1 and each.url_path.startswith(here)]
    page.versions = [each for each in around if each.translation_key == page.translation_key]
    home.listing = [each for each in around if each.depth == TOP_LEVEL and each.url_path.startswith(top)]
    keep_home_page(request, home)
    return page


def home_path() -> str | None:
    """Returns the `url_path` of the home page in the language of the request; None when there are several sites."""
    roots = Site.get_site_root_paths()  # kept in Django's cache
    if len({root.site_id for root in roots}) != 1:
        return None
    return next((root.root_path for root in roots if root.language_code == current_code()), None)


def keep_home_page(request: HttpRequest, page: HomePage) -> None:
    """Remembers the home page for the rest of the request."""
    request_cache.put(request, _HOME_PAGE, page)


def kept_home_page(request: HttpRequest | None) -> HomePage | None:
    """Returns the home page in the language of the request; None when this request has not read it yet."""
    kept: HomePage | None = request_cache.get(request, _HOME_PAGE)
    return kept
