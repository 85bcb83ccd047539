"""The theme monitor: which waits are counted, in which weeks. The rules themselves stand in monitor_rules.py."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Min

from questions.reachability.monitor_rules import WEEKS_BEFORE, ThemeLook, theme_looks
from questions.reachability.weeks import WEEK, local_day, start_of
from questions.waits.models import Wait, WaitKind, WaitQuerySet
from services.hours.rules import Calendar
from services.hours.week_ahead import monday_of

SHOWN_WEEKS = 12


@dataclass(frozen=True)
class MonitoredWeek:
    """First questions per theme in one whole week, on all channels."""

    first: date
    open_days: int
    counts: Mapping[str, int]
    before: Mapping[str, int]
    looks: Mapping[str, ThemeLook]
    """Empty while there are no 8 whole weeks before it to compare with."""
    last_year: Mapping[str, int] | None
    """The week of the same number a year ago; None when that was not kept, or there was no such week."""

    @property
    def last(self) -> date:
        """Returns the Sunday of this week."""
        return self.first + timedelta(days=6)

    @property
    def number(self) -> int:
        """Returns the ISO number of this week, 1 to 53."""
        return self.first.isocalendar().week

    @property
    def total(self) -> int:
        """Returns the number of questions on all themes together."""
        return sum(self.counts.values())

    @property
    def marked(self) -> list[str]:
        """Returns the slugs of the themes that carry a mark, the most asked one first."""
        found = [slug for slug, look in self.looks.items() if look.marked]
        return sorted(found, key=lambda slug: (-self.counts.get(slug, 0), slug))


def monitored_weeks(today: date, office: Calendar, *, sample: bool) -> list[MonitoredWeek]:
    """Returns the last 12 whole weeks before today, the earliest first; of samples or of real questions, never both."""
    waits = (Wait.objects.sample() if sample else Wait.objects.real()).counted().filter(kind=WaitKind.FIRST)
    last = monday_of(today) - WEEK
    first = last - WEEK * (SHOWN_WEEKS - 1)
    begun = _first_whole_week(waits)
    per_week = _counts(waits, first - WEEK * WEEKS_BEFORE, last)
    years_ago = {day: _a_year_before(day) for day in _weeks(first, last)}
    held = [day for day in years_ago.values() if day is not None and begun is not None and begun <= day]
    then = _counts(waits, min(held), max(held)) if held else {}
    monitored = []
    for day, year_ago in years_ago.items():
        window = _weeks(day - WEEK * WEEKS_BEFORE, day - WEEK)
        before: Counter[str] = sum((per_week.get(each, Counter()) for each in window), Counter())
        comparable = begun is not None and begun <= window[0]
        counts = per_week.get(day, Counter())
        days, days_before = (
            office.open_days(start, _sunday(end)) for start, end in ((day, day), (window[0], window[-1]))
        )
        monitored.append(
            MonitoredWeek(
                first=day,
                open_days=days,
                counts=counts,
                before=before,
                looks=theme_looks(counts, before, days, days_before) if comparable else {},
                last_year=then.get(year_ago, Counter()) if year_ago in held else None,
            )
        )
    return monitored


def _weeks(first: date, last: date) -> list[date]:
    return [first + WEEK * number for number in range((last - first).days // 7 + 1)]


def _sunday(day: date) -> date:
    return day + timedelta(days=6)


def _a_year_before(day: date) -> date | None:
    """Returns the Monday of the week of the same number a year ago; None where that year has no week 53."""
    year, week, _weekday = day.isocalendar()
    try:
        return date.fromisocalendar(year - 1, week, 1)
    except ValueError:
        return None


def _first_whole_week(waits: WaitQuerySet) -> date | None:
    """Returns the Monday of the first week that was recorded whole; None without waits.

    Before it, a theme without questions may only mean that nothing was recorded yet.
    """
    earliest = waits.aggregate(at=Min("started_at"))["at"]
    return None if earliest is None else monday_of(local_day(earliest) + timedelta(days=6))


def _counts(waits: WaitQuerySet, first: date, last: date) -> dict[date, Counter[str]]:
    """Returns the number of questions per theme, for each week by its Monday."""
    found: dict[date, Counter[str]] = {}
    rows = waits.filter(started_at__gte=start_of(first), started_at__lt=start_of(last + WEEK))
    for theme, at in rows.values_list("theme", "started_at"):
        found.setdefault(monday_of(local_day(at)), Counter())[theme] += 1
    return found
