"""What was found in one question, in a form that tells nothing by its length."""

from dataclasses import dataclass
from typing import Any

from questions.danger.kinds import DangerKind


@dataclass(frozen=True)
class DangerFound:
    """The kinds of danger in a question, and the number of the last message that has words of it."""

    kinds: frozenset[DangerKind]
    number: int

    def padded(self) -> dict[str, Any]:
        """Returns the same number of characters whatever was found: sealing hides a text, not its length."""
        return {"kinds": {kind.value: int(kind in self.kinds) for kind in DangerKind}, "number": f"{self.number:08}"}

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "DangerFound":
        """Returns what `padded` was made from."""
        kinds = frozenset(kind for kind in DangerKind if kept["kinds"].get(kind.value))
        return cls(kinds, int(kept["number"]))
