"""Whether a link leads somewhere on this site."""

import logging
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from wagtail.coreutils import get_dummy_request
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from home.editing.links import Kind, Link
from home.links import path_in_tree
from home.models.broken_links import Fault
from home.sending_on import destination_of

_ID = re.compile(r"""\s(?:id|name)=["']([^"']+)["']""")
logger = logging.getLogger(__name__)
STAFF = "/beheer/"
Anchors = Callable[[int], frozenset[str]]


@dataclass(frozen=True)
class Places:
    """What these links could lead to, as it is now."""

    live: dict[int, bool] = field(default_factory=dict)
    """Pages by number, and whether they are published."""
    documents: frozenset[int] = frozenset()
    addresses: dict[str, int] = field(default_factory=dict)
    """Published pages by their address."""
    answering: frozenset[str] = frozenset()
    """Addresses at which something else answers: a door, a file, or a redirect that leads somewhere."""


def places_for(links: Iterable[Link]) -> Places:
    """Looks up everything that these links lead to; only what stands in no page is asked for by itself."""
    links = list(links)
    site = Site.objects.filter(is_default_site=True).first()
    pages = {int(link.target) for link in links if link.kind == Kind.PAGE and link.target.isdigit()}
    documents = {int(link.target) for link in links if link.kind == Kind.DOCUMENT and link.target.isdigit()}
    paths = {slashed(link.path) for link in links if link.kind == Kind.PATH}
    in_tree = defaultdict(set)
    for path in paths:
        in_tree[path_in_tree(path)].add(path)
    in_tree.pop("", None)
    published = dict(Page.objects.filter(url_path__in=in_tree, live=True).values_list("url_path", "pk"))
    addresses = {path: number for tree, number in published.items() for path in in_tree[tree]}
    others = {link.path for link in links if link.kind == Kind.PATH and slashed(link.path) not in addresses}
    return Places(
        live=dict(Page.objects.filter(pk__in=pages).values_list("pk", "live")) if pages else {},
        documents=frozenset(
            get_document_model().objects.filter(pk__in=documents).values_list("pk", flat=True) if documents else ()
        ),
        addresses=addresses,
        answering=frozenset(path for path in others if answers(path) or destination_of(path, site) is not None),
    )


def fault_of(link: Link, places: Places, anchors: Anchors, own: frozenset[str]) -> Fault | None:
    """What is wrong with a link inside the site; `own` are the places on the page that it stands on."""
    if link.kind == Kind.PAGE:
        live = places.live.get(int(link.target)) if link.target.isdigit() else None
        return None if live else Fault.PAGE_OFF if live is False else Fault.PAGE_GONE
    if link.kind == Kind.DOCUMENT:
        present = link.target.isdigit() and int(link.target) in places.documents
        return None if present else Fault.DOCUMENT_GONE
    if link.kind == Kind.ANCHOR:
        return None if link.anchor in own else Fault.ANCHOR_GONE
    if link.kind == Kind.PATH:
        return _fault_of_path(link, places, anchors)
    return Fault.UNCLEAR if link.kind == Kind.UNCLEAR else None


def _fault_of_path(link: Link, places: Places, anchors: Anchors) -> Fault | None:
    path = slashed(link.path)
    page = places.addresses.get(path)
    if page is not None:
        return Fault.ANCHOR_GONE if link.anchor and link.anchor not in anchors(page) else None
    return None if link.path in places.answering else Fault.PATH_GONE


def answers(path: str) -> bool:
    """Whether something other than a page answers at this address: it is asked, as a reader would.

    The screens of staff are not: they ask who wants to know.
    """
    path = unquote(path)
    if path.startswith(settings.STATIC_URL):
        return finders.find(path.removeprefix(settings.STATIC_URL)) is not None
    code = path.strip("/").split("/")[0]
    with translation.override(code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        for asked in dict.fromkeys([path, slashed(path)]):
            try:
                found = resolve(asked)
            except Resolver404:
                continue
            if found.url_name != "wagtail_serve":
                return asked.startswith(STAFF) or _asked(asked, found)
    return False


def _asked(path: str, found: ResolverMatch) -> bool:
    request = get_dummy_request(path=path)
    # Nothing is made that whoever has it already would not be sent: a poster takes seconds.
    request.META |= {"HTTP_IF_NONE_MATCH": "*", "HTTP_HOST": urlsplit(settings.BASE_URL).netloc}
    request.resolver_match = found
    try:
        response = found.func(request, *found.args, **found.kwargs)
    except Http404:
        return False
    except Exception:  # something is there, and it is no fault of the link
        logger.exception("link checker: %s failed", found.view_name)
        return True
    # Not `response.close()`: that says that a request has ended, which ends the connection of who asks here.
    file = getattr(response, "file_to_stream", None)
    if file is not None:
        file.close()
    return response.status_code not in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


def anchors_of(page: Page) -> frozenset[str]:
    """The places on a page that a link can jump to, in the page as readers get it."""
    html = page.make_preview_request().content.decode()
    return frozenset(_ID.findall(html))


def slashed(path: str) -> str:
    """The address with one slash at its end."""
    return path.rstrip("/") + "/"
