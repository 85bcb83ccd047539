"""The only writer of the search index: it holds the words of published pages and of no others.

Always read from the database, never from an object in memory: that may hold the words of a draft.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from wagtail.models import Locale, Page

from home.pages.base import BasePage
from home.pages.selectors import page_types
from home.search.models import SearchEntry
from home.text.facts import FACT
from home.text.normalise import index_of
from home.text.running_text import texts_in

_follows: ContextVar[bool] = ContextVar("search_follows", default=True)
WORDS = ("language", "title", "summary", "body")


@transaction.atomic
def rebuild() -> int:
    """Makes every entry again. Returns how many there are."""
    SearchEntry.objects.exclude(page__live=True).delete()
    return _write(None)


@contextmanager
def rebuilt_afterwards() -> Iterator[None]:
    """Stops the index from following each change inside it, and rebuilds it as a whole at the end."""
    token = _follows.set(False)
    try:
        yield
    finally:
        _follows.reset(token)
    rebuild()


@transaction.atomic
def refresh(numbers: Collection[int]) -> None:
    """Updates the entries of these pages after they changed, and deletes those of pages that are not live."""
    if not _follows.get():
        return
    SearchEntry.objects.filter(page_id__in=numbers).exclude(page__live=True).delete()
    _write(numbers)


def _write(numbers: Collection[int] | None) -> int:
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    entries = []
    for model in page_types() if numbers is None else _types_of(numbers):
        pages = model._default_manager.filter(live=True)
        if numbers is not None:
            pages = pages.filter(pk__in=numbers)
        entries += [_entry(page, languages[page.locale_id]) for page in pages]
    SearchEntry.objects.bulk_create(
        entries, batch_size=200, update_conflicts=True, unique_fields=["page"], update_fields=WORDS
    )
    return len(entries)


def _types_of(numbers: Collection[int]) -> set[type[BasePage]]:
    """Returns the types of these pages: one query that saves one per type of page there is."""
    labels = Page.objects.filter(pk__in=numbers).values_list("content_type__model", flat=True)
    names = set(labels)
    return {model for model in page_types() if model._meta.model_name in names}


def _entry(page: BasePage, language: str) -> SearchEntry:
    return SearchEntry(
        page_id=page.pk,
        language=language,
        title=index_of(page.title),
        summary=index_of(FACT.sub(" ", page.summary)),
        body=index_of(FACT.sub(" ", " ".join(_body(page)))),
    )


def _body(page: BasePage) -> list[str]:
    """Returns the rest of its texts: blocks and rich text, without the notes of editors."""
    texts, streams = page.word_fields()
    rest = [name for name in texts if name not in {"title", "summary", "slug", *page.SOURCE_LANGUAGE_FIELDS}]
    found = [text for name in rest for text in texts_in(getattr(page, name) or "")]
    return found + [text for name in streams for text in texts_in(list(getattr(page, name).raw_data))]
