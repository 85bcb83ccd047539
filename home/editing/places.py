"""Whether a link leads somewhere on this site."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page

from home.editing.links import Kind, Link
from home.links import path_in_tree
from home.models.broken_links import Fault

_ID = re.compile(r"""\s(?:id|name)=["']([^"']+)["']""")
Anchors = Callable[[int], frozenset[str]]


@dataclass(frozen=True)
class Places:
    """What these links could lead to, as it is now."""

    live: dict[int, bool] = field(default_factory=dict)
    """Pages by number, and whether they are published."""
    documents: frozenset[int] = frozenset()
    addresses: dict[str, int] = field(default_factory=dict)
    """Published pages by their address."""
    moved: frozenset[str] = frozenset()
    """Addresses that send on to another one."""


def places_for(links: Iterable[Link]) -> Places:
    """Looks up everything that these links lead to: four queries, however many they are."""
    links = list(links)
    pages = {int(link.target) for link in links if link.kind == Kind.PAGE and link.target.isdigit()}
    documents = {int(link.target) for link in links if link.kind == Kind.DOCUMENT and link.target.isdigit()}
    paths = {slashed(link.path) for link in links if link.kind == Kind.PATH}
    in_tree = {tree: path for path in paths if (tree := path_in_tree(path))}
    return Places(
        live=dict(Page.objects.filter(pk__in=pages).values_list("pk", "live")) if pages else {},
        documents=frozenset(
            get_document_model().objects.filter(pk__in=documents).values_list("pk", flat=True) if documents else ()
        ),
        addresses={
            in_tree[tree]: number
            for tree, number in (
                Page.objects.filter(url_path__in=in_tree, live=True).values_list("url_path", "pk") if in_tree else ()
            )
        },
        moved=frozenset(
            Redirect.objects.filter(old_path__in=[path.rstrip("/") for path in paths]).values_list(
                "old_path", flat=True
            )
            if paths
            else ()
        ),
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
    return None


def _fault_of_path(link: Link, places: Places, anchors: Anchors) -> Fault | None:
    path = slashed(link.path)
    page = places.addresses.get(path)
    if page is not None:
        return Fault.ANCHOR_GONE if link.anchor and link.anchor not in anchors(page) else None
    return None if is_door(link.path) or path.rstrip("/") in places.moved else Fault.PATH_GONE


def is_door(path: str) -> bool:
    """Whether something other than a page answers at this address."""
    if path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
        return True
    code = path.strip("/").split("/")[0]
    with translation.override(code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        try:
            return resolve(path).url_name != "wagtail_serve"
        except Resolver404:
            return False


def anchors_of(page: Page) -> frozenset[str]:
    """The places on a page that a link can jump to, in the page as readers get it."""
    html = page.make_preview_request().content.decode()
    return frozenset(_ID.findall(html))


def slashed(path: str) -> str:
    """The address with one slash at its end."""
    return path.rstrip("/") + "/"
