"""Whether one person asked two questions, as far as the way to reach them tells. Opened in memory only."""

from enum import Enum, auto
from typing import Any

from questions.models import Question
from questions.privacy.keyring import lookup

# A phone number is compared without its country: the last digits are the subscriber's.
SUBSCRIBER_DIGITS = 9


class Likeness(Enum):
    """SAME when a mail address or a phone number is equal, OTHER when both left one and none is, else UNKNOWN.

    With two different names an equal address or number is UNKNOWN: people of one house share a phone.
    """

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
    contacts = [each.contact(each.key_bytes) for each in (one, other)]
    first, second = map(ways_of, contacts)
    if first & second:
        names = {name for each in contacts if (name := " ".join(str(each.get("name", "")).split()).casefold())}
        return Likeness.SAME if len(names) < 2 else Likeness.UNKNOWN
    return Likeness.OTHER if first and second else Likeness.UNKNOWN
