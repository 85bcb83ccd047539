"""The rows of opening hours."""

from services.hours.models.calendars import MIDNIGHT, Calendar, known_zone
from services.hours.models.recordings import (
    CalendarException,
    CalendarExceptionInterval,
    CalendarInterval,
    CalendarVersion,
)
from services.hours.models.rejected_closures import RejectedClosure

__all__ = [
    "MIDNIGHT",
    "Calendar",
    "CalendarException",
    "CalendarExceptionInterval",
    "CalendarInterval",
    "CalendarVersion",
    "RejectedClosure",
    "known_zone",
]
