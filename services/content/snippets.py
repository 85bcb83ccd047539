"""Snippet files: words that stand on no page of their own, one file per language, each under its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import models
from wagtail.models import Locale, TranslatableMixin

from home.models import GlossaryTerm
from services.content.compare import compare_facts
from services.content.files import Document, Report, read
from services.content.schema import SOURCE
from services.content.words import only_words
from services.models import Audience, Fact, HelpLine


@dataclass(frozen=True)
class SnippetKind:
    """A kind of translated snippet: where its files are, which words it has, and how one is found by its name."""

    name: str
    folder: str
    model: type[TranslatableMixin]
    words: tuple[str, ...]
    slug_of: str = "slug"
    """The field, or the path to the field, that holds its name."""
    made_with: Callable[[str], Mapping[str, Any]] = lambda slug: {"slug": slug}
    """What a new one needs besides its words."""
    refers: str = ""
    """The kind of row that its name must be one of; empty: any name will do."""

    def longest(self, name: str) -> int | None:
        """How many characters fit."""
        return getattr(self._field(name), "max_length", None)

    def required(self, name: str) -> bool:
        """Whether it may not be empty."""
        return not self._field(name).blank

    def present(self, locale: Locale) -> dict[str, Any]:
        """Those there are in a language, by name."""
        numbered = dict(self.model._default_manager.filter(locale=locale).values_list("pk", self.slug_of))
        return {numbered[each.pk]: each for each in self.model._default_manager.filter(locale=locale)}

    def _field(self, name: str) -> "models.Field[Any, Any]":
        found: models.Field[Any, Any] = self.model._meta.get_field(name)
        return found


HELP_LINE = SnippetKind(
    name="helpline",
    folder="helplines",
    model=HelpLine,
    words=("name", "purpose", "hours"),
    slug_of="fact__slug",
    made_with=lambda slug: {"fact": Fact.objects.get(slug=slug)},
    refers="fact",
)

AUDIENCE = SnippetKind(name="audience", folder="audiences", model=Audience, words=("name",))

GLOSSARY_TERM = SnippetKind(
    name="glossary", folder="glossary", model=GlossaryTerm, words=("term", "forms", "explanation")
)

SNIPPETS: tuple[SnippetKind, ...] = (HELP_LINE, GLOSSARY_TERM, AUDIENCE)


@dataclass
class SnippetFile:
    """A snippet in all the languages it was written in."""

    kind: SnippetKind
    slug: str
    words: dict[str, dict[str, str]] = field(default_factory=dict)


def read_snippets(
    folder: Path, languages: list[str], known: Mapping[str, set[str]], report: Report
) -> dict[str, list[SnippetFile]]:
    """Every snippet of every kind in the order of the Dutch files; whatever is wrong is reported."""
    return {kind.name: _read_kind(kind, folder / kind.folder, languages, known, report) for kind in SNIPPETS}


def _read_kind(
    kind: SnippetKind, folder: Path, languages: list[str], known: Mapping[str, set[str]], report: Report
) -> list[SnippetFile]:
    found: dict[str, SnippetFile] = {}
    for code in [SOURCE, *languages]:
        path = folder / f"{code}.yaml"
        if not path.is_file():
            continue
        document = read(path, report)
        if not isinstance(document.data, dict):
            report(document.fault("must have names and words"))
            continue
        for slug, entry in document.data.items():
            if code == SOURCE:
                if kind.refers and slug not in known[kind.refers]:
                    report(document.fault(f"there is no {kind.refers} of this name", slug))
                found[slug] = SnippetFile(kind, str(slug))
            if slug not in found:
                report(document.fault(f"stands not in {SOURCE}.yaml", slug))
                continue
            words = found[slug].words[code] = _words(kind, document, slug, entry, report)
            for name, text in found[slug].words.get(SOURCE, {}).items():
                compare_facts(text, words.get(name, ""), document, (slug, name), report)
    return list(found.values())


def _words(kind: SnippetKind, document: Document, slug: str, entry: object, report: Report) -> dict[str, str]:
    if not isinstance(entry, dict):
        report(document.fault(f"must have {', '.join(kind.words)}", slug))
        return {}
    for name in entry:
        if name not in kind.words:
            report(document.fault("is not known here", slug, name))
    words = {name: str(entry.get(name) or "").strip() for name in kind.words}
    for name, text in words.items():
        only_words(text, document, (slug, name), report)
        longest = kind.longest(name)
        if not text and kind.required(name):
            report(document.fault("must be filled in", slug, name))
        if longest and len(text) > longest:
            report(document.fault(f"has {len(text)} characters, at most {longest} fit", slug, name))
    return words
