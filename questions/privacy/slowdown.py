"""Slows a guesser down, and refuses a right code to nobody but a browser that has just guessed wrong itself.

The promise:

- A few tries are free. After that each wrong code for a reference doubles the pause before this browser may try that
  reference again, up to a minute; until then its codes are not looked at. Everybody mistypes; a minute is no lock.
- Wrong codes for one reference from one address, of however many browsers, are answered with a pause as well, which
  grows in the same way. A right code is never held up by it: a library has one address, and whoever knows somebody's
  reference must not be able to keep its owner out, from there or from elsewhere.
- An address alone is no reason for anything.
- Asking for a one-time number is slowed down in the same way, the right address as a wrong one: it tells nothing.

Whoever throws the cookie away is a new browser each time, so codes can be tried as fast as this server answers. What
keeps the question closed then is the code: twelve digits, 10^12 of them, each as likely. A try takes the processor 10
ms at least, so two of them that do nothing else look at 200 codes a second: 17 million a day, a chance of 1 in 58,000.
A year of that, day and night, with the site unusable for everybody else, opens a question whose reference is known with
a chance of 0.6 in 100. Without a reference there are 27^6 of those to guess as well. A code is replaced, never
looked up, and dies with its question.
"""

from datetime import datetime, timedelta
from math import ceil

from questions.privacy.keyring import lookup
from questions.privacy.models import WrongTry

WINDOW = timedelta(minutes=15)
LONGEST = 60  # seconds
FREE_PER_REFERENCE = 5
"""For one reference from one browser."""
FREE_PER_ADDRESS = 20
"""For one reference from one address."""
BY_BROWSER, BY_ADDRESS = "try-browser", "try-address"
NUMBER_BY_BROWSER, NUMBER_BY_ADDRESS = "number-browser", "number-address"


def pause(purpose: str, value: str, free: int, now: datetime) -> int:
    """Returns the whole seconds until `value` may be tried again for this purpose.

    0 for the first `free` tries within WINDOW; then each doubles the pause, up to LONGEST seconds.
    """
    tries = WrongTry.objects.filter(bucket=lookup(purpose, value), at__gt=now - WINDOW)
    count = tries.count()
    if count < free:
        return 0
    longest = min(LONGEST, 2 ** min(count - free + 1, 10))
    ready = tries.latest("at").at + timedelta(seconds=longest)
    # A clock that was set back must not make the pause longer.
    return min(longest, max(0, ceil((ready - now).total_seconds())))


def pause_of_browser(reference: str, browser: str, now: datetime) -> int:
    """Returns the whole seconds in which this browser may try no code for this reference; 0 when it may try now."""
    return pause(BY_BROWSER, f"{reference} {browser}", FREE_PER_REFERENCE, now)


def note_wrong_try(reference: str, browser: str, address: str, now: datetime) -> int:
    """Records a wrong code; returns the whole seconds in which wrong codes for this reference from this address wait.

    A wrong code that comes in during such a pause is not recorded: the table would grow as fast as somebody can send.
    """
    waiting = pause(BY_ADDRESS, f"{reference} {address}", FREE_PER_ADDRESS, now)
    if not waiting:
        note_try(BY_ADDRESS, f"{reference} {address}", now)
        note_try(BY_BROWSER, f"{reference} {browser}", now)
    return waiting


def note_request(reference: str, browser: str, address: str, now: datetime) -> int:
    """Records that a one-time number was asked for; returns the whole seconds to wait, and then records nothing."""
    waiting = max(
        pause(NUMBER_BY_BROWSER, f"{reference} {browser}", FREE_PER_REFERENCE, now),
        pause(NUMBER_BY_ADDRESS, f"{reference} {address}", FREE_PER_ADDRESS, now),
    )
    if not waiting:
        note_try(NUMBER_BY_BROWSER, f"{reference} {browser}", now)
        note_try(NUMBER_BY_ADDRESS, f"{reference} {address}", now)
    return waiting


def note_try(purpose: str, value: str, now: datetime) -> None:
    """Records a try for this purpose under a keyed fingerprint of `value`, such as an address."""
    WrongTry.objects.create(bucket=lookup(purpose, value), at=now)


def forget_old_tries(now: datetime) -> int:
    """Deletes tries that no longer slow anybody down; returns how many."""
    return WrongTry.objects.filter(at__lte=now - WINDOW).delete()[0]
