"""How easy a text is to read, by pure rules. Words and syllables are counted by Dutch rules, sentences in any
language.

LIX (C. H. Björnsson) is the number of words per sentence plus the percentage of words of more than six letters;
Flesch-Douma is Flesch's reading ease with the weights that W. H. Douma gave it for Dutch. They are estimates: a person
decides.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONG_SENTENCE = 20
LONG_WORD = 16
"""Letters from which on a word is hard to take in."""

_SENTENCE = re.compile(r"[^.!?\n؟。]+[.!?؟]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Vowels that are heard as one; a vowel with two dots begins a syllable of its own.
_SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyáéíóúàèìòùâêîôûëïöüä]")
_BECOMES = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:ge|be|ver|ont|her|toege|aange|opge|uitge|afge|inge|voorge)\w{2,}(?:d|t|en)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class ReadabilityFigures:
    """The counts of a text from which its readability follows."""

    sentences: int
    words: int
    long_words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0

    @property
    def lix(self) -> int:
        """Returns the LIX of the text: up to 30 is easy, from 40 on it is official language; 0 without words."""
        return round(self.words_per_sentence + 100 * self.long_words / self.words) if self.words else 0

    @property
    def flesch_douma(self) -> int:
        """Returns the score of Flesch-Douma: from 70 on the text is easy, under 50 it is hard; 100 without words."""
        if not self.words:
            return 100
        return round(206.84 - 77 * self.syllables / self.words - 0.93 * self.words_per_sentence)


@dataclass(frozen=True)
class Hint:
    """A place in a text that could be easier: its kind, the words, and a plainer word when one is known."""

    kind: str
    words: str
    plain: str = ""


SENTENCE, WORD, PASSIVE, OFFICIAL = "sentence", "word", "passive", "official"


def sentences(text: str) -> list[str]:
    """Returns the sentences of a text; a line of its own (a heading, a point of a list) counts as one."""
    found = (part.strip() for part in _SENTENCE.findall(text))
    return [part for part in found if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Returns the words of a text, without numbers."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Returns how many syllables a Dutch word has; at least one."""
    return max(1, len(_SYLLABLE.findall(word.lower())))


def figures(text: str) -> ReadabilityFigures:
    """Returns the counts of a text: sentences, words, words of more than six letters, and syllables."""
    every = words(text)
    return ReadabilityFigures(
        sentences=len(sentences(text)),
        words=len(every),
        long_words=sum(len(word) > 6 for word in every),
        syllables=sum(syllables(word) for word in every),
    )


def hints(text: str, plain_words: Mapping[str, str], *, dutch: bool) -> list[Hint]:
    """Returns the places that could be easier, each once; outside Dutch only sentences that are too long."""
    found: dict[Hint, None] = {}
    for sentence in sentences(text):
        if len(words(sentence)) > LONG_SENTENCE:
            found.setdefault(Hint(SENTENCE, sentence))
        if dutch and _BECOMES.search(sentence) and _PARTICIPLE.search(_BECOMES.sub("", sentence)):
            found.setdefault(Hint(PASSIVE, sentence))
    if dutch:
        for hint in _hard_words(text, plain_words):
            found.setdefault(hint)
    return list(found)


def _hard_words(text: str, plain_words: Mapping[str, str]) -> Iterable[Hint]:
    lowered = text.lower()
    for official, plain in plain_words.items():
        if re.search(rf"\b{re.escape(official.lower())}\b", lowered):
            yield Hint(OFFICIAL, official, plain)
    known = {official.lower() for official in plain_words}
    for word in words(text):
        if len(word) >= LONG_WORD and "-" not in word and word.lower() not in known:
            yield Hint(WORD, word)
