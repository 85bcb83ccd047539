"""How long a wait lasted, on both clocks (docs/kpi.md, section 3)."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cache

from questions.waits.measures import Measure, end_of
from questions.waits.models import Channel, Wait
from services.hours.channels import ContactChannel, calendar_in
from services.hours.rules import Calendar
from services.hours.store import load_calendar_or_closed


class Clock(StrEnum):
    """WALL is elapsed time, OFFICE the part of it in which the channel was open. Figures of the two are never mixed."""

    WALL = "wall"
    OFFICE = "office"


Stopwatch = Callable[[Wait], tuple[float, str]]

# Form, e-mail and call-back are answered from the office; a chat and the phone have hours of their own.
WAY_OF = {Channel.CHAT: ContactChannel.CHAT, Channel.PHONE: ContactChannel.PHONE}
OFFICE = "office"


def calendar_of(channel: str, district: str = "") -> Calendar:
    """Returns the calendar of the office clock of this channel: the district's own where it has one.

    A wait at a desk knows the district of the resident and not the desk where they stood: it runs on the hours of the
    office.
    """
    way = WAY_OF.get(Channel(channel))
    return load_calendar_or_closed(calendar_in(district, way) if way else OFFICE)


def elapsed(wait: Wait, clock: Clock, now: datetime) -> float:
    """Returns the seconds from the start to the first reaction or another end, or to `now` while it is open."""
    return _seconds(wait, wait.ended_at, clock, now, calendar_of)


def stopwatch(clock: Clock, now: datetime, measure: Measure = Measure.REACTION) -> Stopwatch:
    """Returns a function that times a wait for this measure and says how it ended; looks each calendar up once."""
    of = cache(calendar_of)

    def lasted(wait: Wait) -> tuple[float, str]:
        ended_at, outcome = end_of(wait, measure)
        return _seconds(wait, ended_at, clock, now, of), outcome

    return lasted


def _seconds(
    wait: Wait, ended_at: datetime | None, clock: Clock, now: datetime, of: Callable[[str, str], Calendar]
) -> float:
    end = ended_at or max(now, wait.started_at)
    if clock is Clock.WALL:
        return (end - wait.started_at).total_seconds()
    return of(wait.entry_channel, wait.district).open_seconds_between(wait.started_at, end)
