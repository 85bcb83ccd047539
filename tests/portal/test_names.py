"""Names tell things apart, and docstrings say what comes back."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from tests.some import some

TOP = ("home", "services", "questions", "site/portal")
# Django looks for these by their name.
ASKED_FOR = {"Command", "Migration"}
MOST_MODULES = 2
# "For who asks" where today's English says "for somebody who asks".
ARCHAIC = re.compile(r"\b(?:whosoever|whereof|thereof|(?:for|of|to|by|with|from|about|than) who)\b")


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the house but migrations, with its path."""
    for top in TOP:
        for path in some(sorted((settings.HOUSE / top).rglob("*.py"))):
            if "migrations" not in path.parts:
                yield str(path.relative_to(settings.HOUSE)), ast.parse(path.read_text(encoding="utf-8"))


def test_no_public_class_has_a_name_that_stands_in_more_than_two_modules() -> None:
    where: dict[str, list[str]] = defaultdict(list)
    for path, tree in some(list(modules())):
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where[node.name].append(path)
    assert {name: found for name, found in where.items() if len(found) > MOST_MODULES and name not in ASKED_FOR} == {}


def test_every_room_says_what_it_is_for() -> None:
    frame = {"migrations", "management", "commands", "templatetags"}
    silent = [
        str(path.parent.relative_to(settings.HOUSE))
        for top in TOP
        for path in some(sorted((settings.HOUSE / top).rglob("__init__.py")))
        if not frame & set(path.parts) and path.parent != settings.HOUSE / top and "formats" not in path.parts
        if not ast.get_docstring(ast.parse(Path(path).read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_docstrings_are_written_in_plain_english() -> None:
    found = [
        f"{path}:{node.lineno if hasattr(node, 'lineno') else 1} {match[0]}"
        for path, tree in some(list(modules()))
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module)
        if (match := ARCHAIC.search(ast.get_docstring(node) or ""))
    ]
    assert found == []
