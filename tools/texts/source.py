"""Which catalogue a source file belongs to, and the texts in it."""

import ast
import os
import re
import tokenize
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from tools.texts.rules import BELONGS, CATALOGUES, SKIPPED, SKIPPED_AT_TOP

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
NOTE_TO_TRANSLATORS = "Translators"

Key = tuple[str, str]


class CannotRead(Exception):
    """A file in which a text would be lost; the message says which file and why."""


class Found(NamedTuple):
    """One call for a translation in a source file."""

    msgid: str
    plural: str = ""
    context: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class Text:
    """A text of a catalogue, with every file that asks for it."""

    msgid: str
    context: str = ""
    plural: str = ""
    files: set[str] = field(default_factory=set)
    notes: dict[str, None] = field(default_factory=dict)


Texts = dict[Key, Text]


def catalogues_of(name: str) -> tuple[str, ...]:
    """Returns the catalogues that the texts of this source file go into."""
    return next(catalogues for pattern, catalogues in BELONGS if fnmatchcase(name, pattern))


def is_template(name: str) -> bool:
    """Returns whether this file is a template, in HTML or in plain text."""
    return name.endswith((".html", ".txt")) and "/templates/" in f"/{name}"


def sources(house: Path) -> Iterator[str]:
    """Yields the names of the source files that may hold texts, in a fixed order."""
    for folder, inner, files in os.walk(house):
        skipped = SKIPPED + SKIPPED_AT_TOP * (Path(folder) == house)
        inner[:] = sorted(name for name in inner if name not in skipped and name[0] != ".")
        for file in sorted(files):
            name = (Path(folder) / file).relative_to(house).as_posix()
            if name.endswith(".py") or is_template(name):
                yield name


def _calls(code: str, keywords: dict[str, Any]) -> Iterator[Found]:
    from babel.messages.extract import extract

    for _line, words, notes, context in extract("python", BytesIO(code.encode()), keywords, (NOTE_TO_TRANSLATORS,)):
        msgid, plural = (words, "") if isinstance(words, str) else words
        yield Found(msgid, plural, context or "", (" ".join(notes),) if notes else ())


def texts_of_python(code: str, name: str) -> list[Found]:
    """Returns the texts that a Python file asks for. Raises CannotRead where one would be lost."""
    try:
        tree = ast.parse(code)
    except SyntaxError as problem:
        raise CannotRead(f"{name}:{problem.lineno}: {problem.msg}") from problem
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for alias in node.names:
                if alias.name in KEYWORDS and (alias.asname or alias.name) not in KEYWORDS:
                    raise CannotRead(f"{name}:{node.lineno}: {alias.asname} is not read as {alias.name}")
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = node.args[: len(KEYWORDS.get(called) or "1")]
            if called in KEYWORDS and any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in words):
                raise CannotRead(f"{name}:{node.lineno}: {called}() needs the text itself; fill it in afterwards")
    return list(_calls(code, KEYWORDS))


def texts_of_template(source: str, name: str) -> list[Found]:
    """Returns the texts that a template asks for. Raises CannotRead where one would be lost."""
    from django.utils.translation import TranslatorCommentWarning
    from django.utils.translation.template import templatize

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", TranslatorCommentWarning)
            code = templatize(source, origin=name)
    except (SyntaxError, TranslatorCommentWarning) as problem:
        raise CannotRead(f"{name}: {problem}") from problem
    # Indentation of the HTML would be indentation of Python.
    code = "\n".join(line.lstrip() for line in code.split("\n"))
    tags = {keyword: spec for keyword, spec in KEYWORDS.items() if keyword != "_"}
    # Django doubles a percent sign when it looks up _("…") too, but templatize does not.
    constants = (found._replace(msgid=found.msgid.replace("%", "%%")) for found in _calls(code, {"_": None}))
    try:
        texts = [*_calls(code, tags), *constants]
    except (tokenize.TokenError, SyntaxError) as problem:
        raise CannotRead(f"{name}: {problem}") from problem
    # A note on the line of a tag, or a | in _("…"), takes a text along without a word.
    asked = len(re.findall(r"(?<!\w)(?:n?p?gettext|_)\(", code))
    if len(texts) != asked:
        raise CannotRead(f"{name}: {asked} texts are asked for, {len(texts)} can be read")
    for found in texts:
        if found.msgid.endswith("\\"):
            raise CannotRead(f"{name}: a quote inside “{found.msgid}”: use blocktranslate")
    return texts


def texts_in(house: Path) -> dict[str, Texts]:
    """Returns every text of the source, per catalogue. Raises CannotRead where one would be lost."""
    texts: dict[str, Texts] = {catalogue: {} for catalogue in CATALOGUES}
    for name in sources(house):
        source = (house / name).read_text(encoding="utf-8")
        for found in (texts_of_template if is_template(name) else texts_of_python)(source, name):
            for catalogue in catalogues_of(name):
                text = texts[catalogue].setdefault(
                    (found.msgid, found.context), Text(found.msgid, found.context, found.plural)
                )
                if found.plural and text.plural and found.plural != text.plural:
                    raise CannotRead(f"{name}: “{found.msgid}” has another plural in {min(text.files)}")
                text.plural = text.plural or found.plural
                text.files.add(name)
                text.notes |= dict.fromkeys(found.notes)
    return texts
