"""One load: it reads everything, checks everything, then writes what is new in one transaction."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Locale, Page, ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import LocaleSynchronization

from home.cache.generation import changed
from home.models import HomePage, Municipality
from home.search.admin_index import admin_index_filled_afterwards
from home.search.index import rebuilt_afterwards
from home.text.facts import FACT, named_in
from home.translation.begin import refresh_snippet_sources
from home.translation.in_step.words import carry_all_words
from home.translation.source_versions import complete
from home.translation.translation_sources import refresh_sources, sources_refreshed_afterwards
from services.content.kinds import KINDS
from services.content.read import schema
from services.content.read.admin_rules import faults_of_doors, faults_of_pages, faults_of_rows, faults_of_snippets
from services.content.read.markdown import Text
from services.content.read.pages import PageFile, read_pages
from services.content.read.rows import Rows, read_rows
from services.content.read.schema import SOURCE
from services.content.read.snippets import SnippetFile, read_snippets
from services.content.read.unread import unread
from services.content.read.words import texts_in
from services.content.write.at_once import AtOnce, is_new_site
from services.content.write.one_by_one import OneByOne
from services.content.write.pages import Tree, write_source, write_translations
from services.content.write.rows import LoadOutcome, write_rows
from services.content.write.snippets import write_snippets
from services.yaml_files.documents import Fault, FaultyContent

FAULTS = "content_faults"
"""A hook that returns the faults of a part of the folder which is not loaded, but read by the site itself. It takes the
folder, and the names of all rows, help lines and pages by their kind."""
LIKE_A_FACT = re.compile(r"\{\s*fact\b", re.IGNORECASE)
"""Looks like a fact but is none, so that it would be printed with its braces."""
Say = Callable[[str], None]


def load(folder: Path, say: Say = lambda line: None) -> LoadOutcome:
    """Loads a folder of content.

    Returns the outcome. Raises FaultyContent, with nothing changed, when there is any fault.
    """
    languages = [code for code, _name in settings.LANGUAGES if code != SOURCE]
    faults: list[Fault] = []
    rows = read_rows(folder / "rows", faults.append)
    known = {kind.name: rows.slugs(kind.name) | kind.names() for kind in KINDS}
    snippets = read_snippets(folder, languages, known, faults.append)
    _check_snippets(rows, snippets, faults)
    pages = read_pages(folder / "pages", languages, faults.append)
    _check_facts(pages, known["fact"], faults)
    _check_rows(pages, known, faults)
    faults += unread(folder)
    known |= {kind: {file.slug for file in found} for kind, found in snippets.items()} | {"page": set(pages)}
    for look in hooks.get_hooks(FAULTS):
        faults += look(folder, known)
    if faults:
        raise FaultyContent(_in_order(faults))
    count = sum(len(found) for found in snippets.values())
    say(f"read {len(rows.all())} rows, {count} snippets, {len(pages)} pages; no faults")
    return _write(rows, snippets, pages, say)


@transaction.atomic
def _write(rows: Rows, snippets: dict[str, list[SnippetFile]], pages: dict[str, PageFile], say: Say) -> LoadOutcome:
    outcome = LoadOutcome()
    now = timezone.now()
    locales = _locales()
    writer = AtOnce() if is_new_site() else OneByOne()
    with (
        disable_reference_index_auto_update(),
        admin_index_filled_afterwards(),
        rebuilt_afterwards(),
        sources_refreshed_afterwards(),
    ):
        later = _kinds_after_snippets()
        write_rows(rows, outcome, [kind for kind in KINDS if kind.name not in later])
        write_snippets(snippets, locales, outcome)
        write_rows(rows, outcome, [kind for kind in KINDS if kind.name in later])
        rows_changed = not outcome.nothing_new
        say("rows and snippets: done")
        tree = write_source(pages, locales[SOURCE], now, outcome, writer)
        _set_up_site(tree.pages)
        say("Dutch pages: done")
        write_translations(pages, tree, locales, now, outcome, writer)
        say("other languages: done")
        _check_as_the_admin_does(rows, snippets, pages, tree, outcome)
    complete()
    _synchronise(locales)
    refresh_sources(locales[SOURCE])
    carry_all_words(locales[SOURCE])
    refresh_snippet_sources(locales[SOURCE])
    rows_changed = rows_changed or not _rows_are_indexed()
    if rows_changed:
        _index_references_of_rows()
    if rows_changed or not outcome.nothing_new:
        _index_references_of_pages(now)
        changed()
    say("search: done")
    return outcome


def _check_as_the_admin_does(
    rows: Rows, snippets: dict[str, list[SnippetFile]], pages: dict[str, PageFile], tree: Tree, outcome: LoadOutcome
) -> None:
    """Raises FaultyContent when the admin would refuse something that was written: the transaction is rolled back."""
    if outcome.nothing_new:
        return
    found = [
        *faults_of_rows(rows),
        *faults_of_snippets(snippets, {*outcome.made, *outcome.changed}),
        *faults_of_pages(pages, tree),
        *faults_of_doors(pages),
    ]
    if found:
        raise FaultyContent(_in_order(found))


def _in_order(faults: list[Fault]) -> list[Fault]:
    """Returns each fault once, by file and line."""
    return sorted(dict.fromkeys(faults), key=lambda fault: (str(fault.file), fault.line))


def _kinds_after_snippets() -> set[str]:
    """Returns the kinds of rows that name snippets, or point to rows that do."""
    later: set[str] = set()
    for kind in KINDS:  # what is pointed to comes first
        if kind.names_snippets or later.intersection(kind.refers.values()):
            later.add(kind.name)
    return later


def _locales() -> dict[str, Locale]:
    """Returns the locale of each language of the site, made where it is missing."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}


def _synchronise(locales: dict[str, Locale]) -> None:
    """Lets wagtail-localize make aliases of the pages that editors add in Dutch from now on."""
    synchronised = set(LocaleSynchronization.objects.values_list("locale_id", flat=True))
    LocaleSynchronization.objects.bulk_create(  # `save` would walk the trees, which are complete already
        LocaleSynchronization(locale=locale, sync_from=locales[SOURCE])
        for code, locale in locales.items()
        if code != SOURCE and locale.pk not in synchronised
    )


def _set_up_site(pages: Mapping[str, object]) -> None:
    """Makes the Dutch home page the root of the site and deletes Wagtail's welcome page."""
    home = next((page for page in pages.values() if isinstance(page, HomePage)), None)
    if home is None:
        return
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    root = site.root_page if site.root_page_id else None
    if root is None or root.specific_class is Page:
        site.root_page = home
        site.site_name = settings.WAGTAIL_SITE_NAME
        site.save()
    Municipality.for_site(site)  # made now, so that the first reader's page is only read
    if root is not None and root.specific_class is Page and not root.is_root():
        root.delete()
    Site.clear_site_root_paths_cache()


def _index_references_of_pages(now: datetime) -> None:
    """Updates Wagtail's index of what each page written now links to, for the editor's list of usage."""
    for model in schema.PAGE_TYPES.values():
        for page in model._default_manager.filter(last_published_at=now, alias_of=None):
            ReferenceIndex.create_or_update_for_object(page)


def _index_references_of_rows() -> None:
    """Updates the same index for rows."""
    for model in _rows_of_the_admin():
        for row in model._default_manager.all():
            ReferenceIndex.create_or_update_for_object(row)


def _rows_are_indexed() -> bool:
    kinds = ContentType.objects.get_for_models(*_rows_of_the_admin()).values()
    return ReferenceIndex.objects.filter(base_content_type__in=kinds).exists()


def _rows_of_the_admin() -> list[type[Model]]:
    hooks.search_for_hooks()  # they are registered there
    return [model for model in get_snippet_models() if ReferenceIndex.is_indexed(model)]


def _check_snippets(rows: Rows, snippets: dict[str, list[SnippetFile]], faults: list[Fault]) -> None:
    for kind in KINDS:
        for name, snippet in kind.names_snippets.items():
            known = {file.slug for file in snippets[snippet]}
            for row in rows.of(kind.name):
                for slug in row.values[name]:
                    if slug not in known:
                        faults.append(row.document.fault(f"there is no {snippet} {slug}", *row.place, name))


def _check_facts(pages: dict[str, PageFile], facts: set[str], faults: list[Fault]) -> None:
    for page in pages.values():
        for words in page.words.values():
            plain = [((name,), value) for name, value in words.fields.items() if isinstance(value, str)]
            rich = [(place, _own_text(text)) for place, text in texts_in(words)]
            for place, value in [*plain, *rich]:
                for slug in sorted(named_in([value]) - facts):
                    faults.append(words.document.fault(f"there is no fact {slug}", "words", *place))
                if LIKE_A_FACT.search(FACT.sub("", value)):
                    faults.append(words.document.fault("a fact is written {fact:name}", "words", *place))


def _own_text(text: Text) -> str:
    return text.html(lambda _target: "")


def _check_rows(pages: dict[str, PageFile], known: dict[str, set[str]], faults: list[Fault]) -> None:
    for page in pages.values():
        models = schema.row_fields(page.model)
        for name, slug in page.rows.items():
            kind = schema.kind_of(models[name][0]) if name in models else name
            if kind in known and slug not in known[kind]:
                faults.append(page.document.fault(f"there is no {kind} {slug}", "page", "rows", name))
        for words in page.words.values():
            for place, kind, slug in words.rows:
                if slug not in known[kind]:
                    faults.append(words.document.fault(f"there is no {kind} {slug}", *place))
