"""Pages of every type, with all that is needed to print them, in one query."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import F, QuerySet
from wagtail.models import Page

from home.languages import source_code
from home.translation.states import Followed

if TYPE_CHECKING:
    from home.pages.base import BasePage


@cache
def page_types() -> "tuple[type[BasePage], ...]":
    """Every type of page of the site."""
    from home.pages.base import BasePage  # which is written in terms of `together`

    return tuple(model for model in apps.get_models() if issubclass(model, BasePage))


def together(pages: QuerySet[Page]) -> "list[BasePage]":
    """These pages, each as what it is, with its rows and knowing the language of its words.

    Wagtail's own `specific()` takes a query per type, and the language and the rows another three. What the query was
    annotated with goes along.
    """
    types = {str(model._meta.model_name): model for model in page_types()}
    rows = [f"{name}__{row}" for name, model in types.items() for row in model.ROWS]
    noted = tuple(pages.query.annotations)
    found = pages.select_related("locale", *types, *rows).annotate(
        language_of_origin=F("alias_of__locale__language_code"),
        followed_words=F("source_words__words"),
        followed_since=F("source_words__since"),
    )
    return [own for page in found if (own := _own(page, types, noted)) is not None]


def _own(page: Page, names: Iterable[str], noted: Iterable[str]) -> "BasePage | None":
    """The page as what it is; nothing for a page of Wagtail itself, such as the root of the tree."""
    own: BasePage | None = next((found for name in names if (found := getattr(page, name, None))), None)
    if own is None:
        return None
    for name in noted:
        setattr(own, name, getattr(page, name))
    own.locale = page.locale
    language: str = page.locale.language_code
    own.words_language = (language != source_code() and page.language_of_origin) or language
    own.followed = Followed(page.followed_words or "", page.followed_since)
    return own
