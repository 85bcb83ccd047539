"""Help line files: one per language, the words of each line under the slug of its number."""

from dataclasses import dataclass, field
from pathlib import Path

from services.content.files import Document, Report, read
from services.content.schema import SOURCE
from services.models import HelpLine

WORDS = ("name", "purpose", "hours")
LENGTHS: dict[str, int] = {name: getattr(HelpLine._meta.get_field(name), "max_length", 0) for name in WORDS}


@dataclass
class HelpLineFile:
    """A help line in all the languages it was written in."""

    slug: str
    words: dict[str, dict[str, str]] = field(default_factory=dict)


def read_help_lines(folder: Path, languages: list[str], facts: set[str], report: Report) -> list[HelpLineFile]:
    """Every help line in the order of the Dutch file; whatever is wrong is reported."""
    lines: dict[str, HelpLineFile] = {}
    for code in [SOURCE, *languages]:
        path = folder / f"{code}.yaml"
        if not path.is_file():
            continue
        document = read(path, report)
        if not isinstance(document.data, dict):
            report(document.fault("must name help lines"))
            continue
        for slug, entry in document.data.items():
            if code == SOURCE:
                if slug not in facts:
                    report(document.fault("there is no fact of this name", slug))
                lines[slug] = HelpLineFile(slug)
            if slug not in lines:
                report(document.fault(f"stands not in {SOURCE}.yaml", slug))
                continue
            lines[slug].words[code] = _words(document, slug, entry, report)
    return list(lines.values())


def _words(document: Document, slug: str, entry: object, report: Report) -> dict[str, str]:
    if not isinstance(entry, dict):
        report(document.fault(f"must have {', '.join(WORDS)}", slug))
        return {}
    for name in entry:
        if name not in WORDS:
            report(document.fault("is not known here", slug, name))
    words = {name: str(entry.get(name) or "").strip() for name in WORDS}
    for name, text in words.items():
        if not text and name != "hours":
            report(document.fault("must be filled in", slug, name))
        if len(text) > LENGTHS[name]:
            report(document.fault(f"has {len(text)} characters, at most {LENGTHS[name]} fit", slug, name))
    return words
