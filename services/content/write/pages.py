"""Writes pages: the Dutch tree, its translations, and an alias wherever there is no translation."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Model
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page
from wagtail_localize.synctree import synchronize_tree

from home.models import BasePage
from home.translation.source_versions import note_made
from services.content.models import LoadedRow
from services.content.read import schema
from services.content.read.pages import PageFile
from services.content.read.schema import SOURCE
from services.content.read.values import PageNumbers, field_values, strings
from services.content.write.moved_files import (
    KIND,
    as_loaded,
    follow,
    gone,
    loaded_pages,
    note_as_loaded,
    place_of,
    take_over,
)
from services.content.write.one_by_one import Writer
from services.content.write.rows import LoadOutcome
from services.content.write.translations import Source, edited_by_hand, hand_over, note_in_log, write_strings

# What a copy of a page does not take over from it.
OWN = {
    "id",
    "page_ptr",
    "path",
    "depth",
    "numchild",
    "url_path",
    "locale",
    "latest_revision",
    "live_revision",
    "alias_of",
    "owner",
    "content_hash",
    "loaded_hash",
    "borrowed",
}


@dataclass
class Tree:
    """The pages of one language by their key, and which of them are written or left alone."""

    locale: Locale
    pages: dict[str, BasePage]
    changed: set[str]
    left_alone: set[str]


def write_translations(
    files: dict[str, PageFile],
    source: Tree,
    locales: dict[str, Locale],
    now: datetime,
    outcome: LoadOutcome,
    writer: Writer,
) -> None:
    """Writes every translation that nobody else changed, and an alias wherever there is no translation."""
    numbers = {key: page.pk for key, page in source.pages.items()}
    others = [locale for code, locale in locales.items() if code != SOURCE]
    present = _present(files, source)
    plans = [_plan_of(files, source, locale, present[locale.pk], outcome) for locale in others]
    wanted = {key for plan in plans for key in plan.changed}
    sources = hand_over([source.pages[key] for key in files if key in wanted])
    for plan in plans:
        _write_plan(files, source, plan, sources, numbers, now, writer)
        _complete(source.locale, plan.locale)


# --- Dutch ------------------------------------------------------------------------------------------------


def write_source(
    files: dict[str, PageFile], locale: Locale, now: datetime, outcome: LoadOutcome, writer: Writer
) -> Tree:
    """Writes every Dutch page that nobody else changed. Returns the tree of all Dutch pages."""
    tree = Tree(locale, loaded_pages(locale), changed=set(), left_alone=set())
    known = set(LoadedRow.objects.filter(kind=KIND).values_list("slug", flat=True))
    rows = _rows(files.values())
    new = []
    for key, file in files.items():
        page = tree.pages.get(key) or take_over(file, tree.pages, files)
        if page is None and (key in known or (file.parent and file.parent not in tree.pages)):
            tree.left_alone.add(key)  # an editor deleted it, or what it stood below
            outcome.left_alone.append(f"page {key}: deleted by an editor")
        elif page is None:
            tree.pages[key] = _added_page(file, tree, rows, writer)
            new.append(LoadedRow(kind=KIND, slug=key, hash=place_of(file.parent, file.slug)))
            tree.changed.add(key)
            outcome.made.append(f"page {key}")
        elif page.content_hash == file.hash:
            outcome.same += 1
        elif page.has_unpublished_changes or not page.is_as_loaded():
            tree.left_alone.add(key)
            outcome.left_alone.append(f"page {key}: changed by an editor")
        else:
            tree.changed.add(key)
            outcome.changed.append(f"page {key}")
    writer.added()
    LoadedRow.objects.bulk_create(new)
    follows = follow(files, tree.pages, tree.changed, outcome)
    if follows:
        tree.pages = loaded_pages(locale)  # all know again where they stand
    outcome.gone += gone(files, tree.pages)
    numbers = {key: page.pk for key, page in tree.pages.items()}
    for key in (key for key in files if key in tree.changed):
        file, page = files[key], tree.pages[key]
        twins = as_loaded(page) if key in follows else []
        _set_fields(page, file, SOURCE, numbers, rows)
        if key in follows:
            page.slug = file.slug
        page.content_hash = file.hash
        writer.publish(page, now)
        note_as_loaded(twins)
    writer.finish()
    return tree


def _rows(files: Iterable[PageFile]) -> dict[tuple[type[Model], str], Model]:
    wanted = {model for file in files for model, _required in schema.row_fields(file.model).values()}
    return {
        (model, row.slug): row  # type: ignore[attr-defined]
        for model in wanted
        for row in model._default_manager.all()
    }


def _added_page(file: PageFile, tree: Tree, rows: dict[tuple[type[Model], str], Model], writer: Writer) -> BasePage:
    """Returns a new page that was added to the tree, with its title as its only words."""
    page = file.model(
        title=file.words[SOURCE].fields["title"],
        slug=file.slug,
        locale=tree.locale,
        content_key=file.key,
        live=False,
    )
    _set_rows(page, file, rows)
    writer.add(page, tree.pages[file.parent] if file.parent else Page.get_first_root_node())
    return page


def _set_rows(page: BasePage, file: PageFile, rows: dict[tuple[type[Model], str], Model]) -> None:
    for name, (model, _required) in schema.row_fields(file.model).items():
        setattr(page, name, rows[model, file.rows[name]] if name in file.rows else None)


def _set_fields(
    page: BasePage,
    file: PageFile,
    language: str,
    numbers: PageNumbers,
    rows: dict[tuple[type[Model], str], Model],
) -> None:
    """Sets everything that a file says about a page, in one language."""
    values = field_values(file, file.words[language], numbers)
    for name, form in schema.word_fields(file.model).items():
        empty = "[]" if form.kind == schema.STREAM else ""
        setattr(page, name, values.get(name, empty))
        if form.kind == schema.STREAM:
            list(getattr(page, name))  # a block that was read is kept with all its parts, as the admin keeps it
    page.draft_title = page.title
    page.source_note = file.source
    page.show_in_menus = file.in_menu
    _set_rows(page, file, rows)


# --- other languages --------------------------------------------------------------------------------------


def _present(files: Iterable[str], source: Tree) -> dict[int, dict[str, BasePage]]:
    """Returns the pages of these files in every language, by the number of its locale and the key of the file."""
    keys = {source.pages[key].translation_key: key for key in files if key in source.pages}
    found: dict[int, dict[str, BasePage]] = defaultdict(dict)
    for model in schema.PAGE_TYPES.values():
        for page in model._default_manager.filter(translation_key__in=list(keys)):
            found[page.locale_id][keys[page.translation_key]] = page
    return found


def _plan_of(
    files: dict[str, PageFile], source: Tree, locale: Locale, pages: dict[str, BasePage], outcome: LoadOutcome
) -> Tree:
    """Returns the tree of a language, with the pages to be translated in `changed`."""
    code = locale.language_code
    plan = Tree(locale, pages, changed=set(), left_alone=set())
    by_hand = edited_by_hand(locale)
    for key, file in files.items():
        if code not in file.words or key not in source.pages:
            continue
        page = pages.get(key)
        name = f"page {key} ({code})"
        translated = page is not None and not page.alias_of_id
        if translated and page is not None and page.content_hash == file.translation_hash(code):
            outcome.same += 1
        elif key in source.left_alone:
            plan.left_alone.add(key)
            outcome.left_alone.append(f"{name}: the Dutch page was changed by an editor")
        elif source.pages[key].translation_key in by_hand or (
            translated and page is not None and (page.has_unpublished_changes or not page.is_as_loaded())
        ):
            plan.left_alone.add(key)
            outcome.left_alone.append(f"{name}: changed by an editor")
        else:
            plan.changed.add(key)
            (outcome.changed if translated else outcome.made).append(name)
    return plan


def _write_plan(
    files: dict[str, PageFile],
    source: Tree,
    plan: Tree,
    sources: dict[UUID, Source],
    numbers: PageNumbers,
    now: datetime,
    writer: Writer,
) -> None:
    code = plan.locale.language_code
    rows = _rows(files.values()) if plan.changed else {}
    written = []
    texts = []
    made = []
    for key, file in files.items():
        original = source.pages.get(key)
        if original is None:
            continue
        page = plan.pages.get(key)
        if page is None:
            parent = plan.pages.get(file.parent) if file.parent else Page.get_first_root_node()
            if parent is None:
                continue
            page = plan.pages[key] = _copy(original, plan.locale, alias=key not in plan.changed)
        else:
            parent = None
        if key not in plan.changed:
            if parent is not None:
                writer.add(page, parent)
            continue
        handed_over = sources[original.translation_key]
        before = "" if page.alias_of_id or parent is not None else page.fingerprint()
        page.alias_of = None
        _set_fields(page, file, code, numbers, rows)
        if page.fingerprint() != before:  # a translation that stayed as it was follows the words it was made for
            made.append((page, original))
        page.content_hash = file.translation_hash(code)
        page.note_borrowed_words(json.loads(handed_over.row.content_json))
        written.append((handed_over, writer.publish(page, now, parent)))
        texts.append((handed_over, strings(file, file.words[code])))
    writer.finish()
    write_strings(texts, plan.locale, numbers)
    note_in_log(written, plan.locale)
    note_made(made, now)


def _copy(original: BasePage, locale: Locale, alias: bool) -> BasePage:
    page = type(original)(locale=locale)
    for field in original._meta.concrete_fields:
        if field.name not in OWN:
            setattr(page, field.attname, getattr(original, field.attname))
    if original.depth <= 2:
        page.slug = find_available_slug(original.get_parent(), locale.language_code)
    if alias:
        page.alias_of_id = original.pk
    return page


def _complete(source: Locale, target: Locale) -> None:
    """Makes aliases of pages that no file has: those that an editor made."""
    present = Page.objects.filter(locale=target).values("translation_key")
    missing = Page.objects.filter(locale=source, alias_of=None, depth__gt=1).exclude(translation_key__in=present)
    if missing.exists():
        synchronize_tree(source, target)
