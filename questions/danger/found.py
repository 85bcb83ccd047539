"""The kinds of danger found in one question, written at one length, so that the length tells nothing."""

from dataclasses import dataclass
from typing import Any

from questions.danger.kinds import DangerKind


@dataclass(frozen=True)
class DangerFound:
    """The kinds of danger in a question, and the number of the last message that has words of it."""

    kinds: frozenset[DangerKind]
    number: int

    def padded(self) -> dict[str, Any]:
        """Returns the values to seal, equally long whatever was found: sealing hides a text, not its length."""
        return {"kinds": {kind.value: int(kind in self.kinds) for kind in DangerKind}, "number": f"{self.number:08}"}

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "DangerFound":
        """Returns the DangerFound from which `padded` made these values."""
        kinds = frozenset(kind for kind in DangerKind if kept["kinds"].get(kind.value))
        return cls(kinds, int(kept["number"]))
