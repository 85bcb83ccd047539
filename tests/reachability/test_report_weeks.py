"""The report week by week, its charts and what stands beside them."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from questions.reachability.reports import ReportFilter, report
from questions.reachability.weeks import STANDARD, Threshold, WeekWatches, mondays, weeks
from questions.waits.clocks import Clock, stopwatch
from questions.waits.measures import Measure
from questions.waits.models import Channel, Source, Wait, WaitKind
from questions.waits.projection import Event
from questions.waits.writer import open_wait, record
from services.hours.week_ahead import monday_of
from tests.conftest import Cast
from tests.some import some

pytestmark = pytest.mark.once
SignIn = Callable[[Any], Client]
MONDAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
REPORT = "/beheer/bereikbaarheid/"


def asked_at(at: datetime, after: float | None = None, **more: Any) -> Wait:
    wait = open_wait(
        at=at, recorded_at=at, channel=Channel.FORM, kind=WaitKind.FIRST, theme=more.get("theme", "geld"),
        district=more.get("district", ""), language=more.get("language", "nl"),
        source=more.get("source", Source.MEASURED),
    )  # fmt: skip
    if after is not None:
        end = at + timedelta(seconds=after)
        record(wait, Event.REACTION_COMMITTED, at=end, recorded_at=end, reaction="message-1", delivery="page")
    return wait


def told(threshold: Threshold = STANDARD, now: datetime = NOW) -> Any:
    watches = WeekWatches(
        Measure.REACTION,
        reaction=stopwatch(threshold.clock, now),
        answer=stopwatch(threshold.clock, now, Measure.ANSWER),
    )
    return weeks(Wait.objects.all(), MONDAY, date(2026, 3, 15), threshold, watches, now)


def test_a_week_runs_from_monday_to_sunday_in_our_own_zone(db: None) -> None:
    asked_at(datetime(2026, 3, 8, 22, 59, tzinfo=UTC))  # Sunday, 23:59 here
    asked_at(datetime(2026, 3, 8, 23, 1, tzinfo=UTC))  # Monday, 00:01 here
    assert [week.counts.asked for week in told()] == [1, 1]
    assert [week.number for week in told()] == [10, 11]


def test_a_week_in_which_nobody_asked_is_there_all_the_same() -> None:
    assert list(mondays(date(2026, 3, 4), date(2026, 3, 17))) == [MONDAY, date(2026, 3, 9), date(2026, 3, 16)]
    assert monday_of(date(2027, 1, 3)) == date(2026, 12, 28)


def test_a_week_is_provisional_until_the_last_who_asked_has_had_the_time(db: None) -> None:
    asked_at(datetime(2026, 3, 8, 20, 0, tzinfo=UTC), after=60)
    over, running = told(now=datetime(2026, 3, 10, 19, 59, tzinfo=UTC))
    assert (over.provisional, running.provisional) == (True, True)
    over, running = told(now=datetime(2026, 3, 10, 20, 0, tzinfo=UTC))
    assert (over.provisional, running.provisional) == (False, True)


def test_on_the_office_clock_the_time_passes_only_while_open(db: None) -> None:
    asked_at(datetime(2026, 3, 6, 15, 0, tzinfo=UTC))  # Friday, an hour before closing
    eight = Threshold(Clock.OFFICE, 8 * 3600)
    assert told(eight, datetime(2026, 3, 9, 14, 0, tzinfo=UTC))[0].provisional
    assert not told(eight, datetime(2026, 3, 9, 15, 0, tzinfo=UTC))[0].provisional


def test_the_share_of_a_week_counts_who_still_waits(db: None) -> None:
    start = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    asked_at(start, after=3600)
    asked_at(start)
    assert told()[0].step.share == 0.5


def test_every_threshold_can_be_read_back_from_an_address() -> None:
    assert Threshold.read(str(STANDARD)) == STANDARD
    with pytest.raises(ValueError, match="maan"):
        Threshold.read("maan-60")


def test_a_slice_of_theme_district_and_language_needs_ten(db: None) -> None:
    start = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    narrow = ReportFilter(MONDAY, date(2026, 3, 8), theme="geld", district="noord", language="ar")
    for _each in range(9):
        asked_at(start, district="noord", language="ar")
    assert report(narrow, NOW).withheld
    assert not report(ReportFilter(MONDAY, date(2026, 3, 8), theme="geld", district="noord"), NOW).withheld
    asked_at(start, district="noord", language="ar")
    assert not report(narrow, NOW).withheld


def test_the_coverage_says_how_the_waits_came_to_be_known(db: None) -> None:
    start = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    for source in (Source.MEASURED, Source.MEASURED, Source.STAFF, Source.IMPORT, Source.SAMPLE):
        asked_at(start, source=source)
    covered = report(ReportFilter(MONDAY, date(2026, 3, 8)), NOW).coverage
    assert (covered.measured, covered.staff, covered.imported, covered.sample) == (2, 1, 1, 0)


@pytest.fixture
def page(cast: Cast, sign_in: SignIn) -> Callable[..., str]:
    client = sign_in(cast.leader)

    def fetched(**query: str) -> str:
        return client.get(REPORT, query).content.decode()

    return fetched


@pytest.mark.django_db
def test_the_charts_are_in_the_page_and_its_tables_hold_the_same_numbers(page: Callable[..., str]) -> None:
    call_command("sample_questions", count=600, seed=1, verbosity=0)
    html = page(source="sample")
    charts = re.findall(r"<svg class=\"chart\".*?</svg>", html, re.S)
    assert len(charts) == 5
    chosen = ReportFilter(timezone.localdate() - timedelta(days=55), timezone.localdate(), sample=True)
    found = report(chosen, timezone.now())
    for week in some(found.weeks):
        line = html.split(f'data-week="{week.first}"')[1].split("</tr>")[0]
        assert f"<td>{week.counts.asked}</td>" in line
    assert html.count("data-week=") == len(found.weeks)


@pytest.mark.django_db
def test_a_chart_has_words_for_who_cannot_see_it_and_no_style_or_colour_of_its_own(page: Callable[..., str]) -> None:
    call_command("sample_questions", count=300, seed=1, verbosity=0)
    charts = re.findall(r"<svg class=\"chart\".*?</svg>", page(source="sample"), re.S)
    assert len(charts) == 5
    for chart in some(charts):
        assert 'role="img"' in chart
        assert re.search(r'aria-label="[^"]{20,}"', chart)
        assert "style=" not in chart
        assert "<style" not in chart
        assert not re.search(r"#[0-9a-f]{6}\b", chart)
        ids = re.findall(r'\sid="([^"]+)"', chart)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r"(?:href=\"#|url\(#)([^\")]+)", chart)) <= set(ids)


@pytest.mark.django_db
def test_without_questions_there_is_no_chart_and_the_page_is_there(page: Callable[..., str]) -> None:
    html = page()
    assert '<svg class="chart"' not in html
    assert "data-coverage" in html


@pytest.mark.django_db
def test_the_days_of_the_period_stay_in_their_fields_as_they_were_typed(page: Callable[..., str]) -> None:
    assert 'value="02-03-2026"' in page(first="02-03-2026", last="8-3-2026")
    assert f'value="{timezone.localdate():%d-%m-%Y}"' in page()


def test_the_library_of_the_charts_is_not_loaded_before_the_first_chart() -> None:
    code = "import django; django.setup(); import portal.urls, questions.reachability.views, sys; " \
           "sys.exit('matplotlib' in sys.modules)"  # fmt: skip
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
