"""The words of danger: read from content/danger, checked line by line, kept ready in memory."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from questions.danger.kinds import DangerKind
from questions.danger.rules import FaultyPhrase, Matcher, PhraseStep, read_phrase
from services.yaml_files.documents import Document, Fault, Report, read

FOLDER = "danger"
LINES = "lines.yaml"
HARMLESS = "harmless"

Phrases = dict[str, list[tuple[PhraseStep, ...]]]


def read_words(folder: Path, languages: list[str], report: Report) -> Phrases:
    """Returns the phrases of every language by kind, and those under `harmless`; reports every fault."""
    phrases: Phrases = {name: [] for name in (*DangerKind, HARMLESS)}
    for code in languages:
        path = folder / f"{code}.yaml"
        if not path.is_file():
            report(Fault(path, 1, "", "is missing: danger is recognised in every language"))
            continue
        document = read(path, report)
        if not isinstance(document.data, dict):
            report(document.fault("must name kinds of danger"))
            continue
        for name in document.data:
            if name not in phrases:
                report(document.fault("is no kind of danger", name))
        for name, found in phrases.items():
            found += _phrases(document, name, report)
    return phrases


def _phrases(document: Document, name: str, report: Report) -> list[tuple[PhraseStep, ...]]:
    """Returns the phrases of one kind in one language."""
    written = document.data.get(name) or []
    if not isinstance(written, list):
        report(document.fault("must be a list of phrases", name))
        return []
    if not written and name != HARMLESS:
        report(document.fault(f"{name} has no phrases", name))
    found = []
    for number, phrase in enumerate(written):
        try:
            if not isinstance(phrase, str):
                raise FaultyPhrase("must be words; put them between quotes")
            if phrase in written[:number]:
                raise FaultyPhrase("stands here twice")
            steps = read_phrase(phrase)
            if name == HARMLESS and any(step.after_gap for step in steps):
                raise FaultyPhrase("a harmless phrase has no `..`: it covers only its own words")
            found.append(steps)
        except FaultyPhrase as problem:
            report(document.fault(str(problem), name, number))
    return found


def read_lines(folder: Path, report: Report) -> dict[DangerKind, list[str]]:
    """Returns for each kind its help lines, by slug, in the order in which they are shown; reports every fault."""
    path = folder / LINES
    if not path.is_file():
        report(Fault(path, 1, "", "is missing: it says which help lines go with which danger"))
        return {}
    document = read(path, report)
    if not isinstance(document.data, dict):
        report(document.fault("must name kinds of danger"))
        return {}
    for name in document.data:
        if name not in set(DangerKind):
            report(document.fault("is no kind of danger", name))
    lines: dict[DangerKind, list[str]] = {}
    for kind in DangerKind:
        slugs = document.data.get(kind.value)
        if not isinstance(slugs, list) or not slugs or not all(isinstance(slug, str) for slug in slugs):
            report(document.fault(f"{kind} must have a list of help lines", kind.value))
            continue
        lines[kind] = slugs
    return lines


def faults() -> list[Fault]:
    """Returns the faults in this installation's words of danger and help lines."""
    return faults_in(_folder())


def faults_in(folder: Path, known: Collection[str] | None = None) -> list[Fault]:
    """Returns the faults in the files of this folder.

    With `known`, the slugs of all help lines, also each help line that does not exist.
    """
    found: list[Fault] = []
    read_words(folder, list(settings.ALL_LANGUAGES), found.append)
    lines = read_lines(folder, found.append)
    if known is not None and lines:
        document = read(folder / LINES, lambda fault: None)
        found += [
            document.fault(f"there is no help line {slug}", kind.value, number)
            for kind, slugs in lines.items()
            for number, slug in enumerate(slugs)
            if slug not in known
        ]
    return found


# What cannot be read is left out here: a fault in a file is told by the checks, and never keeps a question from being
# taken.
@lru_cache(maxsize=2)
def _matcher(folder: Path) -> Matcher:
    phrases = read_words(folder, list(settings.ALL_LANGUAGES), lambda fault: None)
    harmless = phrases.pop(HARMLESS)
    return Matcher({DangerKind(name): steps for name, steps in phrases.items()}, harmless)


@lru_cache(maxsize=2)
def _lines(folder: Path) -> dict[DangerKind, list[str]]:
    return read_lines(folder, lambda fault: None)


def _folder() -> Path:
    return Path(settings.CONTENT_DIR) / FOLDER


def kinds_in(text: str) -> frozenset[DangerKind]:
    """Returns the kinds of danger that this text has words of, in any language. Nothing of the text is kept."""
    return _matcher(_folder()).kinds_in(text)


def lines_of(kind: DangerKind) -> list[str]:
    """Returns the slugs of the help lines of this kind."""
    return _lines(_folder()).get(kind, [])
