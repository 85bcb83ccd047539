"""Pages that are closed to the public: what an editor closed in the source language is closed in every language."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Q, QuerySet
from wagtail.models import Page, PageViewRestriction

from home.cache.generation import cached_until_published
from home.languages import source_code

SomePage = TypeVar("SomePage", bound=Page)


def open_to_all(pages: QuerySet[SomePage]) -> QuerySet[SomePage]:
    """Returns the pages that everybody may read.

    Wagtail's own `public()` looks in one tree only: a page closed in Dutch would be found in Arabic.
    """
    closed = Q()
    for path in closed_paths():
        closed |= Q(path__startswith=path)
    return pages.exclude(closed) if closed else pages


def open_below(pages: Iterable[SomePage], above: str = "") -> list[SomePage]:
    """Returns the pages that a reader of the page at the path `above` may read too."""
    closed = [path for path in closed_paths() if not above.startswith(path)]
    return [page for page in pages if not page.path.startswith(tuple(closed))]


@cached_until_published
def closed_paths() -> tuple[str, ...]:
    """Returns the tree paths of the closed pages; what stands below them is closed too."""
    closed = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page"))
    everywhere = closed.filter(locale__language_code=source_code()).values("translation_key")
    found = Page.objects.filter(Q(pk__in=closed.values("pk")) | Q(translation_key__in=everywhere))
    return tuple(found.values_list("path", flat=True))
