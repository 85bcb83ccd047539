"""Hard words in a text: the first time one stands on a page it leads to its explanation. Pure: no database, no clock.

Only whole words count: a Dutch compound is another word than its parts. What Arabic writes onto the front of a word
(and, with, the) becomes part of the link, and the word is found all the same. Words in links, headings, buttons and
isolated facts stay as they are.
"""

import re
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from itertools import pairwise

from home.text.normalise import asked_words, normalised, without_particle

UNTOUCHED = frozenset(
    ["a", "bdi", "button", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "script", "style", "summary", "svg"]
)
VOID = frozenset(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
ARABIC_SCRIPT = frozenset(["ar", "fa", "ckb", "ps", "ur"])

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"^<(/?)([a-zA-Z][\w-]*)")
_LANG = re.compile(r"""\blang=["']?([\w-]+)""")
# An entity is no word. A hyphen and an apostrophe belong to the word they stand in; so do the marks of Arabic.
_WORD = re.compile(r"&#?\w+;|[^\W_](?:[\w'’ʼ\u00ad\u2010\u2011\-]|[\u0610-\u061a\u064b-\u065f\u0670\u0640])*")


@dataclass(frozen=True)
class Term:
    """A hard word in one language."""

    slug: str
    term: str
    written: tuple[str, ...]
    explanation: str
    lang: str


@dataclass(frozen=True)
class WrittenForm:
    """One way to write a term: its normalised words, and the exact spelling where capitals count (IO)."""

    words: tuple[str, ...]
    exact: str
    term: Term


@dataclass(frozen=True)
class Glossary:
    """The hard words of one language; `forms` finds them by their first word."""

    lang: str
    terms: tuple[Term, ...] = ()
    forms: dict[str, list[WrittenForm]] = field(default_factory=dict)

    @classmethod
    def of(cls, lang: str, terms: Iterable[Term]) -> "Glossary":
        """Returns the glossary of these terms; where one begins as another does, the longer one is tried first."""
        all_terms = tuple(terms)
        forms: dict[str, list[WrittenForm]] = {}
        for term in all_terms:
            for text in term.written:
                words = tuple(_compared(word) for word in text.split())
                if words:
                    # Letters that stand for words: "IO" is no "io".
                    exact = text if text.isupper() and text.isascii() else ""
                    forms.setdefault(words[0], []).append(WrittenForm(words, exact, term))
        for found in forms.values():
            found.sort(key=lambda form: -len(form.words))
        return cls(lang, all_terms, forms)


Used = MutableMapping[str, Term]
"""The terms that a page has already, by their slug."""


def linked(html: str, lang: str, glossary_in: Callable[[str], Glossary], used: Used) -> str:
    """Returns the HTML in which the first occurrence of each term leads to its explanation.

    Adds those terms to `used`.
    """
    out: list[str] = []
    around: list[tuple[str, str, bool]] = []  # name, language and whether to leave alone, of what it stands in
    here, untouched = lang, False
    for part in _TAG.split(html):
        if part.startswith("<"):
            _track_element(part, around)
            here = next((known for _name, known, _skip in reversed(around) if known), lang)
            untouched = any(skip for _name, _lang, skip in around)
        elif part.strip() and not untouched:
            part = _linked_text(part, glossary_in(here), used)
        out.append(part)
    return "".join(out)


def spelled_alike(one: str, other: str) -> bool:
    """Returns whether two spellings are the same word for a reader: capitals, marks and soft hyphens do not count."""
    return [_compared(word) for word in one.split()] == [_compared(word) for word in other.split()]


def _track_element(tag: str, around: list[tuple[str, str, bool]]) -> None:
    """Updates the list of open elements for one tag: adds an element that begins, removes one that ends."""
    match = _NAME.match(tag)
    if match is None:
        return
    name = match[2].lower()
    if match[1]:
        while around and around.pop()[0] != name:
            pass
    elif name not in VOID and not tag.endswith("/>"):
        lang = _LANG.search(tag)
        around.append((name, lang[1] if lang else "", name in UNTOUCHED))


def _linked_text(text: str, glossary: Glossary, used: Used) -> str:
    if not glossary.forms:
        return text
    found = [match for match in _WORD.finditer(text) if not match[0].startswith("&")]
    out: list[str] = []
    done = 0
    for place, match in enumerate(found):
        if match.start() < done:
            continue
        form = _form_at(text, found, place, glossary)
        if form is None or form.term.slug in used:
            continue
        used[form.term.slug] = form.term
        end = found[place + len(form.words) - 1].end()
        slug = form.term.slug
        out += [
            text[done : match.start()],
            f'<a class="hard-word" id="at-{slug}" href="#word-{slug}">{text[match.start() : end]}</a>',
        ]
        done = end
    return "".join([*out, text[done:]]) if out else text


def _form_at(text: str, found: list[re.Match[str]], place: int, glossary: Glossary) -> WrittenForm | None:
    """Returns the longest term that begins at this word; None when none does."""
    for first in _ways_to_read(found[place][0], glossary.lang):
        for form in glossary.forms.get(first, ()):
            rest = found[place + 1 : place + len(form.words)]
            if [_compared(match[0]) for match in rest] != list(form.words[1:]):
                continue
            line = [found[place], *rest]
            if any(unescape(text[one.end() : two.start()]).strip() for one, two in pairwise(line)):
                continue
            if form.exact and text[line[0].start() : line[-1].end()] != form.exact:
                continue
            return form
    return None


@lru_cache(maxsize=8192)  # pages are written with the same words again and again
def _ways_to_read(word: str, lang: str) -> tuple[str, ...]:
    plain = _compared(word)
    if lang not in ARABIC_SCRIPT:
        return (plain,)
    return (plain, *(other for other in (*asked_words(word), without_particle(plain)) if other != plain))


@lru_cache(maxsize=8192)
def _compared(word: str) -> str:
    return normalised(word.replace("\u00ad", ""))
