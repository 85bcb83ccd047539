"""Finding objections, complaints and reports under the Wmo in a text, in every language at once. Pure.

A phrase is written as words, and three signs:

    bezwaarschrift*             a word that begins so
    maak|maken bezwaar          one of these words, then that one
    eens met .. besluit         at most GAP other words between them, in one sentence

static/js/formal-hint.js reads the same phrases in the browser, in the same way: a change here is a change there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from home.text.normalise import normalised

GAP = 5
_PART = re.compile(r"[^\W_]+|[.!?؟]+")
_ENDS = frozenset(".!?؟")
# What Arabic writes as one word with the next: and, so; with the, to the, the, with, to.
_FRONT = "(?:[وف]?(?:بال|لل|ال|ب|ل)?)"


def as_line(text: str) -> str:
    """Returns the words of the text on one line, each between spaces; a dot stands where a sentence ends."""
    parts = ("." if part[0] in _ENDS else part for part in _PART.findall(normalised(text)))
    return f" {'  '.join(parts)} "


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Returns the phrases as one regular expression for such a line.

    Choices of a first word that begin alike stand together: nearly everywhere one letter tells that none of them fits.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        for first, rest in _beginnings(phrase):
            word = _choice(first)
            begins = _FRONT if word.startswith(_FRONT) else word[0]
            alike[begins].append(word.removeprefix(begins) + rest)
    found = (f"{begins}(?:{'|'.join(rests)})" for begins, rests in alike.items())
    return re.compile(f" (?:{'|'.join(found)}) ")


def _beginnings(phrase: str) -> Iterator[tuple[str, str]]:
    """Yields each choice of the first word with the expression of what comes after it."""
    first, *steps = phrase.split()
    rest, gap = "", ""
    for step in steps:
        if step == "..":
            gap = rf"(?: [^ .]+ ){{0,{GAP}}}"
            continue
        choices = "|".join(_choice(choice) for choice in step.split("|"))
        rest += f" {gap} (?:{choices})"
        gap = ""
    for choice in first.split("|"):
        yield choice, rest


def _choice(written: str) -> str:
    word = re.escape(normalised(written.removesuffix("*")))
    front = _FRONT if "\u0600" <= word[0] <= "\u06ff" else ""
    return front + word + ("[^ .]*" if written.endswith("*") else "")


class Recogniser:
    """The phrases of every kind, prepared for searching; what a phrase in `harmless` covers does not count."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], harmless: Iterable[str]) -> None:
        self._kinds = {kind: pattern_of(listed) for kind, listed in phrases.items()}
        self._harmless = pattern_of(harmless)

    def kinds_in(self, text: str) -> frozenset[str]:
        """Returns the kinds of which the text has words."""
        line = self._harmless.sub(" . ", as_line(text))
        return frozenset(kind for kind, pattern in self._kinds.items() if pattern.search(line))
