"""Slows a guesser down, and locks nobody out.

A few tries are free; after that each wrong try doubles the pause before the next, up to a minute. The pause belongs
first to the reference that is being guessed and, much more loosely, to the address: a library shares one address.
"""

from datetime import datetime, timedelta
from math import ceil

from questions.privacy.keyring import lookup
from questions.privacy.models import WrongTry

WINDOW = timedelta(minutes=15)
LONGEST = 60  # seconds
FREE_PER_REFERENCE = 5
FREE_PER_ADDRESS = 100


def pause(purpose: str, value: str, free: int, now: datetime) -> int:
    """Whole seconds before something may be done again from here, after `free` times within the window."""
    tries = WrongTry.objects.filter(bucket=lookup(purpose, value), at__gt=now - WINDOW)
    count = tries.count()
    if count < free:
        return 0
    last = tries.latest("at").at
    ready = last + timedelta(seconds=min(LONGEST, 2 ** min(count - free + 1, 10)))
    return max(0, ceil((ready - now).total_seconds()))


def pause_before_try(reference: str, address: str, now: datetime) -> int:
    """Whole seconds to wait before the next try may be made; 0 when it may be made now."""
    return max(
        pause("try-reference", reference, FREE_PER_REFERENCE, now),
        pause("try-address", address, FREE_PER_ADDRESS, now),
    )


def note_wrong_try(reference: str, address: str, now: datetime) -> None:
    """Remembers that a code was wrong."""
    WrongTry.objects.bulk_create(
        [
            WrongTry(bucket=lookup("try-reference", reference), at=now),
            WrongTry(bucket=lookup("try-address", address), at=now),
        ]
    )


def note_try(purpose: str, value: str, now: datetime) -> None:
    """Remembers that something was done from here."""
    WrongTry.objects.create(bucket=lookup(purpose, value), at=now)


def forget_old_tries(now: datetime) -> int:
    """Deletes tries that no longer slow anybody down; their number."""
    return WrongTry.objects.filter(at__lte=now - WINDOW).delete()[0]
