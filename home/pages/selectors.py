"""Pages of every type, read with all that is needed to print them."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet, prefetch_related_objects
from wagtail.models import Locale, Page

from home.languages import locales, source_code
from home.pages.fields import PageFields
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
    found = list(
        pages.annotate(
            language_of_origin=F("alias_of__locale__language_code"),
            followed_digest=F("followed_source__digest"),
            followed_since=F("followed_source__since"),
        ).values("pk", "content_type_id", "language_of_origin", "followed_digest", "followed_since", *noted)
    )
    by_type: dict[int, list[int]] = {}
    for row in found:
        by_type.setdefault(row["content_type_id"], []).append(row["pk"])
    loaded: dict[int, PageFields] = {}
    for model in page_types():
        numbers = by_type.get(ContentType.objects.get_for_model(model).pk)
        if numbers:
            loaded |= model._default_manager.order_by().select_related("locale", *model.ROWS).in_bulk(numbers)
    for row in found:
        if row["pk"] in loaded:
            _set_what_was_found(loaded[row["pk"]], row, noted)
    return [loaded[row["pk"]] for row in found if row["pk"] in loaded]


def _set_what_was_found(page: PageFields, row: dict[str, Any], noted: Iterable[str]) -> None:
    """Sets on the page its annotations, the language of its words and the version of the source that it follows."""
    for name in noted:
        setattr(page, name, row[name])
    language: str = page.locale.language_code
    page.words_language = (language != source_code() and row["language_of_origin"]) or language
    page.followed = FollowedVersion(row["followed_digest"] or "", row["followed_since"])


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
