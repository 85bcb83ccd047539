"""Words in Latin letters inside a text in another script: they are Dutch, and are marked as such for screen readers."""

import re

from home.languages import source_code

OTHER_SCRIPTS = frozenset({"ar", "uk"})
"""The languages of the site that are not written in Latin letters."""

_PART = re.compile(r"(<[^>]*>|&#?\w+;)")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ!]+(?:[ '’.-]+[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ!]+)*")
_TAG = re.compile(r"<(/?)(\w+)")


def marked_foreign(html: str, language: str) -> str:
    """Returns the HTML of a text in this language with its Latin words marked as Dutch, unless they are marked."""
    if language not in OTHER_SCRIPTS:
        return html
    parts = []
    # The elements open now, from the outermost one that says its own language.
    inside: list[str] = []
    for part in _PART.split(html):
        tag = _TAG.match(part)
        if tag and (inside or " lang=" in part) and not part.endswith("/>"):
            _follow(inside, tag[2], closing=bool(tag[1]))
        if not inside and not part.startswith(("<", "&")):
            part = _LATIN.sub(lambda found: f'<bdi lang="{source_code()}">{found[0]}</bdi>', part)
        parts.append(part)
    return "".join(parts)


def _follow(inside: list[str], name: str, *, closing: bool) -> None:
    if not closing:
        if name not in {"br", "img", "hr", "wbr", "input"}:
            inside.append(name)
    elif name in inside:
        while inside.pop() != name:
            pass
