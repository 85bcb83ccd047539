"""Holds texts to the style sheet of their language: docs/style/<language>.md names the forms that are not used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.texts.source import CannotRead

_ROW = re.compile(r"^\| `(?P<pattern>[^`]+)` \| (?P<instead>[^|]+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class ForbiddenForm:
    """A form that a language does not use here, as a regular expression, and what is written instead."""

    pattern: re.Pattern[str]
    instead: str


@cache
def forbidden_forms(house: Path, language: str) -> tuple[ForbiddenForm, ...]:
    """Returns the rows of the table in the style sheet of the language; none when there is no sheet.

    Raises CannotRead for a form that is no regular expression.
    """
    sheet = house / "docs" / "style" / f"{language}.md"
    if not sheet.exists():
        return ()
    found = []
    for row in _ROW.finditer(sheet.read_text(encoding="utf-8")):
        try:
            # A bar would end the column of the table; the sheet writes it with a stroke before it.
            pattern = re.compile(row["pattern"].replace(r"\|", "|"))
        except re.error as problem:
            raise CannotRead(f"docs/style/{language}.md: {row['pattern']}: {problem}") from problem
        found.append(ForbiddenForm(pattern, row["instead"].strip()))
    return tuple(found)


def unlike_the_style(text: str, house: Path, language: str) -> Iterator[str]:
    """Yields each form in the text that the style sheet forbids, with what is written instead."""
    for form in forbidden_forms(house, language):
        if found := form.pattern.search(text):
            yield f"“{found[0]}” is not in our style, write {form.instead} (docs/style/{language}.md)"


def content_unlike_the_style(house: Path, languages: list[str]) -> Iterator[str]:
    """Yields what the style sheets forbid in the starting content, with file and line.

    Words of danger are left out: they are what people type, not what we write.
    """
    for language in languages:
        for path in sorted((house / "content").rglob(f"{language}.yaml")):
            name = path.relative_to(house).as_posix()
            if name.startswith("content/danger/"):
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                yield from (f"{name}:{number}: {fault}" for fault in unlike_the_style(line, house, language))
