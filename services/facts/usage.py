"""Where a fact is used, so that nobody changes or deletes a number in texts without seeing where it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.fields import StreamField
from wagtail.models import Page, Revision, TranslatableMixin

from home.languages import languages, source_code
from home.models import BasePage
from home.pages.selectors import page_types

APPS = ("home", "services")


@dataclass(frozen=True)
class Use:
    """A page or row that shows a fact, and in which languages; `draft` when only a draft names it."""

    what: str
    title: str
    languages: tuple[str, ...]
    url: str
    draft: bool = False


def pages_with(slug: str) -> list[BasePage]:
    """Returns the pages whose texts name this fact: each language on its own, without aliases."""
    return [page for model in page_types() for page in _naming(model, *model.word_fields(), slug).filter(alias_of=None)]


def rows_with(slug: str) -> list[models.Model]:
    """Returns the translated rows whose texts name this fact: each language on its own."""
    found: list[models.Model] = []
    for model in apps.get_models():
        translated = issubclass(model, TranslatableMixin) and not issubclass(model, Page)
        if not translated or model._meta.app_label not in APPS:
            continue
        fields = [field for field in model._meta.get_fields() if isinstance(field, models.CharField | models.TextField)]
        streams = [field.name for field in fields if isinstance(field, StreamField)]
        found += _naming(model, [field.name for field in fields if field.name not in streams], streams, slug)
    return found


def uses_of(slug: str) -> list[Use]:
    """Returns every page and row that shows this fact, in its text or by a foreign key."""
    pages = pages_with(slug)
    drafts = [page for page in _drafts_with(slug) if page.pk not in {page.pk for page in pages}]
    return [
        *_together(pages),
        *(Use(*_named(page), (_code(page),), _page_url(page), draft=True) for page in drafts),
        *_together([*rows_with(slug), *_pointing_to(slug)]),
    ]


def _naming(model: type[models.Model], texts: Iterable[str], streams: Iterable[str], slug: str) -> QuerySet[Any]:
    needle = f"{{fact:{slug}}}"
    rows = model._default_manager.all()
    wanted = Q(pk__in=[])
    for name in texts:
        wanted |= Q(**{f"{name}__contains": needle})
    for name in streams:
        rows = rows.annotate(**{f"{name}_text": Cast(name, TextField())})
        wanted |= Q(**{f"{name}_text__contains": needle})
    return rows.filter(wanted)


def _drafts_with(slug: str) -> QuerySet[Page]:
    revisions = Revision.objects.annotate(text=Cast("content", TextField())).filter(text__contains=f"{{fact:{slug}}}")
    return Page.objects.filter(alias_of=None, latest_revision__in=revisions)


def _pointing_to(slug: str) -> Iterator[models.Model]:
    """Yields the rows with a foreign key to this fact, or with it in a list."""
    fact = apps.get_model("services", "Fact")._default_manager.filter(slug=slug).first()
    if fact is None:
        return
    for relation in fact._meta.related_objects:
        yield from relation.related_model._default_manager.filter(**{relation.field.name: fact})


def _together(rows: Iterable[models.Model]) -> list[Use]:
    """Returns one use per page or row for all its languages, with its title in the source language."""
    by_key: dict[object, list[models.Model]] = defaultdict(list)
    for row in rows:
        by_key[getattr(row, "translation_key", None) or (type(row), row.pk)].append(row)
    order = [language.code for language in languages()]
    found = []
    for group in by_key.values():
        codes = {code for row in group if (code := _code(row))}
        first = next((row for row in group if _code(row) == source_code()), group[0])
        found.append(Use(*_named(first), tuple(code for code in order if code in codes), _url(first)))
    return found


def _named(row: models.Model) -> tuple[str, str]:
    """Returns the kind of a page or row, and its title."""
    return str(row._meta.verbose_name), str(getattr(row, "title", "") or row)


def _code(row: models.Model) -> str:
    locale = getattr(row, "locale", None)
    return str(locale.language_code) if locale else ""


def _url(row: models.Model) -> str:
    return _page_url(row) if isinstance(row, Page) else AdminURLFinder().get_edit_url(row) or ""


def _page_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
