"""Which formal matter a text may be. Nothing of the text is kept, and nothing is told to anybody."""

from functools import cache

from questions.desk_choices import FormalKind
from questions.formal.rules import Recogniser
from questions.formal.words import HARMLESS, phrases_of


@cache
def _recogniser() -> Recogniser:
    return Recogniser({kind.value: phrases_of(kind.value) for kind in FormalKind}, phrases_of(HARMLESS))


def kinds_in(text: str) -> frozenset[FormalKind]:
    """Returns the kinds of formal matter that this text has words of, in any language."""
    return frozenset(FormalKind(kind) for kind in _recogniser().kinds_in(text))
