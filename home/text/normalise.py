"""Words as they are compared: the same for what stands on a page and what somebody types, on every database.

Pure: standard library only. Somebody on a phone leaves marks out, writes another form of a letter, or glues "the" to
a word as Arabic does; none of that may hide a page.
"""

import re
import unicodedata

LONGEST_WORD = 40
"""Longer than this is no word of a language; it is cut, on both sides."""

# What Unicode does not take apart: letters with a stroke, and letters that keyboards of neighbours write differently.
_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "þ": "th", "ð": "d",
        "ґ": "г", "ё": "е",
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
        "ء": "", "ـ": "",
    }
)  # fmt: skip
# Inside a word and no letter: foto's, п'ять. A hyphen parts words, an apostrophe does not.
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´′"))
_WORD = re.compile(r"[^\W_]+")
# "And", "with", "to", "like" and "the", which Arabic writes together with the word they belong to.
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=[ء-ي]{3})")
_PARTICLE = re.compile(r"^[وفبكل](?=[ء-ي]{3})")


def normalised(text: str) -> str:
    """The text without capitals, marks and variants of letters, its digits Western."""
    text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    text = unicodedata.normalize("NFKD", text).translate(_LETTERS)
    kept = []
    for sign in text:
        category = unicodedata.category(sign)
        if category == "Nd":
            kept.append(str(unicodedata.digit(sign)))
        elif category not in {"Mn", "Cf"}:
            kept.append(sign)
    return "".join(kept)


def words_of(text: str) -> list[str]:
    """The words of a text, normalised, in order."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(normalised(text))]


def asked_words(query: str) -> list[str]:
    """What to look for: each word once, an Arabic word without its article."""
    return list(dict.fromkeys(_ARTICLE.sub("", word) for word in words_of(query)))


def index_of(text: str) -> str:
    """The words of a text as one line in which ` word` finds every word that begins so.

    An Arabic word stands in it as it is written, without its article, and without the particle before it.
    """
    found: dict[str, None] = {}
    for word in words_of(text):
        for form in (word, _ARTICLE.sub("", word), _PARTICLE.sub("", word)):
            found[form] = None
    return "".join(f" {word}" for word in found)


def begins_a_word(word: str, line: str) -> bool:
    """Whether a word of this line begins so."""
    return f" {word}" in line


def is_a_word(word: str, line: str) -> bool:
    """Whether this is a whole word of the line."""
    return f" {word} " in f"{line} "
