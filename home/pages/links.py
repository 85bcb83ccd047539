"""From a page to its address on the site, and back."""

from dataclasses import dataclass
from urllib.parse import unquote

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, Site

from home.cache.generation import cached_until_published

UrlParts = tuple[int, str, str]


@dataclass(frozen=True)
class Root:
    """Where the pages of a language begin: in the tree, and on the site."""

    site_id: int
    site_url: str
    url_path: str
    address: str


@cached_until_published
def _roots() -> tuple[Root, ...]:
    """Returns where the pages of each language begin; nothing when there are several sites."""
    roots = Site.get_site_root_paths()
    if len({root.site_id for root in roots}) != 1:
        return ()
    found = []
    for root in roots:
        with translation.override(root.language_code):
            address = reverse("wagtail_serve", args=[""])
        found.append(Root(root.site_id, root.root_url, root.root_path, address))
    return tuple(found)


def url_parts_at(url_path: str) -> UrlParts | None:
    """Returns what Wagtail's `get_url_parts` does for the page with this `url_path`, without looking up the site again.

    None where Wagtail has to find out itself: the page is on no site, or there are several.
    """
    root = next((root for root in _roots() if url_path.startswith(root.url_path)), None)
    if root is None:
        return None
    return root.site_id, root.site_url, root.address + url_path.removeprefix(root.url_path)


def path_of(page: Page) -> str:
    """Returns the path of a page's address, without host; empty for a page that is on no site.

    Wagtail's own `url` takes a query for the site when it is given a request, and may hold a host when it is not.
    """
    parts = page.get_url_parts()
    return (parts[2] or "") if parts else ""


def path_at(url_path: str | None) -> str:
    """Returns the path of the address of the page with this `url_path`; empty without one."""
    if not url_path:
        return ""
    parts = url_parts_at(url_path)
    return parts[2] if parts else path_of(Page(url_path=url_path))


def path_in_tree(address: str) -> str:
    """Returns the `url_path` that the page at an address of this site has; empty outside the languages."""
    path = unquote(address.partition("#")[0].partition("?")[0])
    code, _slash, rest = path.strip("/").partition("/")
    for root in Site.get_site_root_paths():  # kept in Django's cache
        if root.language_code == code:
            return str(root.root_path) + (f"{rest}/" if rest else "")
    return ""
