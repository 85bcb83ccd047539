"""When a condition holds. Pure: no clock and no database."""

from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=60)
"""From this long before the end a condition counts as ending soon, and editors are asked to look at it."""


class ConditionState(StrEnum):
    """Whether a condition is still to come, holds, ends soon, or has ended."""

    COMING = "coming"
    HOLDS = "holds"
    ENDS_SOON = "ends_soon"
    ENDED = "ended"


VALID = frozenset({ConditionState.HOLDS, ConditionState.ENDS_SOON})


def state_of(valid_from: date | None, valid_until: date | None, day: date) -> ConditionState:
    """Returns the state on a day. It still holds on the first and the last day; a missing day is no limit."""
    if valid_until is not None and day > valid_until:
        return ConditionState.ENDED
    if valid_from is not None and day < valid_from:
        return ConditionState.COMING
    if valid_until is not None and valid_until - day <= SOON:
        return ConditionState.ENDS_SOON
    return ConditionState.HOLDS


def holds(valid_from: date | None, valid_until: date | None, day: date) -> bool:
    """Returns whether it holds on this day."""
    return state_of(valid_from, valid_until, day) in VALID
