"""Whether one person asked two questions, as far as the way to reach them tells. Opened in memory only."""

from enum import Enum, auto
from typing import Any

from questions.models import Question
from questions.privacy.keyring import lookup

# A phone number is compared without its country: the last digits are the subscriber's.
SUBSCRIBER_DIGITS = 9


class Likeness(Enum):
    """SAME when a mail address or a phone number is equal, OTHER when both left one and none is, else UNKNOWN."""

    SAME = auto()
    OTHER = auto()
    UNKNOWN = auto()


def ways_of(contact: dict[str, Any]) -> frozenset[str]:
    """Returns keyed fingerprints of the mail address and the phone number that were left."""
    mail = str(contact.get("email", "")).strip().casefold()
    digits = "".join(sign for sign in str(contact.get("phone", "")) if sign.isdecimal())[-SUBSCRIBER_DIGITS:]
    return frozenset(lookup("contact", value) for value in (mail, digits) if value)


def likeness(one: Question, other: Question) -> Likeness:
    """Returns whether the ways to reach who asked these two are equal. Raises CannotOpen when a key is gone."""
    first, second = (ways_of(each.contact(each.key_bytes)) for each in (one, other))
    if first & second:
        return Likeness.SAME
    return Likeness.OTHER if first and second else Likeness.UNKNOWN
