"""Pages of every type, read in one query with all that is needed to print them."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from django.apps import apps
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

    Wagtail's own `specific()` takes a query per type, and the language and the rows another three. Annotations of the
    query are set on the pages too.
    """
    types = {str(model._meta.model_name): model for model in page_types()}
    rows = [f"{name}__{row}" for name, model in types.items() for row in model.ROWS]
    noted = tuple(pages.query.annotations)
    found = pages.select_related("locale", *types, *rows).annotate(
        language_of_origin=F("alias_of__locale__language_code"),
        followed_digest=F("followed_source__digest"),
        followed_since=F("followed_source__since"),
    )
    return [own for page in found if (own := _own(page, types, noted)) is not None]


def _own(page: Page, names: Iterable[str], noted: Iterable[str]) -> PageFields | None:
    """Returns the page as its own type; None for a page of no type of ours, such as the root of the tree."""
    own: PageFields | None = next((found for name in names if (found := getattr(page, name, None))), None)
    if own is None:
        return None
    for name in noted:
        setattr(own, name, getattr(page, name))
    own.locale = page.locale
    language: str = page.locale.language_code
    own.words_language = (language != source_code() and page.language_of_origin) or language
    own.followed = FollowedVersion(page.followed_digest or "", page.followed_since)
    return own


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
