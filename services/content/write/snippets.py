"""Writes snippets: the Dutch words, and their translations."""

from typing import Any
from uuid import UUID

from wagtail.models import Locale

from services.content.models import LoadedRow
from services.content.read.schema import SOURCE
from services.content.read.snippets import SNIPPETS, SnippetFile, SnippetKind
from services.content.write.rows import Loaded, LoadOutcome
from services.content.write.translations import Source, edited_by_hand, hand_over, note_in_log, write_strings


def write_snippets(files: dict[str, list[SnippetFile]], locales: dict[str, Locale], outcome: LoadOutcome) -> None:
    """Writes every snippet in every language that nobody else changed."""
    for kind in (kind for kind in SNIPPETS if files[kind.name]):
        held = LoadedRow.objects.filter(kind__startswith=kind.name)
        loaded = Loaded({(each.kind, each.slug): each for each in held}, outcome)
        source = _write_source(kind, files[kind.name], locales[SOURCE], loaded)
        others = [locale for code, locale in locales.items() if code != SOURCE]
        written = {locale: _write_translations(kind, files[kind.name], source, locale, loaded) for locale in others}
        originals = {each.pk: each for pairs in written.values() for _file, each in pairs}
        sources = hand_over(list(originals.values()))
        for locale, pairs in written.items():
            _write_strings(pairs, sources, locale)


def _write_source(
    kind: SnippetKind, files: list[SnippetFile], locale: Locale, loaded: Loaded
) -> tuple[dict[str, Any], set[str]]:
    """Writes the Dutch snippets. Returns them by name, and the names of those whose words an editor changed."""
    present = kind.present(locale)
    by_hand = set()
    for number, file in enumerate(files, start=1):
        values = {**file.words[SOURCE], "order": number * 10}
        snippet = present.get(file.slug)
        if loaded.takes(kind.name, file.slug, _values(kind, snippet), values):
            snippet = snippet or kind.model(locale=locale, **kind.made_with(file.slug))
            _save(snippet, values)
            present[file.slug] = snippet
        elif _values(kind, snippet) != values:
            by_hand.add(file.slug)
    return present, by_hand


def _write_translations(
    kind: SnippetKind,
    files: list[SnippetFile],
    source: tuple[dict[str, Any], set[str]],
    locale: Locale,
    loaded: Loaded,
) -> list[tuple[SnippetFile, Any]]:
    """Writes the snippets in another language. Returns the files that were written, each with its Dutch snippet."""
    code = locale.language_code
    originals, source_by_hand = source
    present = kind.present(locale)
    by_hand = edited_by_hand(locale)
    chosen: list[tuple[SnippetFile, Any]] = []
    for file in files:
        original = originals.get(file.slug)
        if original is None or code not in file.words:
            continue
        values = {**file.words[code], "order": original.order}
        snippet = present.get(file.slug)
        if original.translation_key in by_hand or (file.slug in source_by_hand and _values(kind, snippet) != values):
            loaded.outcome.left_alone.append(f"{kind.name}:{code} {file.slug}")
        elif loaded.takes(f"{kind.name}:{code}", file.slug, _values(kind, snippet), values):
            snippet = snippet or kind.model(
                locale=locale, translation_key=original.translation_key, **kind.made_with(file.slug)
            )
            _save(snippet, values)
            chosen.append((file, original))
    return chosen


def _write_strings(written: list[tuple[SnippetFile, Any]], sources: dict[UUID, Source], locale: Locale) -> None:
    code = locale.language_code
    texts: list[Any] = [
        (sources[original.translation_key], {name: [text] for name, text in file.words[code].items() if text})
        for file, original in written
    ]
    write_strings(texts, locale, {})
    note_in_log(((source, None) for source, _strings in texts), locale)


def _values(kind: SnippetKind, snippet: Any) -> dict[str, Any] | None:
    return {name: getattr(snippet, name) for name in (*kind.words, "order")} if snippet else None


def _save(snippet: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(snippet, name, value)
    snippet.save()
