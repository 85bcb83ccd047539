"""Finds what is wrong with a translation: placeholders, spaces, letters, words left in English."""

import gettext
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import polib

from tools.texts.rules import ENGLISH, LATIN_SCRIPT, NAMES, PLURALS, STRANGE_LETTERS

_FORMAT = r"%\([^)]*\)[-+0 #]*\d*(?:\.\d+)?[a-zA-Z]|%(?:\.\d+)?[sdifr]"
_TAG = r"</?[a-zA-Z][^<>]*>"
_HOLDER = re.compile(rf"%%|{_FORMAT}|\{{[^{{}}\s]*\}}|{_TAG}")
_NO_WORDS = re.compile(
    rf"{_FORMAT}|\{{[^{{}}\s]*\}}|{_TAG}|&#?\w+;|https?://\S+|\S+@\S+\.\w+|\b(?:[\w-]+\.)+(?:nl|org|eu|com)\b(?:/\S*)?"
)
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:[ '’-][A-Za-zÀ-ÖØ-öø-ɏ]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _names() -> re.Pattern[str]:
    names = sorted(map(re.escape, NAMES), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


def own_words(text: str) -> str:
    """Returns the text without what is the same in every language: placeholders, tags, addresses, names."""
    return _names().sub(" ", _NO_WORDS.sub(" ", text))


def placeholders(text: str) -> Counter[str]:
    """Returns what must come back in the translation: %(name)s, %s, {name}, tags, doubled percent signs."""
    return Counter(_HOLDER.findall(text))


@cache
def _for_one_number(language: str) -> frozenset[int]:
    """Returns the plural forms that stand for one number only, so that a translation may say it in words."""
    rule = gettext.c2py(PLURALS[language].partition("plural=")[2].rstrip(";"))
    return frozenset(form for form, times in Counter(map(rule, range(1001))).items() if times == 1)


def _fits(entry: polib.POEntry, form: int | None, words: str, language: str) -> bool:
    got = placeholders(words)
    if form is None:
        return got == placeholders(entry.msgid)
    wanted = placeholders(entry.msgid_plural)
    if got == wanted:
        return True
    left_out = wanted - got
    number_in_words = not got - wanted and len(left_out) == 1 and next(iter(left_out))[0] in "%{"
    return form in _for_one_number(language) and (got == placeholders(entry.msgid) or number_in_words)


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def faults(entry: polib.POEntry, language: str) -> Iterator[str]:
    """Yields what is wrong with the translation of an entry; nothing where it is empty."""
    words_of = entry.msgstr_plural.items() if entry.msgid_plural else [(None, entry.msgstr)]
    for form, words in words_of:
        if not words:
            continue
        where = "" if form is None else f" in form {form}"
        source = entry.msgid if form in (None, 0) else entry.msgid_plural
        if not _fits(entry, form, words, language):
            yield f"other placeholders{where}: {_listed(placeholders(source))} became {_listed(placeholders(words))}"
        elif re.search(_FORMAT, source) and "%" in _HOLDER.sub("", words) and "%" not in _HOLDER.sub("", source):
            yield f"a bare percent sign{where}: write %%"
        if _ends(words) != _ends(source):
            yield f"other spaces or line ends at its ends{where}"
        own = own_words(words)
        if strange := sorted(set(own) & set(STRANGE_LETTERS.get(language, ""))):
            yield f"letters of another language{where}: {' '.join(strange)}"
        if language in ("ar", "uk") and (latin := _LATIN.findall(own)):
            yield f"Latin letters{where}: {', '.join(latin)}"
        if language in LATIN_SCRIPT:
            if english := sorted(ENGLISH & {word.lower() for word in _WORD.findall(own)}):
                yield f"still English{where}: {', '.join(english)}"
            elif words == source and len(_WORD.findall(own)) > 1:
                yield f"still English{where}"


def _listed(holders: Counter[str]) -> str:
    return " ".join(sorted(holders.elements())) or "none"


def shown(entry: polib.POEntry) -> str:
    text = " ".join(entry.msgid.split())
    text = text if len(text) <= 80 else text[:79] + "…"
    return f"“{text}”" + (f" ({entry.msgctxt})" if entry.msgctxt else "")
