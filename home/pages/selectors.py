"""Pages of every type, read with all that is needed to print them."""

from collections.abc import Collection
from functools import cache
from typing import TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet, prefetch_related_objects
from wagtail.models import Locale, Page

from home.languages import locales, source_code
from home.pages.fields import PageFields
from home.pages.tree import PageInTree, read_tree
from home.translation.states import FollowedVersion

Pages = TypeVar("Pages", bound=PageFields)


@cache
def page_types() -> tuple[type[PageFields], ...]:
    """Returns the models of all types of page of the site."""
    return tuple(model for model in apps.get_models() if issubclass(model, PageFields))


def load_pages(pages: QuerySet[Page]) -> list[PageFields]:
    """Returns these pages, each as its own type, with the rows it points to and the language of its texts.

    One query finds them, and one per type reads them: Django takes longer to write a single query with the columns of
    every type than the database takes for all of these. Annotations of the query are set on the pages too. A page that
    is deleted between the queries is left out, as is one of no type of ours, such as the root of the tree.
    """
    noted = tuple(pages.query.annotations)
    found = read_tree(pages, *noted)
    loaded = _load([page for page, _noted in found])
    for page, annotations in found:
        for name, value in annotations.items():
            if page.pk in loaded:
                setattr(loaded[page.pk], name, value)
    return list(loaded.values())


def load_from_tree(pages: Collection[PageInTree]) -> list[PageFields]:
    """Returns these pages of the kept tree as `load_pages` does, without the query that finds them."""
    return list(_load(pages).values())


def _load(pages: Collection[PageInTree]) -> dict[int, PageFields]:
    """Returns these pages with their words by number, in the same order."""
    by_type: dict[int, list[int]] = {}
    for page in pages:
        by_type.setdefault(page.content_type_id, []).append(page.pk)
    words: dict[int, PageFields] = {}
    for model in page_types():
        numbers = by_type.get(ContentType.objects.get_for_model(model).pk)
        if numbers:
            words |= model._default_manager.order_by().select_related("locale", *model.ROWS).in_bulk(numbers)
    loaded = {page.pk: words[page.pk] for page in pages if page.pk in words}
    for page in pages:
        if page.pk in loaded:
            loaded[page.pk].words_language = page.words_language
            loaded[page.pk].followed = FollowedVersion(page.digest or "", page.since)
    return loaded


def fill_pages(pages: list[Pages], known: dict[int, Locale] | None = None) -> list[Pages]:
    """Returns the same loaded pages, with locales, languages and rows added by one query each for all of them."""
    known = locales() if known is None else known
    for page in pages:
        page.locale = known[page.locale_id]
    aliases = [page for page in pages if page.alias_of_id and page.locale.language_code != source_code()]
    origins: dict[int, int] = {}
    if aliases:
        numbers = {page.alias_of_id for page in aliases}
        origins = dict(Page.objects.filter(pk__in=numbers).values_list("pk", "locale_id"))
    for page in pages:
        origin = origins.get(page.alias_of_id or 0) or page.locale_id
        page.words_language = known[int(origin)].language_code
    for model in {type(page) for page in pages if page.ROWS}:
        prefetch_related_objects([page for page in pages if type(page) is model], *model.ROWS)
    return pages
