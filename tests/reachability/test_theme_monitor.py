"""The theme monitor in the admin: who sees it, what it counts, what it says."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from questions.reachability.monitor import SHOWN_WEEKS, monitored_weeks
from questions.waits.models import Channel, Source, Wait, WaitKind
from questions.waits.projection import Event
from questions.waits.writer import open_wait, record
from services.hours.store import load_calendar
from tests.conftest import Cast

pytestmark = pytest.mark.once
SignIn = Callable[[Any], Client]
TODAY = date(2026, 3, 4)
NEWEST = date(2026, 2, 23)


def asked_in(week: date, number: int, theme: str = "geld", source: Source = Source.MEASURED, **more: Any) -> list[Wait]:
    """So many first questions on the Tuesday of a week."""
    at = datetime(week.year, week.month, week.day, 9, 0, tzinfo=UTC) + timedelta(days=1)
    return [
        open_wait(
            at=at + timedelta(minutes=minute), recorded_at=at, channel=more.get("channel", Channel.FORM),
            kind=more.get("kind", WaitKind.FIRST), theme=theme, district="", language="nl", source=source,
        )
        for minute in range(number)
    ]  # fmt: skip


@pytest.fixture
def steady(db: None) -> None:
    """Ten a week on two themes, for half a year before the newest week."""
    for number in range(1, 26):
        asked_in(NEWEST - timedelta(weeks=number), 5, "geld")
        asked_in(NEWEST - timedelta(weeks=number), 5, "wonen")


def weeks(**more: Any) -> Any:
    return monitored_weeks(TODAY, load_calendar("office"), sample=more.get("sample", False))


@pytest.mark.usefixtures("steady")
def test_the_last_twelve_whole_weeks_are_counted_over_all_channels() -> None:
    asked_in(NEWEST, 3, "geld", channel=Channel.PHONE)
    asked_in(NEWEST, 2, "geld")
    asked_in(NEWEST + timedelta(weeks=1), 9, "geld")
    found = weeks()
    assert (len(found), found[-1].first, found[-1].number) == (SHOWN_WEEKS, NEWEST, 9)
    assert found[-1].counts == {"geld": 5}
    assert found[-2].counts == {"geld": 5, "wonen": 5}
    assert found[-1].before == {"geld": 40, "wonen": 40}


@pytest.mark.usefixtures("steady")
def test_follow_ups_samples_and_what_was_excluded_are_not_counted() -> None:
    asked_in(NEWEST, 4, "geld", kind=WaitKind.FOLLOW_UP)
    asked_in(NEWEST, 4, "geld", source=Source.SAMPLE)
    for wait in asked_in(NEWEST, 2, "geld"):
        record(wait, Event.EXCLUDED, at=wait.started_at, recorded_at=wait.started_at, reason="spam")
    assert weeks()[-1].counts == {}
    assert weeks(sample=True)[-1].counts == {"geld": 4}


@pytest.mark.usefixtures("steady")
def test_a_theme_that_rises_is_worth_a_look() -> None:
    asked_in(NEWEST, 18, "wonen")
    asked_in(NEWEST, 6, "geld")
    newest = weeks()[-1]
    assert newest.marked == ["wonen"]
    comparison = newest.looks["wonen"].comparison
    assert comparison is not None
    # The two closed days of Christmas lie before the 8 weeks; New Year's Day is one of the 39 open days less.
    assert comparison.ratio == pytest.approx((18 / 5) / (40 / comparison.days_before))


def test_without_eight_whole_weeks_before_nothing_is_compared(db: None) -> None:
    asked_in(NEWEST - timedelta(weeks=7), 5)
    asked_in(NEWEST, 30)
    assert weeks()[-1].looks == {}


def test_a_week_of_last_year_is_told_only_when_it_was_kept(db: None) -> None:
    asked_in(NEWEST - timedelta(weeks=52), 7)
    found = {week.first: week.last_year for week in weeks()}
    assert found[NEWEST - timedelta(weeks=1)] is None
    assert found[NEWEST] is None
    asked_in(NEWEST - timedelta(weeks=54), 1)
    assert weeks()[-1].last_year == {"geld": 7}


@pytest.mark.usefixtures("steady")
def test_the_page_shows_samples_only_under_their_banner(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)
    assert "report-banner" not in client.get("/beheer/themas/").content.decode()
    page = client.get("/beheer/themas/", {"source": "sample"}).content.decode()
    assert "report-banner" in page


@pytest.mark.usefixtures("steady")
def test_an_unknown_week_or_source_shows_the_newest_real_one(cast: Cast, sign_in: SignIn) -> None:
    response = sign_in(cast.leader).get("/beheer/themas/", {"week": "x", "source": "duif"})
    assert response.status_code == 200


def test_only_who_may_see_figures_sees_the_monitor(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.leader).get("/beheer/themas/").status_code == 200
    for nobody in (cast.colleague, cast.editor, cast.administrator):
        assert sign_in(nobody).get("/beheer/themas/").status_code == 403
