"""From an address to its page, and to what stands around it.

Wagtail looks up every part of the path by itself, then the page, then its restrictions; what the templates ask for
afterwards (trail, list, other languages) is found here in the kept tree of pages. The home page and its menu, which
stand on every page, are kept with their words.
"""

from copy import copy

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page, Site
from wagtail.views import serve as serve_by_wagtail
from wagtail.views import serve_chain

from home.cache import request_cache
from home.cache.generation import cached_until_published
from home.cache.middleware import is_only_read
from home.languages import current_code
from home.pages.alternates import site_of
from home.pages.base import BasePage
from home.pages.closed import closed_paths, open_below
from home.pages.models import HomePage
from home.pages.reserved_slugs import TOP_LEVEL
from home.pages.selectors import load_from_tree, load_pages
from home.pages.tree import tree

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
    home = _home_page_at(top) if top is not None else None
    if top is None or home is None:
        return None
    parts = [part for part in path.split("/") if part]
    line = [top + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) + 1)]
    known = tree()
    here = known.live_at(line[-1])
    if here is None:
        return None
    read: dict[str, BasePage] = {each.url_path: each for each in [home, *home.listing]}
    above = [each for each in map(known.live_at, line[:-1]) if each is not None]
    below = known.live_below(here.path) if parts else []  # what stands below the home page is read
    asked = [here, *(each for each in above if each.url_path not in read), *below]
    found = {each.pk: each for each in load_from_tree(asked)}
    page = found.get(here.pk)
    if page is None or not page.live:
        return None
    read |= {each.url_path: each for each in found.values()}
    page.nothing_is_closed = not closed_paths()
    page.above = [read[each.url_path] for each in above if each.url_path in read]
    page.listing = open_below([found[each.pk] for each in below if each.pk in found], page.path)
    page.versions = open_below(known.live_versions(page.translation_key), page.path)
    home = _with_open_pages(home, page.path)
    if not parts:
        page.listing = home.listing
    request_cache.put(request, _HOME_PAGE, home)
    return page


def home_page_of(request: HttpRequest | None) -> HomePage | None:
    """Returns the home page in the language of the request, with the pages below it that its readers may see.

    None when there is none. Other requests get the same object: nobody changes it.
    """
    kept: HomePage | None = request_cache.get(request, _HOME_PAGE)
    if kept is not None:
        return kept
    top = home_path() or _home_path_of_site(request)
    home = _home_page_at(top) if top else None
    if home is None:
        return None
    home = _with_open_pages(home, home.path)
    if request is not None:
        request_cache.put(request, _HOME_PAGE, home)
    return home


@cached_until_published
def _home_page_at(url_path: str) -> HomePage | None:
    """Returns the live home page at a `url_path` with all live pages below it; its menu stands on every page."""
    below = Q(url_path__startswith=url_path, depth=TOP_LEVEL)
    pages = load_pages(Page.objects.filter(Q(url_path=url_path) | below, live=True).order_by("path"))
    home = next((each for each in pages if each.url_path == url_path), None)
    if not isinstance(home, HomePage):
        return None
    home.listing = [each for each in pages if each is not home]
    return home


def _with_open_pages(home: HomePage, path: str) -> HomePage:
    """Returns the home page as a reader of the page at this tree path sees it: without what is closed to them."""
    listing = open_below(home.listing, path)
    if len(listing) == len(home.listing):
        return home
    seen = copy(home)
    seen.listing = listing
    return seen


def home_path() -> str | None:
    """Returns the `url_path` of the home page in the language of the request; None when there are several sites."""
    roots = Site.get_site_root_paths()  # kept in Django's cache
    if len({root.site_id for root in roots}) != 1:
        return None
    return next((root.root_path for root in roots if root.language_code == current_code()), None)


def _home_path_of_site(request: HttpRequest | None) -> str:
    """Returns the `url_path` of the home page in the language of the request on its site, where there are several."""
    site = site_of(request)
    if site is None:
        return ""
    found = Page.objects.filter(
        translation_key=site.root_page.translation_key, locale__language_code=current_code(), live=True
    )
    return found.values_list("url_path", flat=True).first() or ""
