"""A reference and a code as people type them: from a photo or a note, on the keyboard of their language. Pure."""

import unicodedata

from home.text.visible import without_unseen
from questions.actions.ask import CODE_DIGITS, REFERENCE_LENGTH

# Capitals of Cyrillic and of Greek that look like a letter or a digit of a reference.
_ALIKE = str.maketrans("ВСНКМРТХЅЈЗԀҺԚԜ" + "ΒΗΚΜΝΡΤΧΖϹ", "BCHKMPTXSJ3DHQW" + "BHKMNPTXZC")
# What people type for a nought, a one and a three, in the scripts of our languages: a code has digits only.
_DIGITS = str.maketrans("OoОоΟο" + "Iil|ІіΙι" + "Зз", "0" * 6 + "1" * 8 + "3" * 2)


def read_reference(typed: str) -> str:
    """The reference in what was typed, in capitals with its dash; empty when it cannot be one."""
    signs = "".join(sign for sign in _western(typed).upper().translate(_ALIKE) if sign.isalnum())
    return f"{signs[:3]}-{signs[3:]}" if len(signs) == REFERENCE_LENGTH else ""


def read_code(typed: str) -> str:
    """The digits of the code in what was typed; empty when it cannot be one."""
    digits = "".join(sign for sign in _western(typed).translate(_DIGITS) if sign.isdecimal())
    return digits if len(digits) == CODE_DIGITS else ""


def _western(typed: str) -> str:
    """The same in plain letters and with the digits 0 to 9, whatever script they were typed in."""
    plain = unicodedata.normalize("NFKC", without_unseen(typed))
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in plain)
