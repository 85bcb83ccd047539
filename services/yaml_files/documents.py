"""YAML files with the line of every value, and the faults found in them.

Every value stays text as it was written: `0612345670`, `22:30`, `no` and `2026-12-31` are text until a field says what
they are. YAML's own guesses would silently turn them into other values.
"""

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
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Values that, without quotes, mean that there is none."""

DEEPEST = 200
"""How deep values may be nested; no content goes deeper than ten."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in a file, and on which line."""

    file: Path
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class FaultyContent(Exception):
    """Raised when content has faults; nothing was written."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


@dataclass
class Document:
    """A YAML file as plain values, with the line of each of them."""

    path: Path
    data: Any = None
    hash: str = ""
    lines: dict[Path_, int] = field(default_factory=dict)
    broken: bool = False
    """Whether it could not be read; that was reported already."""

    def line(self, *place: str | int) -> int:
        """Returns the line of a value, or of the nearest value around it."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return 1

    def fault(self, message: str, *place: str | int) -> Fault:
        """Returns a fault at a place in this file."""
        return Fault(self.path, self.line(*place), ".".join(str(part) for part in place), message)


Report = Callable[[Fault], None]


def file_hash(*paths: Path) -> str:
    """Returns the SHA-256 of the contents of these files together."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def read(path: Path, report: Report) -> Document:
    """Returns the file with every value in it as text; a file that is no YAML is reported, and comes back broken."""
    try:
        document = Document(path, hash=file_hash(path))
    except OSError as problem:
        report(Fault(path, 1, "", f"cannot be read: {problem.strerror}"))
        return Document(path, broken=True)
    text = _text(path, report)
    if text is None:
        document.broken = True
        return document
    try:
        loader = Loader(text)
    except yaml.YAMLError as problem:  # a sign that no text file has
        report(Fault(path, 1, "", str(problem).splitlines()[0]))
        document.broken = True
        return document
    document.broken = True
    try:
        if _too_deep(text):
            raise RecursionError
        node = loader.get_single_node()
        if node is not None:
            document.data = _Values(document, report).of(node, ())
        document.broken = False
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        report(Fault(path, mark.line + 1 if mark else 1, "", problem.problem or str(problem)))
    except yaml.YAMLError as problem:
        report(Fault(path, 1, "", str(problem).splitlines()[0]))
    except RecursionError:
        report(Fault(path, 1, "", "things stand too deep inside each other"))
    finally:
        loader.dispose()
    return document


def _text(path: Path, report: Report) -> str | None:
    """Returns the text of a file without a byte order mark; None, after reporting why, when it is no plain UTF-8."""
    raw = path.read_bytes()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        report(Fault(path, 1, "", "is not UTF-8 but UTF-16 (“Unicode” of Windows); save the file as UTF-8"))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        guess = raw[problem.start : problem.start + 1].decode("cp1252", "replace")
        report(Fault(path, line, "", f"is not UTF-8: here stands “{guess}” of windows-1252; save the file as UTF-8"))
        return None
    bad = next((place for place, sign in enumerate(text) if sign < " " and sign not in "\n\r\t"), None)
    if bad is not None:
        line = text.count("\n", 0, bad) + 1
        report(Fault(path, line, "", f"here stands a sign that nobody can see (U+{ord(text[bad]):04X})"))
        return None
    return text


def _too_deep(text: str) -> bool:
    """Returns whether values are nested so deep that the C reader of YAML would end the process."""
    if sum(map(text.count, "[{-?:")) < DEEPEST:
        return False
    depth = 0
    reader = Loader(text)
    try:
        while reader.check_event():
            event = reader.get_event()
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return True
    finally:
        reader.dispose()
    return False


class _Values:
    """Turns the nodes of YAML into the values of a document."""

    def __init__(self, document: Document, report: Report) -> None:
        self.document = document
        self.report = report
        self.seen: set[int] = set()

    def of(self, node: yaml.Node, place: Path_) -> Any:
        """Returns the value of a node: a text, a list, a dict, or None."""
        self.document.lines.setdefault(place, self._line(node))
        if isinstance(node, yaml.ScalarNode):
            bad = next((sign for sign in str(node.value) if sign < " " and sign not in "\n\t"), "")
            if bad:
                self._fault(node, place, f"holds a sign that nobody can see (U+{ord(bad):04X})")
            return None if not node.style and node.value in NOTHING else str(node.value)
        if id(node) in self.seen:
            self._fault(node, place, "stands elsewhere too (an anchor of YAML): write it out")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._names(node, place)
        return [self.of(child, (*place, number)) for number, child in enumerate(node.value)]

    def _names(self, node: yaml.MappingNode, place: Path_) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(key_node, place, "a name is one word")
                continue
            key = str(key_node.value)
            if key in found:
                self._fault(key_node, (*place, key), "stands here twice")
            self.document.lines[(*place, key)] = self._line(key_node)
            found[key] = self.of(value_node, (*place, key))
        return found

    def _fault(self, node: yaml.Node, place: Path_, message: str) -> None:
        name = ".".join(str(part) for part in place)
        self.report(Fault(self.document.path, self._line(node), name, message))

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1
