"""The contents of a long page: a short list of links to its headings; docs/templates.md says what it promises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from django import template
from django.template import Context
from django.template.base import Node, NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

register = template.Library()

FEWEST = 4
"""A page with fewer headings is seen through without a list of them."""
SHORTEST = 1_500
"""Signs. A page with fewer, two screens of a phone, is read sooner than a list of its headings."""
_HEADING = re.compile(r"<h2\b([^>]*)>(.*?)</h2>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')
_LANGUAGE = re.compile(r'\blang="([a-z]+)"')
_NOT_IN_A_LINK = re.compile(r'<span class="arch\b[^>]*>.*?</span>|<svg\b.*?</svg>|</?a\b[^>]*>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_IN_LANGUAGE = '<div lang="'


@dataclass(frozen=True)
class Heading:
    """A heading of a page, as a link to it needs it; `lang` where its words are in another language than the page."""

    anchor: str
    words: SafeString
    lang: str


class Contents(Node):
    """What stands between the tags, with a list of its headings before it when there are enough of them."""

    def __init__(self, inside: NodeList) -> None:
        self.inside = inside

    def render(self, context: Context) -> SafeString:
        html = self.inside.render(context)
        found = list(_HEADING.finditer(html))
        if len(found) < FEWEST or len(_SPACE.sub(" ", _TAG.sub("", html))) < SHORTEST:
            return html
        headings = [*_headings(html, found)]
        parts, at = [], 0
        for match, heading in zip(found, headings, strict=True):
            own = match[1] if _ID.search(match[1]) else f'{match[1]} id="{heading.anchor}"'
            parts += [html[at : match.start()], f"<h2{own}>{match[2]}</h2>"]
            at = match.end()
        # A tag that is drawn stands in a template.
        listed = context.template.engine.get_template("components/contents.html")  # type: ignore[union-attr]
        with context.push(headings=headings):
            return mark_safe(listed.render(context) + "".join(parts) + html[at:])  # noqa: S308 (rendered templates)


def _headings(html: str, found: list[re.Match[str]]) -> Iterator[Heading]:
    taken = set(_ID.findall(html))
    for match in found:
        words = _NOT_IN_A_LINK.sub("", match[2]).strip()
        own = _ID.search(match[1])
        anchor = own[1] if own else _free(f"part-{slugify(unescape(_TAG.sub('', words)), allow_unicode=True)}", taken)
        lang = _LANGUAGE.search(match[1])
        yield Heading(anchor, mark_safe(words), lang[1] if lang else _language_around(html, match.start()))  # noqa: S308


def _free(anchor: str, taken: set[str]) -> str:
    number, free = 1, anchor
    while free in taken:
        number += 1
        free = f"{anchor}-{number}"
    taken.add(free)
    return free


def _language_around(html: str, at: int) -> str:
    """Returns the language of the text in another language that a place stands in; empty when it stands in none."""
    start = html.rfind(_IN_LANGUAGE, 0, at)
    inside = html[start:at] if start >= 0 else ""
    if inside.count("<div") <= inside.count("</div>"):
        return ""
    return html[start + len(_IN_LANGUAGE) :].partition('"')[0]


@register.tag
def contents(parser: Parser, token: Token) -> Contents:
    """Prints what stands up to `endcontents`, with links to its headings before it where it is long."""
    inside = parser.parse(("endcontents",))
    parser.delete_first_token()
    return Contents(inside)
