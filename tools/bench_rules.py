"""What the pure rules cost, each beside the plainest way to do the same. A part of tools/bench.py."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from home.glossary.rules import Glossary, Term, linked
from questions.danger.store import kinds_in
from services.hours.rules import Calendar
from services.hours.timetable import Interval, WeekVersion

Time = Callable[..., tuple[float, float]]
WAITS = 5_000
LONGEST_TEXT = 20_000
FIRST = datetime(2025, 1, 1, tzinfo=UTC)
OFFICE = Interval(time(9), time(17))


def rule_costs(milliseconds: Time) -> list[str]:
    """Returns a table of three rules: the office clock over years, hard words in a page, danger in the longest text."""
    rows = ["| rule | ms | the plain way | ms | same |", "|---|---|---|---|---|"]
    for name, ours, plain_name, plain in (_clock(), _glossary(), _danger()):
        same = "yes" if ours() == plain() else "NO"
        mine, _high = milliseconds(ours, 5)
        other, _high = milliseconds(plain, 3)
        rows.append(f"| {name} | {mine:.1f} | {plain_name} | {other:.1f} | {same} |")
    return rows


Compared = tuple[str, Callable[[], object], str, Callable[[], object]]


def _clock() -> Compared:
    week = tuple((OFFICE,) if day < 5 else () for day in range(7))
    calendar = Calendar("Europe/Amsterdam", (WeekVersion(FIRST.date(), None, week),))
    zone = ZoneInfo(calendar.zone)
    waits = [
        (start, start + timedelta(hours=number % 1_000))
        for number in range(WAITS)
        for start in [FIRST + timedelta(hours=9 * number)]
    ]

    def day_by_day(start: datetime, end: datetime) -> int:
        total, day = 0.0, start.astimezone(zone).date()
        while day <= end.astimezone(zone).date():
            if day.weekday() < 5:
                opens, closes = (datetime.combine(day, at, zone) for at in (OFFICE.opens, OFFICE.closes))
                total += max(0.0, (min(closes, end) - max(opens, start)).total_seconds())
            day += timedelta(days=1)
        return int(total)

    return (
        f"office clock of {WAITS} waits",
        lambda: [calendar.open_seconds_between(*wait) for wait in waits],
        "every wait day by day",
        lambda: [day_by_day(*wait) for wait in waits],
    )


def _glossary() -> Compared:
    terms = [Term(f"w{n}", f"woord{n}", (f"woord{n}", f"woord{n}en"), "x", "nl") for n in range(300)]
    known = Glossary.of("nl", terms)
    html = "<p>" + " ".join(f"Dit is <b>zin</b> {n} over hulp." for n in range(170)) + "</p>"

    def none_by_itself() -> bool:
        return not any(re.search(rf"\b{form}\b", html) for term in terms for form in term.written)

    return (
        "300 hard words in a thousand words",
        lambda: linked(html, "nl", lambda _code: known, {}) == html,
        "a search per word",
        none_by_itself,
    )


def _danger() -> Compared:
    text = ("ballonnen zweven zachtjes " * 800)[:LONGEST_TEXT]
    files = (settings.HOUSE / "content" / "danger").glob("??.yaml")
    written = {word for file in files for word in re.findall(r"\w+", file.read_text(encoding="utf-8"))}
    return (
        f"words of danger in {LONGEST_TEXT} characters",
        lambda: bool(kinds_in(text)),
        "a search per word, without order",
        lambda: any(re.search(rf"\b{word}\b", text) for word in written),
    )
