"""The first sentence of a running text, for a place where there is room for no more. Pure: no database."""

import re
from html import unescape

_FIRST_PIECE = re.compile(r"<(p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_END = re.compile(r"""[.!?؟…]["'”»)]*(?=\s+(\S))""")


def first_piece(html: str) -> str:
    """Returns the words of the first paragraph, or the first item of a list, of stored rich text; no markup."""
    found = _FIRST_PIECE.search(html)
    return _SPACE.sub(" ", unescape(_TAG.sub("", found[2] if found else html))).strip()


def first_sentence(text: str) -> str:
    """Returns a text up to and including the end of its first sentence; all of it when it has one sentence."""
    for end in _END.finditer(text):
        # After a short form the sentence goes on, with a small letter or a number.
        if not (end[1].islower() or end[1].isdigit()):
            return text[: end.end()]
    return text
