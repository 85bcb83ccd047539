"""What a translated sentence may hold, and what of the Dutch sentence it must hold; no database.

Tags are read strictly: whatever is not exactly a tag that may stand there is refused, because browsers and parsers read
half a tag or a comment differently.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from html import unescape
from urllib.parse import urlsplit

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from home.text.facts import FACT
from home.text.visible import says_something

TAGS = frozenset({"a", "abbr", "acronym", "b", "br", "code", "em", "i", "strong"})
"""The tags within a sentence that wagtail-localize keeps."""
SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
"""The schemes that an address may have; without one it is a place on this site."""

_MARK = re.compile(r"<(?=[A-Za-z/!?])[^>]*>?")
_TAG = re.compile(r"""<(/?)([A-Za-z]+)(?:\s+id=(?:"([^"<>]*)"|'([^'<>]*)'))?\s*(/?)>""")
_WITH_ATTRIBUTE = re.compile(r"<[A-Za-z]+[\s/]+[\w-]+\s*=")
_LINK = re.compile(r"""<a\s+id=["']([^"']*)["']\s*>(.*?)</a>""", re.DOTALL)
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the order of what follows: a reader sees other words than are there."""


def refusal(source: str, data: str, *, rich: bool) -> str:
    """Returns why `data` cannot be the translation of `source`, in words for its translator; empty when it can.

    Both are HTML as wagtail-localize keeps it, with a number in place of the attributes of a link. Without `rich` no
    tag but `br` may stand in it.
    """
    return (
        _refusal_of_hidden_signs(unescape(data))
        or _refusal_of_markup(data, rich)
        or _refusal_without_words(data)
        or _refusal_of_lost_parts(source, data)
    )


def markup_in(text: str) -> str:
    """Returns the first tag or comment in a text out of a file, which must be plain, or the code of a hidden
    character.

    Empty when there is none.
    """
    for part in _MARK.findall(text):
        if part.startswith(("<!", "<?")) or _TAG.fullmatch(part) or _WITH_ATTRIBUTE.match(part):
            return _short(part)
    sign = _hidden_sign(text)
    return f"U+{ord(sign):04X}" if sign else ""


def refusal_of_address(address: object) -> str:
    """Returns why a link cannot lead to this address; empty when it can."""
    try:
        plain = "".join(sign for sign in str(address) if unicodedata.category(sign)[0] not in "CZ")
        known = urlsplit(plain).scheme.lower() in SCHEMES and not FACT.search(plain) and bool(plain)
    except ValueError:
        known = False
    return "" if known else _("This is no address: begin with https:// or with /.")


def _refusal_of_hidden_signs(text: str) -> str:
    sign = _hidden_sign(text)
    told = _("There is a hidden sign in it (U+%(code)s). Type these words, or paste them without layout.")
    return told % {"code": f"{ord(sign):04X}"} if sign else ""


def _hidden_sign(text: str) -> str:
    return next(
        (
            sign
            for sign in text
            if sign in _HIDDEN or (unicodedata.category(sign) in {"Cc", "Cs", "Co"} and sign not in "\n\r\t")
        ),
        "",
    )


def _refusal_of_markup(data: str, rich: bool) -> str:
    opened: list[str] = []
    for part in _MARK.findall(data):
        if part.startswith(("<!", "<?")):
            return _("A translation holds no comments or instructions. Take “%(part)s” away.") % {"part": _short(part)}
        tag = _TAG.fullmatch(part)
        if not tag or not _may_stand(tag, rich):
            return _("“%(part)s” cannot stand here. Take it away.") % {"part": _short(part)}
        closing, name, closed = tag[1], tag[2].lower(), tag[5]
        if name == "br" or closed:
            continue
        if closing and (not opened or opened.pop() != name):
            return _("“%(part)s” closes what was not opened.") % {"part": part}
        if not closing:
            if name == "a" and "a" in opened:
                return _("A link cannot stand within another link.")
            opened.append(name)
    return _("“%(part)s” is not closed.") % {"part": f"<{opened[-1]}>"} if opened else ""


def _may_stand(tag: re.Match[str], rich: bool) -> bool:
    closing, name = tag[1], tag[2].lower()
    numbered = (tag[3] or tag[4]) is not None
    if name == "br":
        return not closing and not numbered
    if name == "a":  # a link with nowhere to lead is none
        return rich and numbered != bool(closing) and not tag[5]
    return rich and name in TAGS and not numbered


def _refusal_without_words(data: str) -> str:
    return "" if says_something(unescape(_MARK.sub("", data))) else _("There are no words in it.")


def _refusal_of_lost_parts(source: str, data: str) -> str:
    asked, given = Counter(FACT.findall(source)), Counter(FACT.findall(data))
    lost, added = asked - given, given - asked
    if lost:
        return _("%(facts)s stands in the Dutch sentence and is missing here.") % {"facts": _facts(lost)}
    if added:
        return _("%(facts)s does not stand in the Dutch sentence.") % {"facts": _facts(added)}
    present = {number for number, _words in _LINK.findall(data)}
    links = [words for number, words in _LINK.findall(source) if number not in present]
    if links:
        plain = [f"“{unescape(_MARK.sub('', words))}”" for words in links]
        return _("The link of the Dutch sentence around %(words)s is missing here.") % {"words": _listed(plain)}
    return ""


def _facts(slugs: Iterable[str]) -> str:
    return _listed([f"{{fact:{slug}}}" for slug in slugs])


def _listed(parts: list[str]) -> str:
    return str(get_text_list(parts, _("and")))


def _short(part: str) -> str:
    return part if len(part) <= 40 else f"{part[:40]}…"
