"""Snippet files: words that are on no page of their own, a file per language, each snippet under its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wagtail.models import Locale, TranslatableMixin

from home.models import GlossaryTerm
from services.content.read.compare import compare_facts
from services.content.read.field_rules import faults_of_fields
from services.content.read.schema import SOURCE
from services.content.read.words import only_words
from services.facts.models import Fact, HelpLine
from services.offers.models import Audience
from services.yaml_files.documents import Document, Report, read


@dataclass(frozen=True)
class SnippetKind:
    """A kind of translated snippet: the folder of its files, its words, and how one is found by its name."""

    name: str
    folder: str
    model: type[TranslatableMixin]
    words: tuple[str, ...]
    slug_of: str = "slug"
    """The field, or the path to the field, that holds its name."""
    made_with: Callable[[str], Mapping[str, Any]] = lambda slug: {"slug": slug}
    """Returns the further values that a new one with this name needs."""
    refers: str = ""
    """The kind of row whose slug its name must be; empty: any name will do."""

    def faults(self, slug: str, words: Mapping[str, str]) -> list[tuple[str, str]]:
        """Returns a name and a message for each field that the model refuses."""
        named = {"slug": slug} if self.slug_of == "slug" else {}
        return list(faults_of_fields(self.model(**named, **words), [*named, *words]))

    def present(self, locale: Locale) -> dict[str, Any]:
        """Returns the snippets of this kind that exist in a language, by name."""
        numbered = dict(self.model._default_manager.filter(locale=locale).values_list("pk", self.slug_of))
        return {numbered[each.pk]: each for each in self.model._default_manager.filter(locale=locale)}


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
    """A snippet in all languages in which it was written."""

    kind: SnippetKind
    slug: str
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    """The file that it stands in, by language."""


def read_snippets(
    folder: Path, languages: list[str], known: Mapping[str, set[str]], report: Report
) -> dict[str, list[SnippetFile]]:
    """Returns the snippets of every kind, in the order of the Dutch files; reports whatever is wrong."""
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
            found[slug].documents[code] = document
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
    words: dict[str, str] = {}
    for name in kind.words:
        value = entry.get(name)
        if value is not None and not isinstance(value, str):
            report(document.fault("must be text", slug, name))
        words[name] = value.strip() if isinstance(value, str) else ""
        only_words(words[name], document, (slug, name), report)
        if "\n" in words[name]:
            report(document.fault("must be one line", slug, name))
    for name, message in kind.faults(slug, words):
        report(document.fault(message, slug, *([name] if name in kind.words else [])))
    return words
