"""Every published page with texts of its own, with its other languages: the sitemap for search engines."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import F
from wagtail.models import Page

from home.languages import source_code
from home.pages.closed import open_to_all
from home.pages.links import path_of


@dataclass(frozen=True)
class Translation:
    """The address of a page in one language."""

    language: str
    address: str


@dataclass(frozen=True)
class SitemapEntry:
    """The address of a page, the moment of its last publication, and its address in each language it was written in."""

    address: str
    changed: datetime | None
    translations: tuple[Translation, ...]


def published_pages() -> list[SitemapEntry]:
    """Returns all published pages in the order of the tree, without those that show the texts of another language."""
    offered = dict(settings.LANGUAGES)
    # The root of the tree is no page of the site.
    pages = open_to_all(Page.objects.live()).filter(depth__gt=1).annotate(language=F("locale__language_code"))
    written = [
        page
        for page in pages.only("url_path", "translation_key", "alias_of", "last_published_at").order_by("path")
        if page.language in offered and (page.alias_of_id is None or page.language == source_code())
    ]
    versions: dict[object, list[Translation]] = defaultdict(list)
    addresses = {page.pk: f"{settings.BASE_URL}{path_of(page)}" for page in written}
    for page in written:
        versions[page.translation_key].append(Translation(page.language, addresses[page.pk]))
    return [
        SitemapEntry(addresses[page.pk], page.last_published_at, tuple(versions[page.translation_key]))
        for page in written
    ]
