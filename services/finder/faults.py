"""The faults that the table of the finder can have, each with its place. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from services.finder.rules import DANGER, WEIGHTS, Ending, Helper, Rules, longest, positions
from services.yaml_files.flags import flag

MOST_QUESTIONS = 6
"""Questions of the longest path that people still answer to its end."""
COLUMNS = 4
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class TableFault(NamedTuple):
    """A fault of the table, and the names that lead to its place."""

    place: tuple[str, ...]
    message: str

    def __str__(self) -> str:
        return f"{'.'.join(self.place)}: {self.message}" if self.place else self.message


class FaultyRules(Exception):
    """Raised when the table cannot be used; `faults` lists why."""

    def __init__(self, faults: Sequence[TableFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, faults)))


def in_shape(table: Any) -> Iterator[TableFault]:
    """Yields the faults of shape: a part that is missing, or has the wrong type."""
    if not isinstance(table, Mapping):
        yield TableFault((), "the table must name themes, endings and helpers")
        return
    for part in table:
        if part not in ("themes", "endings", "helpers", "danger", "today"):
            yield TableFault((part,), "is not known here")
    for part in ("themes", "endings", "helpers"):
        rows = table.get(part)
        if not isinstance(rows, Mapping) or not rows:
            yield TableFault((part,), "is missing")
            continue
        for name, row in rows.items():
            if not isinstance(row, Mapping) or not row:
                yield TableFault((part, name), "is empty: it must have names and values")
            if not _is_name(name) or (part == "themes" and name == DANGER):
                yield TableFault((part, name), "is no name for a path")
    for part in ("danger", "today"):
        if not _is_name(table.get(part)):
            yield TableFault((part,), "must name an ending")


def in_names(table: Any) -> Iterator[TableFault]:
    """Yields the names in the table that refer to nothing, or are not known."""
    for part in ("danger", "today"):
        if table[part] not in table["endings"]:
            yield TableFault((part,), f"there is no ending {table[part]}")
    yield from _in_themes(table)
    yield from _in_endings(table)
    for name, row in table["helpers"].items():
        place = ("helpers", name)
        if "icon" not in row:
            yield TableFault(place, "has no icon")
        for key, value in row.items():
            if key not in Helper.__dataclass_fields__ or key == "key":
                yield TableFault((*place, key), "is not known")
            elif not isinstance(value, str):
                yield TableFault((*place, key), "must be text")


def in_paths(rules: Rules) -> Iterator[TableFault]:
    """Yields paths that are too long, and endings that no path reaches."""
    if longest(rules.first) > MOST_QUESTIONS:
        yield TableFault((), f"a path has {longest(rules.first)} questions, at most {MOST_QUESTIONS} are answered")
    reached = {place.at.key for place in positions(rules.first) if isinstance(place.at, Ending)}
    yield from (TableFault(("endings", name), "no answer leads there") for name in rules.endings if name not in reached)
    helping = {helper.key for ending in rules.endings.values() for helper in (*ending.main, *ending.also)}
    yield from (TableFault(("helpers", name), "no ending names it") for name in rules.helpers if name not in helping)


def _in_themes(table: Any) -> Iterator[TableFault]:
    for theme, matters in table["themes"].items():
        for what, row in matters.items():
            place = ("themes", theme, what)
            if not _is_name(what) or what == DANGER:
                yield TableFault(place, "is no name for a path")
            if not isinstance(row, str) and not (isinstance(row, list) and len(row) == COLUMNS):
                yield TableFault(place, f"one ending, or {COLUMNS} in the order of the table")
                continue
            for name in [row] if isinstance(row, str) else row:
                if name not in [*table["endings"]]:
                    yield TableFault(place, f"there is no ending {name}")


def _in_endings(table: Any) -> Iterator[TableFault]:
    for name, row in table["endings"].items():
        place = ("endings", name)
        if row.get("weight") not in WEIGHTS:
            yield TableFault((*place, "weight"), f"must be one of {', '.join(WEIGHTS)}")
        if not row.get("main"):
            yield TableFault(place, "names nobody who helps")
        for key in ("main", "also", "pages"):
            named = row.get(key) or []
            if not isinstance(named, list) or not all(isinstance(each, str) for each in named):
                yield TableFault((*place, key), "must be a list of words")
            elif key != "pages":
                for helper in named:
                    if helper not in table["helpers"]:
                        yield TableFault((*place, key), f"there is no helper {helper}")
        for key in row:
            if key not in Ending.__dataclass_fields__ or key == "key":
                yield TableFault((*place, key), "is not known")
        if "sensitive" in row and flag(row["sensitive"]) is None:
            yield TableFault((*place, "sensitive"), "must be true or false")


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(_NAME.fullmatch(value))
