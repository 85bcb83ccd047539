"""Keeps numbers in order in a text that runs from right to left.

In Arabic "06 1234 5678" is shown as "5678 1234 06": the blanks between the groups run with the text. A number in an
element of its own is shown as it was typed, in the words of a resident and in an answer. Hours ("10:00-12:00") are left
as they are: somebody who reads from right to left reads those in order.
"""

import re
import unicodedata

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

# Groups of digits, of any script, with one or two signs between each. Never looks back: a long text costs one walk.
_NUMBER = re.compile(r"(?<![^\W_])(?:\+ ?\(?|\()?\d++(?:[ \u00a0\u2009\u202f().,:\-/\u2010-\u2015]{1,2}+\d++)*+")
_DIGITS_OF_EUROPE = re.compile(r"[0-9]")
_APART = re.compile(r"[^\d+,:]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
SHORTEST = 3
"""Digits that a number has at least, if its order can be lost."""


def numbers_in_order(text: str) -> SafeString:
    """Returns the plain text, escaped; each number of several groups in a text from right to left is in a `bdi`."""
    if not any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text):
        return escape(text)
    parts: list[str] = []
    at = looked = 0
    latin = False
    for found in _NUMBER.finditer(text):
        latin = _goes_on_in_latin(text[looked : found.start()], latin)
        looked = found.end()
        # UAX 9, rule W7: behind Latin letters such digits go on from left to right, as an account number has to.
        if _can_lose_its_order(found[0]) and not (latin and _DIGITS_OF_EUROPE.search(found[0])):
            before = escape(text[at : found.start()])
            parts += [before, format_html('<bdi dir="ltr">{}</bdi>', found[0])]
            at = found.end()
    return mark_safe("".join([*parts, escape(text[at:])]))  # noqa: S308 (every part is escaped)


def _goes_on_in_latin(text: str, latin: bool) -> bool:
    """Returns whether the last letter before this place, on the same line, is written from left to right."""
    for sign in reversed(text):
        kind = unicodedata.bidirectional(sign)
        if kind == "L":
            return True
        if kind == "B" or kind in _RIGHT_TO_LEFT:
            return False
    return latin


def _can_lose_its_order(number: str) -> bool:
    digits = sum(sign.isdecimal() for sign in number)
    return digits >= SHORTEST and ":" not in number and (number.startswith("+") or bool(_APART.search(number)))
