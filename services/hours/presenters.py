"""Hours as a reader sees them: open or closed now, the week, and days that differ, in the language of the request."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from home.languages import TextInLanguage
from services.hours import rules
from services.hours.holiday_names import reason_words
from services.hours.status_words import status_html
from services.hours.store import NO_WEEK, coming_exceptions
from services.hours.timetable import Interval, Week
from services.hours.week_words import SameHours, same_hours, week_html

SOON = timedelta(days=30)
"""How far ahead a reader is told that something will differ."""


@dataclass(frozen=True)
class DayThatDiffers:
    """A day that differs from its week, and why; without intervals it is closed."""

    day: date
    reason: TextInLanguage
    intervals: tuple[Interval, ...]


@dataclass(frozen=True)
class OpeningView:
    """Hours as a reader sees them at a moment; `sample` tells that they are an example."""

    known: rules.Calendar
    at: datetime
    sample: bool

    @cached_property
    def status(self) -> rules.Status:
        """Returns whether it is open at the moment, and until when."""
        return self.known.status(self.at)

    @property
    def open(self) -> bool:
        """Returns whether it is open at the moment."""
        return self.status.open

    @property
    def words(self) -> SafeString:
        """Returns “Open until 17:00” as HTML."""
        return status_html(self.status, self.at)

    @property
    def week(self) -> list[SameHours]:
        """Returns the week in force, the days with the same hours together, closed ones too."""
        return same_hours(self._week_on(self._today))

    @property
    def hours(self) -> SafeString:
        """Returns the open days of the week in force as one sentence; “Closed” without hours."""
        return week_html(self._week_on(self._today))

    @property
    def exceptions(self) -> list[DayThatDiffers]:
        """Returns the coming days whose hours are not those of their week; a holiday on a free day is none."""
        return [
            DayThatDiffers(each.day, reason_words(each.reason), each.intervals)
            for each in coming_exceptions(self.known, self._today, SOON.days)
            if each.intervals != self._week_on(each.day)[each.day.weekday()]
        ]

    @property
    def next_from(self) -> date | None:
        """Returns the day on which another week begins, if that is soon."""
        return self._following.valid_from if self._following else None

    @property
    def next_hours(self) -> SafeString:
        """Returns the open days of the week that begins then; empty when none does."""
        return week_html(self._following.week) if self._following else SafeString("")

    @cached_property
    def _today(self) -> date:
        return self.at.astimezone(ZoneInfo(self.known.zone)).date()

    @cached_property
    def _following(self) -> rules.WeekVersion | None:
        soon = self._today + SOON
        return next((each for each in self.known.versions if self._today < each.valid_from <= soon), None)

    def _week_on(self, day: date) -> Week:
        version = self.known.version_on(day)
        return version.week if version else NO_WEEK


@dataclass(frozen=True)
class VisitView:
    """When somebody can come by at a location: its opening hours and its walk-in hours, each None without."""

    opening: OpeningView | None
    walk_in: OpeningView | None

    @property
    def exceptions(self) -> list[DayThatDiffers]:
        """Returns the coming days that differ; a day on which both are closed or both open alike is told once."""
        told = self.opening.exceptions if self.opening else []
        more = [each for each in self.walk_in.exceptions if each not in told] if self.walk_in else []
        return sorted([*told, *more], key=lambda each: each.day)

    @property
    def sample(self) -> bool:
        """Returns whether any of these hours are an example."""
        return any(hours.sample for hours in (self.opening, self.walk_in) if hours)
