"""Finding words of danger in a text, in every language at once. Pure: no files, no database, no clock.

A phrase is written as words, and four signs:

    zelfmoord*                  a word that begins so
    slaat|sloeg me|mij          one of these words, then one of those
    hij .. slaat                at most three other words between them
    naar bed slaan              under `harmless`: these words, here, are no danger

Where each word of the phrases stands in the text is kept as the bits of one number, so that a phrase costs a few
shifts, however long the text is and whatever is repeated in it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from home.text.normalise import APOSTROPHES, ARABIC_NEIGHBOURS, ARABIC_STRETCH, ARABIC_YEH, STROKES
from questions.danger.kinds import DangerKind

GAP = 3  # words that may stand where a phrase has ".."
SHORTEST_BEGINNING = 3  # of a word with a star; also by how much words are looked up

_ALIKE = {
    **STROKES,
    **ARABIC_YEH,
    **ARABIC_NEIGHBOURS,
    **str.maketrans("ة", "ه"),
    # Signs inside a word: the apostrophes, the Arabic stretch, soft hyphens, joiners and marks of direction.
    **dict.fromkeys(map(ord, APOSTROPHES + ARABIC_STRETCH + "ʹ\u00ad\ufeff")),
    **dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]),
    # Marks above and below letters, which NFKD has set apart.
    **dict.fromkeys([*range(0x300, 0x370), *range(0x483, 0x488), *range(0x1DC0, 0x1E00)]),
    **dict.fromkeys([*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE)]),
}
_STRETCHED = re.compile(r"([^\W\d_])\1\1+")
# A word, or the end of a sentence. Three dots are a pause, no end.
_PART = re.compile(r"[^\W_]+|(?<![.!?؟])[.!?؟](?![.!?؟])")
# What Arabic writes as one word with the next: and, so; with the, to the, the, with, to, will.
_AND = ("و", "ف")
_WITH = ("بال", "لل", "ال", "ب", "ل", "س")
_SHORTEST_STEM = 3
MOST_MARKS = 8
"""Kept on one letter. Putting thousands of them in order, as Unicode asks, takes the square of their number."""


def plain(text: str) -> str:
    """Returns the text as it is compared: no case, no marks, one form of each letter, nothing stretched."""
    bare = unicodedata.normalize("NFKD", _with_few_marks(text)).casefold().translate(_ALIKE)
    return _STRETCHED.sub(r"\1\1", bare)


def _with_few_marks(text: str) -> str:
    if not any(map(unicodedata.combining, text)):
        return text
    kept, marks = [], 0
    for sign in text:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


class FaultyPhrase(ValueError):
    """A phrase that cannot be read. Says why."""


@dataclass(frozen=True)
class PhraseStep:
    """One place in a phrase: any of these words or beginnings of words."""

    words: frozenset[str]
    beginnings: frozenset[str]
    after_gap: bool


def read_phrase(written: str) -> tuple[PhraseStep, ...]:
    """Returns the steps of a phrase. Raises FaultyPhrase when it does not follow the signs above."""
    steps: list[PhraseStep] = []
    gap = False
    for part in written.split():
        if part == "..":
            if gap or not steps:
                raise FaultyPhrase("`..` must stand between words")
            gap = True
            continue
        words, beginnings = set(), set()
        for choice in part.split("|"):
            word = plain(choice.removesuffix("*"))
            if not re.fullmatch(r"[^\W_]+", word):
                raise FaultyPhrase(f"{choice!r} is no word")
            if choice.endswith("*"):
                if len(word) < SHORTEST_BEGINNING:
                    raise FaultyPhrase(f"{choice!r} begins too many words: {SHORTEST_BEGINNING} letters at least")
                beginnings.add(word)
            else:
                words.add(word)
        steps.append(PhraseStep(frozenset(words), frozenset(beginnings), gap))
        gap = False
    if gap or not steps:
        raise FaultyPhrase("a phrase ends with a word")
    return tuple(steps)


def _forms(word: str) -> Iterator[str]:
    """Yields the word, and an Arabic word also without what is written onto its front."""
    yield word
    if not "\u0600" <= word[0] <= "\u06ff":
        return
    bare = word[1:] if word.startswith(_AND) and len(word) > _SHORTEST_STEM else word
    if bare != word:
        yield bare
    for front in _WITH:
        if bare.startswith(front) and len(bare) - len(front) >= _SHORTEST_STEM:
            yield bare[len(front) :]


class Matcher:
    """All phrases of all languages, prepared for searching."""

    def __init__(
        self, phrases: Mapping[DangerKind, Iterable[tuple[PhraseStep, ...]]], harmless: Iterable[tuple[PhraseStep, ...]]
    ) -> None:
        self._phrases = {kind: tuple(found) for kind, found in phrases.items()}
        self._harmless = tuple(harmless)
        steps = [step for found in (*self._phrases.values(), self._harmless) for phrase in found for step in phrase]
        self._words = frozenset(word for step in steps for word in step.words)
        self._beginnings: dict[str, list[str]] = {}
        for beginning in {beginning for step in steps for beginning in step.beginnings}:
            self._beginnings.setdefault(beginning[:SHORTEST_BEGINNING], []).append(beginning)

    def kinds_in(self, text: str) -> frozenset[DangerKind]:
        """Returns the kinds of danger that the text has words of."""
        places = self._places(plain(text))
        if not places:
            return frozenset()
        innocent = reduce(or_, (self._covered(phrase, places) for phrase in self._harmless), 0)
        if innocent:
            places = {sign: bits & ~innocent for sign, bits in places.items()}
        return frozenset(
            kind for kind, found in self._phrases.items() if any(self._ends(phrase, places) for phrase in found)
        )

    def _places(self, text: str) -> dict[str, int]:
        """Returns for each word and beginning of a phrase the bits of the places where it stands in the text."""
        at: dict[str, list[int]] = {}
        known: dict[str, list[str]] = {}
        place = 0
        for part in _PART.findall(text):
            if not part[0].isalnum():
                place += GAP + 1  # so that no phrase goes on into the next sentence
                continue
            place += 1
            if part not in known:
                known[part] = self._signs_of(part)
            for sign in known[part]:
                at.setdefault(sign, []).append(place)
        size = place // 8 + 1
        found = {}
        for sign, numbers in at.items():
            bits = bytearray(size)
            for number in numbers:
                bits[number >> 3] |= 1 << (number & 7)
            found[sign] = int.from_bytes(bits, "little")
        return found

    def _signs_of(self, word: str) -> list[str]:
        """Returns the words of phrases, and the beginnings with their star, that match this word of a text."""
        found = []
        for form in _forms(word):
            if form in self._words:
                found.append(form)
            for beginning in self._beginnings.get(form[:SHORTEST_BEGINNING], ()):
                if form.startswith(beginning):
                    found.append(beginning + "*")
        return found

    @staticmethod
    def _ends(phrase: tuple[PhraseStep, ...], places: Mapping[str, int]) -> int:
        """Returns the bits of the places where this phrase ends."""
        ends = -1
        for step in phrase:
            here = 0
            for word in step.words:
                here |= places.get(word, 0)
            for beginning in step.beginnings:
                here |= places.get(beginning + "*", 0)
            if ends != -1:
                ends <<= 1
                if step.after_gap:
                    for _word in range(GAP):
                        ends |= ends << 1
            ends &= here
            if not ends:
                return 0
        return ends

    def _covered(self, phrase: tuple[PhraseStep, ...], places: Mapping[str, int]) -> int:
        """Returns the bits of every word that is part of this phrase, which has no gaps."""
        ends = self._ends(phrase, places)
        return reduce(or_, (ends >> back for back in range(len(phrase))), 0) if ends else 0
