"""How long a wait lasted, on both clocks (docs/kpi.md, section 3)."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from questions.reachability.models import Channel, Wait
from services.hours import Calendar
from services.opening import calendar


class Clock(StrEnum):
    """Elapsed time, or the part of it in which the channel was open. Never mixed."""

    WALL = "wall"
    OFFICE = "office"


# Form, e-mail and call-back are answered from the office; a chat and the phone have hours of their own.
CALENDAR_OF = {Channel.CHAT: "chat", Channel.PHONE: "phone"}


def calendar_of(channel: str) -> Calendar:
    """The calendar on whose hours the office clock of this channel runs."""
    return calendar(CALENDAR_OF.get(Channel(channel), "office"))


def elapsed(wait: Wait, clock: Clock, now: datetime) -> float:
    """Seconds from the start to the end, or to `now` while it is open."""
    end = wait.ended_at or max(now, wait.started_at)
    if clock is Clock.WALL:
        return (end - wait.started_at).total_seconds()
    return calendar_of(wait.entry_channel).open_seconds_between(wait.started_at, end)


def stopwatch(clock: Clock, now: datetime) -> Callable[[Wait], float]:
    """As `elapsed`, for many waits: each calendar is looked up once."""
    if clock is Clock.WALL:
        return lambda wait: elapsed(wait, clock, now)
    calendars = {channel.value: calendar_of(channel) for channel in Channel}

    def office(wait: Wait) -> float:
        end = wait.ended_at or max(now, wait.started_at)
        return calendars[wait.entry_channel].open_seconds_between(wait.started_at, end)

    return office
