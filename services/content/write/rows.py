"""Writes rows: makes new ones, changes those whose file changed, and leaves alone what staff changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from services.content.kinds import KINDS, RowKind
from services.content.models import LoadedRow
from services.content.read.rows import Rows


@dataclass
class LoadOutcome:
    """What a load did."""

    made: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """What was loaded before and is in no file any more: it stays on the site."""
    same: int = 0

    @property
    def nothing_new(self) -> bool:
        """Returns whether nothing was written."""
        return not self.made and not self.changed


def values_hash(values: dict[str, Any]) -> str:
    """Returns the SHA-256 of the values of a row."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()


@dataclass
class Loaded:
    """Compares what was loaded before with what there is now, and decides what this load writes."""

    rows: Mapping[tuple[str, str], LoadedRow]
    outcome: LoadOutcome

    def takes(self, kind: str, slug: str, present: dict[str, Any] | None, wanted: dict[str, Any]) -> bool:
        """Returns whether to write these values, and records that they are.

        Never over what somebody changed or deleted.
        """
        row, name, wanted_hash = self.rows.get((kind, slug)), f"{kind} {slug}", values_hash(wanted)
        if row is None and present is None:
            LoadedRow.objects.create(kind=kind, slug=slug, hash=wanted_hash)
            self.outcome.made.append(name)
            return True
        if row is None or present is None or values_hash(present) != row.hash:
            if present is not None and values_hash(present) == wanted_hash:
                self.outcome.same += 1
            else:
                self.outcome.left_alone.append(name)
            return False
        if row.hash == wanted_hash:
            self.outcome.same += 1
            return False
        row.hash = wanted_hash
        row.save(update_fields=["hash"])
        self.outcome.changed.append(name)
        return True


def write_rows(rows: Rows, outcome: LoadOutcome, kinds: Iterable[RowKind] = KINDS) -> None:
    """Writes all rows of these kinds that nobody else changed."""
    loaded = Loaded({(each.kind, each.slug): each for each in LoadedRow.objects.all()}, outcome)
    for kind in kinds:
        found = rows.of(kind.name)
        present = kind.present() if found else {}
        for row in found:
            standing = present.get(row.slug)
            shown = None if standing is None else kind.hashed(standing)
            if loaded.takes(kind.name, row.slug, shown, kind.hashed(row.values)):
                kind.write(row, standing is None)
        if kind.name in rows.by_kind:  # its file is there
            names = {slug for held, slug in loaded.rows if held == kind.name} - rows.slugs(kind.name)
            standing_still = kind.present() if names and not found else present
            outcome.gone += [f"{kind.name} {slug}" for slug in sorted(names) if slug in standing_still]
