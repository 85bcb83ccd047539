"""Phone numbers as people write them, and as they are dialled. Pure.

A number without country code is Dutch. Which numbers exist, in every country, is known by `phonenumbers`.
"""

import re

import phonenumbers
from phonenumbers import CountryCodeSource, PhoneNumber, PhoneNumberType

from home.text.normalise import typed_plainly

COUNTRY = "NL"
LONGEST = 40
SHORTEST, LONGEST_SHORT = 3, 6
"""Digits, at least and at most, of a short number that is dialled as it is: 112, 14 038, 116 123."""
# Signs that people put between the digits of a number, after every dash has become one.
_BETWEEN = re.compile(r"[\s().\-/]")
_DASHES = re.compile("[\u2010-\u2015\u2043\u2212\u30fc\ufe58\ufe63\uff0d]")
# "+31 (0)6": the zero is for who calls from within the country.
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_NUMBER = re.compile(r"\+?[0-9]+")
# Services, which a person has not at home: to call one back reaches nobody, or costs money.
_SERVICES = frozenset(
    {
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PAGER,
        PhoneNumberType.VOICEMAIL,
    }
)
# 14 038 is of the same kind as 088 123 45 67, which is the number of a person at work.
_SHORTEST_OF_A_PERSON = 7


def dialled(text: str) -> str:
    """Returns a number as it stands after `tel:`, such as `+31381234567`, `0381234567` or `112`.

    Empty for what is no number, has words in it, or cannot be dialled.
    """
    digits = _digits(text)
    if SHORTEST <= len(digits) <= LONGEST_SHORT and not digits.startswith(("0", "+")):
        return digits
    number = _possible_number(text)
    return _as_dialled(number) if number is not None else ""


def own_number(text: str) -> str:
    """Returns a number at which a person can be called back, in the form of `dialled`; empty when it is none."""
    number = _possible_number(text)
    if number is None or phonenumbers.number_type(number) in _SERVICES:
        return ""
    written = _as_dialled(number)
    return written if len(phonenumbers.national_significant_number(number)) >= _SHORTEST_OF_A_PERSON else ""


def _digits(text: str) -> str:
    """Returns the digits of what was typed, with a leading plus; empty when anything else stands in it."""
    typed = _DASHES.sub("-", typed_plainly(text)).strip()
    bare = _BETWEEN.sub("", _TRUNK_ZERO.sub("", typed) if _is_abroad(typed) else typed)
    return bare if _NUMBER.fullmatch(bare) else ""


def _is_abroad(typed: str) -> bool:
    return typed.lstrip("( ").startswith(("+", "00"))


def _possible_number(text: str) -> PhoneNumber | None:
    """Returns the number if it can exist, else None. A zero behind the country code is removed."""
    if len(text) > LONGEST:
        return None
    digits = _digits(text)
    number = _parsed(digits)
    if number is None or _exists(number):
        return number
    code = str(number.country_code)
    bare = digits.removeprefix("+").removeprefix("00")
    without_zero = _parsed(f"+{code}{bare[len(code) + 1 :]}") if bare.startswith(f"{code}0") else None
    return without_zero if without_zero is not None and _exists(without_zero) else None


def _parsed(digits: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(digits, COUNTRY, keep_raw_input=True) if digits else None
    except phonenumbers.NumberParseException:
        return None


def _exists(number: PhoneNumber) -> bool:
    """Returns whether the number can exist: all Dutch ranges are known; abroad a possible length is enough."""
    if number.country_code == phonenumbers.country_code_for_region(COUNTRY):
        return phonenumbers.is_valid_number(number)
    return phonenumbers.is_valid_number(number) or (
        phonenumbers.is_possible_number(number) and not phonenumbers.national_significant_number(number).startswith("0")
    )


def _as_dialled(number: PhoneNumber) -> str:
    """Returns the number as it is dialled: with the country code only when that was typed."""
    if number.country_code_source == CountryCodeSource.FROM_DEFAULT_COUNTRY:
        return f"0{phonenumbers.national_significant_number(number)}"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
