"""The drawing of the districts: read once per process from the content folder, and used only when it has no faults."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from services.yaml_files.documents import Document, Fault, FaultyContent, read

FILE = "map.yaml"
MOST_DIGITS = 6
_PATH = re.compile(r"[MLQCZ0-9 .,-]+")
"""What the SVG path of a shape may hold: straight lines and curves."""


@dataclass(frozen=True)
class Shape:
    """The shape of a district, and the point at which its name stands."""

    path: str
    name_at: tuple[int, int]


@dataclass(frozen=True)
class Drawing:
    """The drawing: its size in its own units, and the shape of each district by slug."""

    width: int
    height: int
    shapes: Mapping[str, Shape]

    def shows(self, districts: Iterable[str]) -> bool:
        """Returns whether it has every one of these districts: a map that leaves one out is worse than none."""
        wanted = set(districts)
        return bool(wanted) and wanted <= set(self.shapes)


EMPTY = Drawing(0, 0, {})


def file() -> Path:
    """Returns the path of the file with the drawing."""
    return Path(settings.CONTENT_DIR) / FILE


@cache
def drawing(path: Path) -> Drawing:
    """Returns the drawing in this file; EMPTY when there is no file. Raises FaultyContent when it has faults."""
    if not path.is_file():
        return EMPTY
    faults: list[Fault] = []
    document = read(path, faults.append)
    found = None if faults else _drawing(document, faults)
    if faults or found is None:
        raise FaultyContent(faults)
    return found


def faults_of_map(path: Path, known: Collection[str]) -> list[Fault]:
    """Returns the faults of the drawing in this file, such as districts that are not `known`; none without a file."""
    if not path.is_file():
        return []
    faults: list[Fault] = []
    document = read(path, faults.append)
    drawn = EMPTY if faults else _drawing(document, faults)
    return faults + [
        document.fault(f"there is no district {slug}", "districts", slug) for slug in drawn.shapes if slug not in known
    ]


def _drawing(document: Document, faults: list[Fault]) -> Drawing:
    data: dict[str, Any] = document.data if isinstance(document.data, dict) else {}
    for name in data:
        if name not in {"width", "height", "districts"}:
            faults.append(document.fault("is not known here", name))
    for name in ("width", "height"):
        if _whole(data.get(name)) <= 0:
            faults.append(document.fault("must be a whole number", name))
    shapes = {}
    entries = data.get("districts")
    for slug, entry in (entries if isinstance(entries, dict) else {}).items():
        entry = entry if isinstance(entry, dict) else {}
        path, at = str(entry.get("shape") or ""), entry.get("name")
        if not _PATH.fullmatch(path):
            faults.append(document.fault("must be a path of M, L, Q, C and Z", "districts", slug, "shape"))
        if not isinstance(at, list) or len(at) != 2 or min(map(_whole, at)) < 0:
            faults.append(document.fault("must be two whole numbers", "districts", slug, "name"))
            continue
        shapes[str(slug)] = Shape(path, (_whole(at[0]), _whole(at[1])))
    return Drawing(_whole(data.get("width")), _whole(data.get("height")), shapes)


def _whole(written: object) -> int:
    """Returns a whole number as the file has it; -1 for anything else."""
    text = str(written)
    return int(text) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else -1
