"""Which danger a page of a resident answers to: that of the question, and that of words that were typed."""

from typing import Protocol

from questions.danger.found import DangerFound
from questions.danger.kinds import DangerKind
from questions.danger.store import kinds_in


class MayHoldDanger(Protocol):
    """A question, as far as its page needs it."""

    danger: str

    @property
    def sealed_danger(self) -> object: ...

    @property
    def key_bytes(self) -> bytes: ...

    def danger_found(self, key: bytes) -> DangerFound | None: ...


def kinds_shown(question: MayHoldDanger | None = None, text: str | None = None) -> frozenset[DangerKind]:
    """Returns the kinds of danger found in the question and in a text that was posted and not accepted."""
    kinds = kinds_in(text) if text else frozenset()
    if question and question.sealed_danger is not None:
        found = question.danger_found(question.key_bytes)
        kinds |= found.kinds if found else frozenset()
    return kinds
