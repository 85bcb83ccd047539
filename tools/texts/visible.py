"""Finds words in a template that nobody can translate."""

import re
from html.parser import HTMLParser

from tools.texts.faults import own_words
from tools.texts.rules import ATTRIBUTE_BLOCK, SHOWN_ARGUMENT, SPOKEN_ATTRIBUTES

USES = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
# Stands for what a template tag prints. No letter, and may stand in the name of a tag or attribute.
_MARK = "\ufffc"
_SPOKEN_FILTER = re.compile(r"""\|\s*(?:default|default_if_none|yesno|pluralize)\s*:\s*("[^"]*"|'[^']*')""")


class _Visible(HTMLParser):
    """Collects, with their line, the words of HTML that somebody sees or hears."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[tuple[int, str]] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        values = {name.replace(_MARK, ""): value or "" for name, value in attrs}
        spoken = [value for name, value in values.items() if name in SPOKEN_ATTRIBUTES]
        if tag == "input" and values.get("type") in ("submit", "button", "reset"):
            spoken.append(values.get("value", ""))
        if tag == "meta" and values.get("name") == "description":
            spoken.append(values.get("content", ""))
        self.words += [(self.getpos()[0], value) for value in spoken]

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in ("script", "style")))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            blank = len(data) - len(data.lstrip(_MARK + " \t\r\n"))
            self.words.append((self.getpos()[0] + data.count("\n", 0, blank), data))


def untranslated(source: str, *, html: bool = True) -> list[tuple[int, str]]:
    """Returns the words of a template that stand outside the translation tags, each with its line."""
    from django.template.base import Lexer, TokenType

    found: list[tuple[int, str]] = []
    out: list[str] = []
    end = ""
    for token in Lexer(source).tokenize():
        words = token.contents
        tag = words.split(maxsplit=1)[0] if token.token_type is TokenType.BLOCK and words else ""
        # Line ends stay, so that the lines that are told are right.
        mark = "\n" * words.count("\n") + ("x" if out and out[-1].endswith(("<", "</")) else _MARK)
        if end:
            end = "" if tag == end else end
            out.append("\n" * words.count("\n"))
        elif token.token_type is TokenType.TEXT:
            out.append(words)
        elif token.token_type is TokenType.VAR:
            # A word that a filter would print stands where it would be printed: in a class attribute it is no text.
            spoken = [str(match)[1:-1] for match in _SPOKEN_FILTER.findall(words)]
            if re.search(r"\|\s*pluralize\s*$", words):
                spoken.append("s")
            out.append(" ".join([mark, *spoken]))
        elif tag in ("comment", "blocktranslate", "blocktrans"):
            end = "end" + tag
        elif tag == "block" and ATTRIBUTE_BLOCK.match(words):
            end = "endblock"
        elif tag:
            shown = (str(match)[1:-1] for match in SHOWN_ARGUMENT.findall(words))
            found += [(token.lineno or 1, value) for value in shown if re.search(r"[^\W\d_]{2}", value)]
            out.append(mark)
    if html:
        parser = _Visible()
        parser.feed("".join(out))
        parser.close()
        found += parser.words
    else:
        found += [(line, words) for line, words in enumerate("".join(out).split("\n"), 1)]
    plain = [(line, " ".join(words.replace(_MARK, " ").split())) for line, words in found]
    return sorted({(line, words) for line, words in plain if any(map(str.isalpha, own_words(words)))})
