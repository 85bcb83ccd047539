"""YAML files with the line of everything in them, and the faults found in them."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

try:  # ten times as fast, and present wherever PyYAML comes as a wheel
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where."""

    file: Path
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class FaultyContent(Exception):
    """The content has faults; nothing was written."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


@dataclass
class Document:
    """A YAML file as plain values, that knows on which line each of them stands."""

    path: Path
    data: Any = None
    hash: str = ""
    lines: dict[Path_, int] = field(default_factory=dict)

    def line(self, *place: str | int) -> int:
        """The line of a value, or of the nearest thing around it."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return 1

    def fault(self, message: str, *place: str | int) -> Fault:
        """A fault at a place in this file."""
        return Fault(self.path, self.line(*place), ".".join(str(part) for part in place), message)


Report = Callable[[Fault], None]


def file_hash(*paths: Path) -> str:
    """A hash of the contents of these files together."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def read(path: Path, report: Report) -> Document:
    """The file; a file that is no YAML is reported and comes back empty."""
    document = Document(path, hash=file_hash(path))
    loader = Loader(path.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        if node is not None:
            document.data = _values(node, loader, (), document.lines, report, path)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        report(Fault(path, mark.line + 1 if mark else 1, "", problem.problem or str(problem)))
    finally:
        loader.dispose()
    return document


def _values(
    node: yaml.Node,
    loader: Any,
    place: Path_,
    lines: dict[Path_, int],
    report: Report,
    path: Path,
) -> Any:
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            if key in found:
                report(Fault(path, key_node.start_mark.line + 1, str(key), "stands here twice"))
            lines[(*place, key)] = key_node.start_mark.line + 1
            found[key] = _values(value_node, loader, (*place, key), lines, report, path)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [
            _values(child, loader, (*place, number), lines, report, path) for number, child in enumerate(node.value)
        ]
    return loader.construct_object(node, deep=True)
