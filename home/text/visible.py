"""Invisible characters: they are taken out of short texts, and are no words by themselves. Pure.

They come along with a number copied from contacts or an address copied from a chat, or are typed by a keyboard that
writes from right to left. In a longer text they belong to the writer; in a number, an address or a code they only break
it.
"""

import unicodedata

# What Unicode calls "default ignorable", and signs that have room on the screen but no ink.
_RANGES = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer vowels that are only heard
    (0x180B, 0x180F),  # Mongolian selectors and separator
    (0x200B, 0x200F),  # zero width, joiners, marks of direction
    (0x202A, 0x202E),  # embedding and override of direction
    (0x2060, 0x206F),  # word joiner, isolation of direction
    (0x2800, 0x2800),  # braille without dots
    (0x3164, 0x3164),  # Hangul filler
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # Hangul filler, half width
    (0xFFF0, 0xFFFB),  # specials and marks of annotation
    (0x13440, 0x13455),  # hieroglyph controls without a shape
    (0x1BCA0, 0x1BCA3),  # shorthand controls
    (0x1D159, 0x1D159),  # null notehead
    (0x1D173, 0x1D17A),  # musical beams and slurs
    (0xE0000, 0xE0FFF),  # tags and more selectors
)
UNSEEN = frozenset(sign for first, last in _RANGES for sign in range(first, last + 1))
# Letters of Persian, Hindi and emoji are joined or kept apart by these: part of how a name is written.
_JOINERS = frozenset({0x200C, 0x200D, *range(0xFE00, 0xFE10)})
_NOTHING = dict.fromkeys(UNSEEN)
_NOTHING_IN_WORDS = dict.fromkeys(UNSEEN - _JOINERS)
# Separators, control characters and formats; and marks that need a letter to stand on.
_WITHOUT_INK = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Mn", "Me"})


def without_unseen(text: str) -> str:
    """Returns the text without invisible characters: for a number, an address, a reference or a code."""
    return "".join(sign for sign in text.translate(_NOTHING) if unicodedata.category(sign) not in ("Cc", "Cs", "Cf"))


def short_words(text: str) -> str:
    """Returns a name or a few words in one line, without invisible characters; joiners within words stay.

    Empty when nothing visible is left.
    """
    bare = text.translate(_NOTHING_IN_WORDS)
    return " ".join(bare.split()) if says_something(bare) else ""


def says_something(text: str) -> bool:
    """Returns whether the text has any visible character."""
    return any(ord(sign) not in UNSEEN and unicodedata.category(sign) not in _WITHOUT_INK for sign in text)


def in_one_line(text: str) -> str:
    """Returns the text in one line; characters that cannot be printed become spaces."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
