"""Markdown as editors and writers know it, turned into the rich text that Wagtail stores.

Only what both can hold: paragraphs, numbered and unnumbered lists, bold, links. A link is `(page:<key>)`,
`(door:<path>)` or an address that begins with http. The order and kind of blocks is the structure that a translation
must share, since wagtail-localize puts each translated block in the place of the original.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

ListTags = {"bullet_list_open": "ul", "ordered_list_open": "ol"}


class NotAllowed(ValueError):
    """Raised for Markdown that a page cannot hold; `line` counts from 0 within the text."""

    def __init__(self, message: str, line: int) -> None:
        self.line = line
        super().__init__(message)


@dataclass
class Leaf:
    """The inline content of one paragraph or list item, in pieces: HTML, and links by their target."""

    kind: str
    line: int
    pieces: list[str | tuple[str, str]] = field(default_factory=list)
    """A string is finished HTML; a pair ("a", target) is the beginning of a link."""

    @property
    def targets(self) -> list[str]:
        """Returns the targets of its links, in order."""
        return [piece[1] for piece in self.pieces if isinstance(piece, tuple)]

    def html(self, opening: Callable[[str], str]) -> str:
        """Returns its HTML; `opening` returns the opening tag of a link to a target."""
        return "".join(piece if isinstance(piece, str) else opening(piece[1]) for piece in self.pieces)


@dataclass
class Text:
    """A whole Markdown text: its leaves in order, and the blocks around them."""

    leaves: list[Leaf] = field(default_factory=list)
    frame: list[str | int] = field(default_factory=list)
    """Tags as strings, and for each leaf its number."""

    @property
    def structure(self) -> list[str]:
        """Returns the order of tags and kinds of leaves, which a translation must share."""
        return [self.leaves[part].kind if isinstance(part, int) else part for part in self.frame]

    def html(self, opening: Callable[[str], str]) -> str:
        """Returns the whole text as HTML; `opening` returns the opening tag of a link to a target."""
        return "".join(self.leaves[part].html(opening) if isinstance(part, int) else part for part in self.frame)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    # Where a link may lead, who reads the words of a page says; here `javascript:` would pass as words with brackets.
    # To put another in its place is how the package says to do it; types know of no such thing.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def parsed(source: str) -> Text:
    """Returns the parsed text. Raises NotAllowed for Markdown that a page cannot hold."""
    text = Text()
    around: list[str] = []
    filled_items: list[bool] = []
    for token in _parser().parse(source):
        line = token.map[0] if token.map else 0
        if token.type in ListTags:
            tag = ListTags[token.type]
            if token.attrGet("start") not in (None, 1):
                raise NotAllowed("a numbered list begins at 1", line)
            around.append(tag)
            text.frame.append(f"<{tag}>")
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            text.frame.append(f"</{around.pop()}>")
        elif token.type == "list_item_open":
            around.append("li")
            filled_items.append(False)
            text.frame.append("<li>")
        elif token.type == "list_item_close":
            around.pop()
            filled_items.pop()
            text.frame.append("</li>")
        elif token.type == "paragraph_open":
            if around and filled_items[-1]:
                raise NotAllowed("an item of a list holds one paragraph", line)
            if not around:
                text.frame.append("<p>")
        elif token.type == "paragraph_close":
            if around:
                filled_items[-1] = True
            else:
                text.frame.append("</p>")
        elif token.type == "inline":
            kind = around[-2] if around else "p"
            text.frame.append(len(text.leaves))
            text.leaves.append(_leaf(token, kind, line))
        else:
            raise NotAllowed(f"{token.type.removesuffix('_open').replace('_', ' ')} cannot stand here", line)
    return text


def _leaf(token: Token, kind: str, line: int) -> Leaf:
    leaf = Leaf(kind, line)
    for child in token.children or []:
        if child.type == "text":
            _add(leaf, escape(child.content, quote=False))
        elif child.type == "softbreak":
            _add(leaf, " ")
        elif child.type == "hardbreak":
            _add(leaf, "<br/>")
        elif child.type in {"strong_open", "strong_close"}:
            _add(leaf, "<b>" if child.type == "strong_open" else "</b>")
        elif child.type == "link_open":
            leaf.pieces.append(("a", str(child.attrGet("href") or "")))
        elif child.type == "link_close":
            _add(leaf, "</a>")
        else:
            name = child.type.removesuffix("_open").replace("_", " ")
            raise NotAllowed(f"{name} cannot stand here", line)
    return leaf


def _add(leaf: Leaf, html: str) -> None:
    if leaf.pieces and isinstance(leaf.pieces[-1], str):
        leaf.pieces[-1] += html
    else:
        leaf.pieces.append(html)
