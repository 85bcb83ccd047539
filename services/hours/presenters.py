"""Hours as a reader sees them: open or closed now, the week, and days that differ, in the language of the request."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.safestring import SafeString

from home.languages import TextInLanguage
from services.hours import rules
from services.hours.holiday_names import reason_words
from services.hours.status_words import status_html
from services.hours.store import NO_WEEK, coming_exceptions
from services.hours.timetable import Interval, Week

SOON = timedelta(days=30)
"""How far ahead a reader is told that something will differ."""


@dataclass(frozen=True)
class DayOfTheWeek:
    """A day of the week and its hours."""

    day: str
    intervals: tuple[Interval, ...]


@dataclass(frozen=True)
class DayThatDiffers:
    """A day that differs from its week, and why; without intervals it is closed."""

    day: date
    reason: TextInLanguage
    intervals: tuple[Interval, ...]


@dataclass(frozen=True)
class OpeningView:
    """Hours as a reader sees them at a moment. `next_from` is the day on which another week begins, if that is soon."""

    open: bool
    words: SafeString
    sample: bool
    week: list[DayOfTheWeek]
    exceptions: list[DayThatDiffers]
    next_from: date | None = None
    next_week: list[DayOfTheWeek] | None = None


def opening_view(known: rules.Calendar, at: datetime, *, sample: bool) -> OpeningView:
    """Returns these hours as a reader sees them at this moment."""
    status = known.status(at)
    today = at.astimezone(ZoneInfo(known.zone)).date()
    version = known.version_on(today)
    following = next((each for each in known.versions if today < each.valid_from <= today + SOON), None)
    return OpeningView(
        open=status.open,
        words=status_html(status, at),
        sample=sample,
        week=_days(version.week if version else NO_WEEK),
        exceptions=[
            DayThatDiffers(each.day, reason_words(each.reason), each.intervals)
            for each in coming_exceptions(known, today, SOON.days)
        ],
        next_from=following.valid_from if following else None,
        next_week=_days(following.week) if following else None,
    )


def _days(week: Week) -> list[DayOfTheWeek]:
    return [DayOfTheWeek(str(WEEKDAYS[number]), intervals) for number, intervals in enumerate(week)]
