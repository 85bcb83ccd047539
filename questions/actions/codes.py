"""The reference and the secret code of a question: made, and read as people type them.

People copy them from a photo or a note, on the keyboard of their language.
"""

import secrets

from home.text.normalise import typed_plainly
from questions.privacy.keyring import lookup

# Capitals of Cyrillic and of Greek that look like a letter or a digit of a reference.
_ALIKE = str.maketrans("ВСНКМРТХЅЈЗԀҺԚԜ" + "ΒΗΚΜΝΡΤΧΖϹ", "BCHKMPTXSJ3DHQW" + "BHKMNPTXZC")
# What people type for a nought, a one and a three, in the scripts of our languages: a code has digits only.
_DIGITS = str.maketrans("OoОоΟο" + "Iil|ІіΙι" + "Зз", "0" * 6 + "1" * 8 + "3" * 2)


def parse_reference(typed: str) -> str:
    """Returns the reference in what was typed, in capitals with its dash; empty when there is none."""
    signs = "".join(sign for sign in typed_plainly(typed).upper().translate(_ALIKE) if sign.isalnum())
    return f"{signs[:3]}-{signs[3:]}" if len(signs) == REFERENCE_LENGTH else ""


def parse_code(typed: str) -> str:
    """Returns the digits of the code in what was typed; empty when there is no whole code."""
    return _digits(typed, CODE_DIGITS)


def parse_number(typed: str) -> str:
    """Returns the digits of the one-time number in what was typed; empty when there is no whole number."""
    return _digits(typed, NUMBER_DIGITS)


def _digits(typed: str, count: int) -> str:
    digits = "".join(sign for sign in typed_plainly(typed).translate(_DIGITS) if sign.isdecimal())
    return digits if len(digits) == count else ""


# Letters and digits that cannot be taken for one another, and no vowels, so that no word appears.
REFERENCE_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"


REFERENCE_LENGTH = 6


CODE_DIGITS = 12


NUMBER_DIGITS = 8


def new_reference() -> str:
    """Returns a random reference such as K7M-4QX."""
    signs = [secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH)]
    return "".join(signs[:3]) + "-" + "".join(signs[3:])


def new_code() -> str:
    """Returns a random code of 12 digits."""
    return "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))


def spaced(code: str) -> str:
    """Returns the code in groups of four digits, as screens show it."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def code_fingerprint(reference: str, code: str) -> str:
    """Returns the keyed fingerprint under which a code is kept. The code itself is kept nowhere."""
    return lookup("code", reference, code)
