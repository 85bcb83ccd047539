"""Row files: every row as plain values, checked before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from services.content.kinds import KINDS, RowKind
from services.content.kinds.kind import Place, Reader, Row
from services.content.read.rules import check_rows
from services.yaml_files.documents import Document, Fault, Report, read


@dataclass
class Rows:
    """All rows, by kind."""

    by_kind: dict[str, list[Row]] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    """The kinds whose file could not be read, so that the names of their rows are not known."""

    def all(self) -> list[Row]:
        """Returns all rows, those that are pointed to before those that point to them."""
        return [row for kind in KINDS for row in self.of(kind.name)]

    def of(self, kind: str) -> list[Row]:
        """Returns the rows of one kind, in the order of the file."""
        return self.by_kind.get(kind, [])

    def slugs(self, kind: str) -> set[str]:
        """Returns the names of the rows of one kind."""
        return {row.slug for row in self.of(kind)}


def read_rows(folder: Path, report: Report) -> Rows:
    """Returns the rows of all row files of a folder, and reports whatever is wrong; a missing file has no rows."""
    documents: dict[str, Document] = {}
    rows = Rows()
    told: set[tuple[Path, str]] = set()

    def tell(fault: Fault) -> None:
        told.add((fault.file, fault.field))
        report(fault)

    def tell_besides(fault: Fault) -> None:
        """Reports a fault unless its field could not be read, which was reported already."""
        if (fault.file, fault.field) not in told:
            report(fault)

    for kind in KINDS:
        path = folder / kind.file
        if not path.is_file():
            continue
        if kind.file not in documents:
            documents[kind.file] = read(path, tell)
        if documents[kind.file].broken:
            rows.unknown.add(kind.name)
        rows.by_kind[kind.name] = _rows(kind, documents[kind.file], tell)
        check_rows(kind, rows.of(kind.name), tell_besides)
    _check_references(rows, report)
    return rows


def _rows(kind: RowKind, document: Document, report: Report) -> list[Row]:
    entries: Any = document.data
    place: Place = (kind.under,) if kind.under else ()
    if kind.under:
        entries = entries.get(kind.under) if isinstance(entries, dict) else None
    if kind.under and document.data is not None and not isinstance(document.data, dict):
        report(document.fault(f"must have `{kind.under}:` with a list"))
    if entries is not None and not isinstance(entries, list):
        report(document.fault("must be a list", *place))
        return []
    found: dict[str, Row] = {}
    for number, entry in enumerate(entries or []):
        here = (*place, number)
        if not isinstance(entry, dict):
            report(document.fault("must have names and values", *here))
            continue
        reader = Reader(document, entry, here, report)
        slug = reader.day("day", required=True) or "" if kind.named_by == "day" else reader.text(kind.named_by)
        if kind.alike(slug) in found:
            reader.fault(f"{slug} stands here twice", kind.named_by)
        found[kind.alike(slug)] = Row(kind.name, slug, kind.read(reader), document, here)
    return list(found.values())


def _check_references(rows: Rows, report: Report) -> None:
    for kind in KINDS:
        for name, referred in kind.refers.items():
            known = rows.slugs(referred)
            for row in rows.of(kind.name) if referred not in rows.unknown else ():
                for slug in _named(row.values[name]):
                    if slug not in known:
                        report(row.document.fault(f"there is no {referred} {slug}", *row.place, name))


def _named(value: Any) -> Iterable[str]:
    """Returns the slugs in a value, which is one slug, a list of them, or empty."""
    if isinstance(value, list):
        return [str(slug) for slug in value]
    return [str(value)] if value else []
