"""Finds the pages that belong together: one in the source language, and the same page in the others."""

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization

from home.languages import source_code
from home.translation.withdrawn import Withdrawn

HOME_LEVEL = 2
"""Depth in the tree of the home pages, one per language: each keeps a slug and a place of its own."""


def source_locale_id() -> int | None:
    """Returns the id of the locale of the source language; None in a database without content."""
    return Locale.objects.filter(language_code=source_code()).values_list("pk", flat=True).first()


def leads(page: Page) -> bool:
    """Returns whether this page is in the source language, which the others follow; False for the root of the tree."""
    return page.depth != 1 and page.locale_id == source_locale_id()


def source_of(page: Page) -> Page | None:
    """Returns the page in the source language that this one follows; None when there is none."""
    pages = Page.objects.filter(translation_key=page.translation_key, locale__language_code=source_code())
    return pages.exclude(pk=page.pk).first()


def followers(source: Page) -> QuerySet[Page]:
    """Returns the same page in the other languages; `withdrawn_alone` tells whether one was taken offline by itself."""
    others = Page.objects.filter(translation_key=source.translation_key).exclude(locale_id=source.locale_id)
    off = Exists(Withdrawn.objects.filter(page=OuterRef("pk")))
    return others.annotate(withdrawn_alone=off).select_related("locale")


def following_locales(source: Page) -> QuerySet[Locale]:
    """Returns the locales whose tree is kept in step with that of the source."""
    kept = LocaleSynchronization.objects.filter(sync_from_id=source.locale_id)
    return Locale.objects.filter(pk__in=kept.values("locale_id"))


def twin_in(source: Page, locale_id: int) -> Page | None:
    """Returns the same page in this language; None when there is none."""
    found: Page | None = Page.objects.filter(translation_key=source.translation_key, locale_id=locale_id).first()
    return found
