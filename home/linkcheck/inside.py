"""Whether a link leads somewhere on this site."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from home.files.views import closed_by, is_sound
from home.linkcheck.links import Link, LinkKind
from home.linkcheck.models import LinkFault
from home.pages.address_check import door_answers, slashed
from home.pages.links import path_in_tree
from home.pages.redirects import destination_of

_ID = re.compile(r"""\s(?:id|name)=["']([^"']+)["']""")
Anchors = Callable[[int], frozenset[str]]


@dataclass(frozen=True)
class Places:
    """What links of the site can lead to at this moment."""

    live: dict[int, bool] = field(default_factory=dict)
    """Whether a page is published, by its number."""
    documents: dict[int, bool] = field(default_factory=dict)
    """Whether readers get a document, by its number."""
    addresses: dict[str, int] = field(default_factory=dict)
    """The numbers of published pages, by their address."""
    answering: frozenset[str] = frozenset()
    """Addresses at which something else answers: a door, a file, or a redirect that leads somewhere."""


def places_for(links: Iterable[Link]) -> Places:
    """Returns the places that these links lead to. A path at which no page stands is requested, to see what answers."""
    links = list(links)
    site = Site.objects.filter(is_default_site=True).first()
    pages = {int(link.target) for link in links if link.kind == LinkKind.PAGE and link.target.isdigit()}
    documents = {int(link.target) for link in links if link.kind == LinkKind.DOCUMENT and link.target.isdigit()}
    paths = {slashed(link.path) for link in links if link.kind == LinkKind.PATH}
    in_tree = defaultdict(set)
    for path in paths:
        in_tree[path_in_tree(path)].add(path)
    in_tree.pop("", None)
    published = dict(Page.objects.filter(url_path__in=in_tree, live=True).values_list("url_path", "pk"))
    addresses = {path: number for tree, number in published.items() for path in in_tree[tree]}
    others = {link.path for link in links if link.kind == LinkKind.PATH and slashed(link.path) not in addresses}
    return Places(
        live=dict(Page.objects.filter(pk__in=pages).values_list("pk", "live")) if pages else {},
        documents={
            found.pk: is_sound(found) and not closed_by(found)
            for found in get_document_model().objects.filter(pk__in=documents).select_related("collection")
        },
        addresses=addresses,
        answering=frozenset(path for path in others if door_answers(path) or destination_of(path, site) is not None),
    )


def fault_of(link: Link, places: Places, anchors: Anchors, own: frozenset[str]) -> LinkFault | None:
    """Returns what is wrong with a link inside the site; None when nothing is.

    `own` are the anchors of its own page.
    """
    if link.kind == LinkKind.PAGE:
        live = places.live.get(int(link.target)) if link.target.isdigit() else None
        return None if live else LinkFault.PAGE_OFF if live is False else LinkFault.PAGE_GONE
    if link.kind == LinkKind.DOCUMENT:
        given = places.documents.get(int(link.target)) if link.target.isdigit() else None
        return None if given else LinkFault.DOCUMENT_OFF if given is False else LinkFault.DOCUMENT_GONE
    if link.kind == LinkKind.ANCHOR:
        return None if link.anchor in own else LinkFault.ANCHOR_GONE
    if link.kind == LinkKind.PATH:
        return _fault_of_path(link, places, anchors)
    return LinkFault.UNCLEAR if link.kind == LinkKind.UNCLEAR else None


def _fault_of_path(link: Link, places: Places, anchors: Anchors) -> LinkFault | None:
    path = slashed(link.path)
    page = places.addresses.get(path)
    if page is not None:
        return LinkFault.ANCHOR_GONE if link.anchor and link.anchor not in anchors(page) else None
    return None if link.path in places.answering else LinkFault.PATH_GONE


def anchors_of(page: Page) -> frozenset[str]:
    """Returns the anchors of a page, to which a link can jump, from its HTML as readers get it."""
    html = page.make_preview_request().content.decode()
    return frozenset(_ID.findall(html))
