"""Page files: read, and checked against the models before anything is written."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from home.models import BasePage
from home.pages.reserved_slugs import TOP_LEVEL, refusal
from services.content.kinds.kind import whole_number
from services.content.read import schema
from services.content.read.compare import compare
from services.content.read.field_rules import SLUG, faults_of_fields
from services.content.read.schema import SOURCE
from services.content.read.words import Words, read_words, texts_in
from services.yaml_files.documents import Document, Report, file_hash, read
from services.yaml_files.flags import flag

PLACES = {"slug": ("page", "slug"), "source_note": ("source",), "content_key": ()}
_KEY = re.compile(r"[\w-]+")
"""The names of a page that a link (`page:wonen`) can have."""


@dataclass
class PageFile:
    """One page, in all languages in which it was written."""

    key: str
    folder: Path
    model: type[BasePage]
    parent: str
    slug: str
    order: int
    in_menu: bool
    rows: dict[str, str]
    source: str
    document: Document
    words: dict[str, Words] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """Returns the hash of the Dutch file."""
        return self.document.hash

    def translation_hash(self, language: str) -> str:
        """Returns the hash of a translation together with the Dutch file."""
        return file_hash(self.folder / f"{SOURCE}.yaml", self.folder / f"{language}.yaml")


def read_pages(folder: Path, languages: list[str], report: Report) -> dict[str, PageFile]:
    """Returns every page by its key, parents before children; reports whatever is wrong."""
    pages: dict[str, PageFile] = {}
    for place in sorted(folder.iterdir()) if folder.is_dir() else []:
        source = place / f"{SOURCE}.yaml"
        if not source.is_file():
            if place.is_dir() and not place.name.startswith("."):
                report(Document(place).fault(f"there is no {SOURCE}.yaml"))
            continue
        page = _page(place.name, place, read(source, report), report)
        if page is None:
            continue
        pages[page.key] = page
        _check_head(page, report)
        page.words[SOURCE] = read_words(page.model, page.document, report)
        for path in sorted(place.glob("*.yaml")):
            if path.stem == SOURCE:
                continue
            if path.stem not in languages:  # one that this site does not offer; `unread` tells of what is none
                continue
            document = read(path, report)
            if document.broken:
                continue
            page.words[path.stem] = read_words(page.model, document, report)
            compare(page.words[SOURCE], page.words[path.stem], report)
    _check_publishable(pages, report)
    _check_tree(pages, report)
    ordered = {page.key: page for page in _in_order(pages)}
    for page in pages.values():
        if page.key not in ordered and page.parent in pages:
            report(page.document.fault("stands below itself", "page", "parent"))
    return ordered


def _page(key: str, folder: Path, document: Document, report: Report) -> PageFile | None:
    data = document.data
    if not isinstance(data, dict) or not isinstance(data.get("page"), dict):
        report(document.fault("must begin with `page:`, `source:` and `words:`"))
        return None
    head = data["page"]
    model = schema.PAGE_TYPES.get(str(head.get("type")))
    if model is None:
        report(document.fault(f"must be one of {', '.join(schema.PAGE_TYPES)}", "page", "type"))
        return None
    for name in data:
        if name not in {"page", "source", "words"}:
            report(document.fault("is not known here", name))
    for name in head:
        if name not in {"type", "parent", "slug", "order", "rows", "menu"}:
            report(document.fault("is not known here", "page", name))
    return PageFile(
        key=key,
        folder=folder,
        model=model,
        parent=_text(document, ("page", "parent"), head.get("parent"), report),
        slug=_text(document, ("page", "slug"), head.get("slug"), report),
        order=_order(document, head.get("order"), report),
        in_menu=_in_menu(document, head.get("menu"), model, report),
        rows=_named_rows(document, head.get("rows"), report),
        source=_text(document, ("source",), data.get("source"), report),
        document=document,
    )


def _text(document: Document, place: tuple[str, ...], value: Any, report: Report) -> str:
    if value is not None and not isinstance(value, str):
        report(document.fault("must be text", *place))
        return ""
    return (value or "").strip()


def _order(document: Document, value: Any, report: Report) -> int:
    found = 0 if value is None else whole_number(value)
    if found is None:
        report(document.fault(f"must be a whole number, not {value!r}", "page", "order"))
    return found or 0


def _in_menu(document: Document, value: Any, model: type[BasePage], report: Report) -> bool:
    found = model._meta.label == "home.IndexPage" if value is None else flag(value)
    if found is None:
        report(document.fault(f"must be true or false, not {value!r}", "page", "menu"))
    return bool(found)


def _named_rows(document: Document, value: Any, report: Report) -> dict[str, str]:
    if value is not None and not (isinstance(value, dict) and all(isinstance(slug, str) for slug in value.values())):
        report(document.fault("must have names with the slug of a row each", "page", "rows"))
        return {}
    return dict(value or {})


def _check_head(page: PageFile, report: Report) -> None:
    document = page.document
    if not page.slug:
        report(document.fault("must be filled in", "page", "slug"))
    own = page.model(slug=page.slug, source_note=page.source, content_key=page.key)
    for name, message in faults_of_fields(own, ["slug", "source_note", "content_key"]) if page.slug else ():
        report(document.fault(message, *PLACES[name]))
    if not _KEY.fullmatch(page.key):
        report(document.fault(f"the name of the folder {SLUG}; was {slugify(page.key)} meant?"))
    known = schema.row_fields(page.model)
    for name in page.rows:
        if name not in known:
            report(document.fault(f"a {page.model.__name__} has no such row", "page", "rows", name))
    for name, (_model, required) in known.items():
        if required and name not in page.rows:
            report(document.fault(f"must name its {name}", "page", "rows"))


def _check_publishable(pages: dict[str, PageFile], report: Report) -> None:
    """Reports empty fields without which an editor could not publish the page."""
    below = Counter(page.parent for page in pages.values())
    for page in pages.values():
        known = schema.word_fields(page.model)
        for name in page.model(numchild=below[page.key]).required_to_publish():
            wanted = name in known and not known[name].required
            if wanted and not page.words[SOURCE].fields.get(name):
                report(page.document.fault("must be filled in before residents may read the page", "words", name))


def _check_tree(pages: dict[str, PageFile], report: Report) -> None:
    taken: dict[tuple[str, str], str] = {}
    for page in pages.values():
        parent = pages.get(page.parent)
        if page.parent and parent is None:
            report(page.document.fault(f"there is no page {page.parent}", "page", "parent"))
        elif parent is not None:
            if page.model not in schema.allowed_children(parent.model):
                message = f"a {page.model.__name__} cannot stand below a {parent.model.__name__}"
                report(page.document.fault(message, "page", "parent"))
            if not parent.parent and refusal(page.slug, TOP_LEVEL):
                report(page.document.fault(f"{page.slug} is a door, no page", "page", "slug"))
        elif page.model._meta.label != "home.HomePage":
            report(page.document.fault("must name the page above it", "page", "parent"))
        other = taken.setdefault((page.parent, page.slug), page.key)
        if other != page.key:
            report(page.document.fault(f"is also the slug of {other}", "page", "slug"))
        for place, target in _links(page):
            if target.startswith("page:") and target.removeprefix("page:") not in pages:
                report(page.words[place[0]].document.fault(f"there is no page {target[5:]}", *place[1:]))
    homes = [page.key for page in pages.values() if not page.parent]
    if len(homes) > 1:
        report(pages[homes[1]].document.fault(f"there is already a home page: {homes[0]}", "page", "parent"))


def _links(page: PageFile) -> Iterator[tuple[tuple[Any, ...], str]]:
    for language, words in page.words.items():
        for place, text in texts_in(words):
            for leaf in text.leaves:
                for target in leaf.targets:
                    yield (language, "words", *place), target


def _in_order(pages: dict[str, PageFile]) -> Iterator[PageFile]:
    by_parent: dict[str, list[PageFile]] = {}
    for page in pages.values():
        by_parent.setdefault(page.parent, []).append(page)

    def below(key: str) -> Iterator[PageFile]:
        for page in sorted(by_parent.get(key, []), key=lambda each: (each.order, each.key)):
            yield page
            yield from below(page.key)

    yield from below("")
