"""Where every page of the site stands: kept until something is published, because each page needs it of many others.

A page asks it for its trail, its list, its other languages and the addresses of its links. The database is then asked
only for the words of the pages that are shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from wagtail.models import Page

from home.cache.generation import cached_until_published
from home.languages import current_code, source_code
from home.pages.links import path_at

STEP = Page.steplen


@dataclass(frozen=True)
class PageInTree:
    """A page without its words: where it stands, in which language, and which version of the source it follows."""

    pk: int
    content_type_id: int
    path: str
    depth: int
    url_path: str
    live: bool
    translation_key: UUID
    language: str
    language_of_origin: str | None
    """Of the page that it is an alias of; None for a page that is no alias."""
    digest: str | None
    since: datetime | None

    @property
    def words_language(self) -> str:
        """Returns the code of the language its texts are in: that of the page it is an alias of, else its own."""
        return (self.language != source_code() and self.language_of_origin) or self.language

    @property
    def is_fallback(self) -> bool:
        """Returns whether it has no translation and shows the texts of a page in another language."""
        return self.words_language != self.language

    @cached_property
    def url(self) -> str:
        """Returns the path of its address; empty for a page that is on no site."""
        return path_at(self.url_path)


def read_tree(pages: QuerySet[Page], *more: str) -> list[tuple[PageInTree, dict[str, Any]]]:
    """Returns these pages as they stand in the tree, in the order of the query; one query.

    `more` are fields or annotations of the query, returned beside each page by their name.
    """
    rows = pages.annotate(
        language=F("locale__language_code"),
        language_of_origin=F("alias_of__locale__language_code"),
        digest=F("followed_source__digest"),
        since=F("followed_source__since"),
    ).values_list(*PageInTree.__dataclass_fields__, *more)
    own = len(PageInTree.__dataclass_fields__)
    return [(PageInTree(*row[:own]), dict(zip(more, row[own:], strict=True))) for row in rows]


class Tree:
    """All pages of the site, and the ways to find one."""

    def __init__(self, pages: Iterable[PageInTree]) -> None:
        """Takes the pages in the order of the tree."""
        self.by_number: dict[int, PageInTree] = {}
        self._live_at: dict[str, PageInTree] = {}
        self._live_below: dict[str, list[PageInTree]] = defaultdict(list)
        self._live_versions: dict[UUID, list[PageInTree]] = defaultdict(list)
        for page in pages:
            self.by_number[page.pk] = page
            if page.live:
                self._live_at[page.url_path] = page
                self._live_below[page.path[:-STEP]].append(page)
                self._live_versions[page.translation_key].append(page)

    def live_at(self, url_path: str) -> PageInTree | None:
        """Returns the live page at a `url_path`; None when there is none."""
        return self._live_at.get(url_path)

    def live_below(self, path: str) -> list[PageInTree]:
        """Returns the live pages directly below the page at a tree path, in order."""
        return self._live_below.get(path, [])

    def live_versions(self, key: UUID) -> list[PageInTree]:
        """Returns the live pages with this translation key, in every language."""
        return self._live_versions.get(key, [])


@cached_until_published
def tree() -> Tree:
    """Returns all pages of the site as they are published now."""
    # The root of the tree is no page of the site.
    return Tree(page for page, _more in read_tree(Page.objects.filter(depth__gt=1).order_by("path")))


def addresses_of(numbers: Iterable[int]) -> Mapping[int, str]:
    """Returns the addresses of these pages by number: in the language of the request, else in the page's own.

    The address is empty for a page that is not live in either, or that does not exist.
    """
    known, code = tree(), current_code()
    found = {}
    for number in numbers:
        page = known.by_number.get(number)
        versions = known.live_versions(page.translation_key) if page else []
        target = next((each for each in versions if each.language == code), page)
        found[number] = target.url if target is not None and target.live else ""
    return found
