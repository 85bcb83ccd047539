"""Applies the rules of the admin to what was just written, before any of it is kept.

Some rules need the rows around a row, or the whole page: which rows may be chosen, which words are taken, how many
blocks there may be, whether a link leads anywhere. The models themselves apply them, after everything was written and
before the transaction ends.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.fields import StreamField

from home.editing.ready import missing
from home.models import BasePage
from home.pages.address_check import door_answers
from services.content.kinds import KINDS, RowKind
from services.content.read.field_rules import faults_in
from services.content.read.pages import PageFile
from services.content.read.rows import Rows
from services.content.read.schema import SOURCE
from services.content.read.snippets import SnippetFile
from services.content.read.values import link_attributes
from services.content.read.words import texts_in
from services.content.write.pages import Tree
from services.yaml_files.documents import Fault


def faults_of_rows(rows: Rows) -> Iterator[Fault]:
    """Yields a fault for each row that points to one which an editor could not have chosen."""
    for kind in KINDS:
        standing = {row.slug: row for row in rows.of(kind.name)}
        for field, outside in _beyond_limits(kind) if standing else ():
            for name, chosen in outside:
                row = standing.get(str(name))
                if row is not None:
                    yield row.document.fault(f"{chosen} cannot be chosen here", *row.place, field)


def faults_of_snippets(snippets: Mapping[str, Iterable[SnippetFile]], written: Collection[str]) -> Iterator[Fault]:
    """Yields what the models refuse about the snippets that were written, in every language."""
    for name, files in snippets.items():
        for file in files:
            standing = file.kind.model._default_manager.filter(**{file.kind.slug_of: file.slug})
            kinds = {code: name if code == SOURCE else f"{name}:{code}" for code in file.words}
            told = [code for code, kind in kinds.items() if f"{kind} {file.slug}" in written]
            for snippet in standing.filter(locale__language_code__in=told).select_related("locale") if told else ():
                document = file.documents[snippet.locale.language_code]
                for field, message in faults_in(snippet.clean, snippet):
                    yield document.fault(message, file.slug, *([field] if field in file.kind.words else []))


def faults_of_pages(files: Mapping[str, PageFile], tree: Tree) -> Iterator[Fault]:
    """Yields a fault for whatever would have kept an editor from publishing a Dutch page that was written."""
    with translation.override("en"):
        for key in files:
            if key in tree.changed:
                page = type(tree.pages[key])._default_manager.get(pk=tree.pages[key].pk)
                for name, message in _faults_of_page(page):
                    yield files[key].document.fault(message, *(("words", name) if name else ("words",)))


def faults_of_doors(files: Mapping[str, PageFile]) -> Iterator[Fault]:
    """Yields a fault for each link to a `door:` at which nothing answers.

    A door without parameters in its path exists for certain and is not requested: that would make its page.
    """
    known: dict[str, bool] = {}
    for page in files.values():
        for place, text in texts_in(page.words[SOURCE]):
            for target in (target for leaf in text.leaves for target in leaf.targets if target.startswith("door:")):
                path = link_attributes(target, {})["href"]
                if path not in known:
                    known[path] = _is_door(path)
                if not known[path]:
                    yield page.document.fault(f"nothing answers at {target}", "words", *place)


def _is_door(path: str) -> bool:
    with translation.override(SOURCE):
        try:
            found = resolve(path.removesuffix("/") if "." in path.rstrip("/").rpartition("/")[2] else path)
        except Resolver404:
            return False
    if found.url_name == "wagtail_serve":
        return False
    return not found.kwargs or door_answers(path.rstrip("/"))


def _beyond_limits(kind: RowKind) -> Iterator[tuple[str, Iterable[tuple[Any, Any]]]]:
    """Yields each field of this kind that limits what can be chosen, with the rows that point outside the limit."""
    fields: Iterable[Any] = (*kind.model._meta.concrete_fields, *kind.model._meta.many_to_many)
    for field in fields:
        limit = field.get_limit_choices_to() if field.remote_field else None
        if limit:
            others = field.remote_field.model._default_manager
            outside = others.exclude(pk__in=others.complex_filter(limit).values("pk"))
            chosen = kind.model._default_manager.filter(**{f"{field.name}__in": outside})
            yield field.name, chosen.values_list(kind.named_by, f"{field.name}__slug")


def _faults_of_page(page: BasePage) -> Iterator[tuple[str, str]]:
    yield from faults_in(page.clean, page)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _faults_of_stream(field, page)
    yield from ((name, "must be filled in before residents may read the page") for name in missing(page))


def _faults_of_stream(field: Any, page: models.Model) -> Iterator[tuple[str, str]]:
    look: Callable[[Any], Any] = field.stream_block.clean
    try:
        look(getattr(page, field.name))
    except ValidationError as problem:
        yield field.name, " ".join(_messages(problem))


def _messages(problem: ValidationError) -> Iterator[str]:
    """Yields every message in a ValidationError of blocks, however deep it stands."""
    inside = [*(getattr(problem, "block_errors", None) or {}).values()]
    inside += [error for error in [getattr(problem, "non_block_errors", None)] if error]
    for part in inside:
        yield from _messages(part) if isinstance(part, ValidationError) else map(str, part)
    if not inside:
        yield from map(str, problem.messages)
