"""Pages that are closed to the public: what an editor closed in the source language is closed in every language."""

from django.db.models import Q, QuerySet
from wagtail.models import Page, PageViewRestriction

from home.generation import kept
from home.languages import source_code


def open_to_all(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of these pages that everybody may read.

    Wagtail's own `public()` looks in one tree only: a page closed in Dutch would be found in Arabic.
    """
    closed = Q()
    for path in kept("closed_paths", _closed_paths):
        closed |= Q(path__startswith=path)
    return pages.exclude(closed) if closed else pages


def _closed_paths() -> tuple[str, ...]:
    """Where in the tree the closed pages stand; what stands below them is closed too."""
    closed = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page"))
    everywhere = closed.filter(locale__language_code=source_code()).values("translation_key")
    found = Page.objects.filter(Q(pk__in=closed.values("pk")) | Q(translation_key__in=everywhere))
    return tuple(found.values_list("path", flat=True))
