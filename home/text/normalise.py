"""Text normalised for comparing: accents, forms of a letter, digits of every script, what Arabic glues to a word.

Pure: standard library only. Somebody on a phone leaves marks out, writes another form of a letter, or glues "the" to a
word as Arabic does; none of that may hide a page, a hard word or a word of danger. The search, the glossary, the
directory, the words of danger, codes and phone numbers each use those of these functions that they need.
"""

import re
import unicodedata

from home.text.visible import without_unseen

LONGEST_WORD = 40
"""Letters after which a word is cut, in what is searched and in the query: no language has longer ones."""

# Letters that Unicode does not take apart.
STROKES = str.maketrans("łđøı", "ldoi")
LIGATURES = {ord("æ"): "ae", ord("œ"): "oe"}
# How Arabic ends a word, and how keyboards of its neighbours write the same letter.
ARABIC_YEH = str.maketrans("ى", "ي")
ARABIC_NEIGHBOURS = str.maketrans("یکٱ", "يكا")
ARABIC_STRETCH = "ـ"
APOSTROPHES = "'’‘ʼ`´"
"""Signs inside a word that are no letter: foto's, п'ять. A hyphen parts words, an apostrophe does not."""

_LETTERS: dict[int, str | int | None] = {
    **STROKES, **LIGATURES, **ARABIC_YEH, **ARABIC_NEIGHBOURS,
    **str.maketrans("ħðґё", "hdге"), ord("þ"): "th",
    **str.maketrans("ېڪةۀہھە", "يكههههه"),
    **str.maketrans("", "", "ء" + ARABIC_STRETCH),
}  # fmt: skip
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES + "′")
_WORD = re.compile(r"[^\W_]+")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
# "And", "with", "to", "like" and "the", which Arabic writes together with the word they belong to.
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=[ء-ي]{3})")
_PARTICLE = re.compile(r"^[وفبكل](?=[ء-ي]{3})")


def western_digits(text: str) -> str:
    """Returns the text with its digits as 0 to 9, whatever script they were typed in."""
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), text)


def typed_plainly(text: str) -> str:
    """Returns what was typed without invisible characters, in plain letters (NFKC) and with the digits 0 to 9."""
    return western_digits(unicodedata.normalize("NFKC", without_unseen(text)))


def without_marks(text: str) -> str:
    """Returns the text taken apart (NFKD) and without the marks above and below its letters."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def normalised(text: str) -> str:
    """Returns the text without capitals, marks and variants of letters, its digits Western."""
    text = text.translate(_NO_APOSTROPHES)
    if text.isascii():  # the same, without looking at every sign
        return text.lower()
    text = unicodedata.normalize("NFKD", text).casefold()
    text = unicodedata.normalize("NFKD", text).translate(_LETTERS)
    return western_digits("".join(sign for sign in text if unicodedata.category(sign) not in {"Mn", "Cf"}))


def words_of(text: str) -> list[str]:
    """Returns the words of a text, normalised, in order."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(normalised(text))]


def without_article(word: str) -> str:
    """Returns an Arabic word without its article and what stands before that; any other word unchanged."""
    return _ARTICLE.sub("", word)


def without_particle(word: str) -> str:
    """Returns an Arabic word without the one letter before it that means and, with, to or like; any other unchanged."""
    return _PARTICLE.sub("", word)


def asked_words(query: str) -> list[str]:
    """Returns the words of a query to look for: each once, normalised, an Arabic word without its article."""
    return list(dict.fromkeys(without_article(word) for word in words_of(query)))


def index_of(text: str) -> str:
    """Returns the words of a text as one line in which ` word` finds every word that begins so.

    An Arabic word stands in it as it is written, without its article, and without the particle before it.
    """
    found: dict[str, None] = {}
    for word in words_of(text):
        for form in (word, without_article(word), without_particle(word)):
            found[form] = None
    return "".join(f" {word}" for word in found)


def begins_a_word(word: str, line: str) -> bool:
    """Returns whether a word of this line, as `index_of` makes it, begins with `word`."""
    return f" {word}" in line


def is_a_word(word: str, line: str) -> bool:
    """Returns whether this is a whole word of the line."""
    return f" {word} " in f"{line} "
