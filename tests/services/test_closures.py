"""Closures are proposed by a list, and recorded by a person only."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from services.hours import store
from services.hours.closure_proposals import (
    AlreadyJudged,
    Proposal,
    ProposalState,
    closures_to_judge,
    confirm,
    proposals,
    reject,
)
from services.models import Calendar, CalendarException, RejectedClosure
from tests.conftest import Cast
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
NOW = datetime(2028, 3, 1, 9, 0, tzinfo=UTC)
EASTER_MONDAY = date(2028, 4, 17)


def of(year: int, day: date) -> Proposal:
    return next(each for each in proposals(year) if each.day == day)


def test_nothing_is_recorded_by_being_proposed() -> None:
    before = CalendarException.objects.count()
    assert closures_to_judge(NOW)
    call_command("propose_closures", year=2028, stdout=StringIO())
    assert CalendarException.objects.count() == before


def test_good_friday_and_the_fifth_of_may_are_proposed_every_year_with_a_doubt() -> None:
    for year in (2027, 2028, 2029, 2030):
        doubtful = [each.name for each in proposals(year) if each.doubtful]
        assert doubtful == ["Goede Vrijdag", "Bevrijdingsdag"]
    assert not of(2028, EASTER_MONDAY).doubtful


def test_what_the_content_records_stands_as_recorded() -> None:
    standing = {each.name: each.standing for each in proposals(2027)}
    assert standing["Koningsdag"] is ProposalState.RECORDED
    assert standing["Goede Vrijdag"] is ProposalState.PROPOSED


def test_the_closures_of_2025_are_known_to_the_samples() -> None:
    christmas = datetime(2025, 12, 25, 11, 0, tzinfo=UTC)
    assert not store.load_calendar("office").is_open(christmas)


def test_confirming_closes_every_calendar_at_once() -> None:
    noon = datetime(2028, 4, 17, 10, 0, tzinfo=UTC)
    slugs = list(Calendar.objects.values_list("slug", flat=True))
    assert store.load_calendar("office").is_open(noon)
    confirm(of(2028, EASTER_MONDAY), NOW)
    assert of(2028, EASTER_MONDAY).standing is ProposalState.RECORDED
    assert not any(store.load_calendar(slug).is_open(noon) for slug in some(slugs))


def test_a_day_is_recorded_once() -> None:
    confirm(of(2028, EASTER_MONDAY), NOW)
    with pytest.raises(AlreadyJudged):
        confirm(of(2028, EASTER_MONDAY), NOW)
    assert CalendarException.objects.current().filter(day=EASTER_MONDAY).count() == 1


def test_a_rejection_is_remembered_and_not_asked_again() -> None:
    reject(of(2028, EASTER_MONDAY), NOW, None)
    assert EASTER_MONDAY not in {each.day for each in closures_to_judge(NOW)}
    assert of(2028, EASTER_MONDAY).standing is ProposalState.REJECTED
    assert store.load_calendar("office").is_open(datetime(2028, 4, 17, 10, 0, tzinfo=UTC))


def test_what_is_recorded_cannot_be_rejected() -> None:
    confirm(of(2028, EASTER_MONDAY), NOW)
    with pytest.raises(AlreadyJudged):
        reject(of(2028, EASTER_MONDAY), NOW, None)
    assert not RejectedClosure.objects.exists()


def test_a_year_ahead_is_asked_about_and_no_day_that_passed() -> None:
    days = {each.day for each in closures_to_judge(NOW)}
    assert EASTER_MONDAY in days
    assert date(2029, 1, 1) in days
    assert date(2028, 1, 1) not in days
    assert date(2029, 4, 1) not in days


def test_a_closure_is_still_asked_about_on_its_own_day() -> None:
    morning = datetime(2028, 4, 17, 6, 0, tzinfo=UTC)
    assert closures_to_judge(morning)[0].day == EASTER_MONDAY


def test_an_editor_decides_with_one_click_and_can_take_it_back(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.editor)
    year = timezone.localdate().year + 2
    day = next(each.day for each in proposals(year) if each.standing is ProposalState.PROPOSED)
    address = f"/beheer/openingstijden/sluitingen/{day.isoformat()}/"
    assert f'id="d{day.isoformat()}"' in client.get(f"/beheer/openingstijden/sluitingen/?jaar={year}").content.decode()
    for do, standing in [
        ("close", ProposalState.RECORDED),
        ("again", ProposalState.PROPOSED),
        ("open", ProposalState.REJECTED),
        ("again", ProposalState.PROPOSED),
    ]:
        assert client.post(address, {"do": do}).status_code == 302
        assert of(year, day).standing is standing


@pytest.mark.parametrize("who", ["colleague", "leader", "administrator"])
def test_nobody_else_decides(cast: Cast, sign_in: SignIn, who: str) -> None:
    client = sign_in(getattr(cast, who))
    assert client.get("/beheer/openingstijden/sluitingen/").status_code == 403
    assert client.post("/beheer/openingstijden/sluitingen/2028-04-17/", {"do": "close"}).status_code == 403
    assert not CalendarException.objects.filter(day=EASTER_MONDAY).exists()


def test_a_day_that_is_not_on_the_list_is_not_recorded(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.editor)
    before = CalendarException.objects.count()
    for day in ("2028-04-18", "morgen", "2028-13-45"):
        assert client.post(f"/beheer/openingstijden/sluitingen/{day}/", {"do": "close"}).status_code == 302
    assert CalendarException.objects.count() == before


@pytest.mark.parametrize("year", ["9999", "0001", "1999", "volgend", "٢٠٢٧", "9" * 5000])
def test_a_year_that_nobody_decides_about_is_refused_with_words(cast: Cast, sign_in: SignIn, year: str) -> None:
    answer = sign_in(cast.editor).get("/beheer/openingstijden/sluitingen/", {"jaar": year})
    assert answer.status_code == 422
    assert "Je kunt sluitingen kiezen van dit jaar tot en met" in answer.content.decode()


def test_the_command_refuses_such_a_year_too() -> None:
    for year in (0, 206, 9999, 10**9):
        with pytest.raises(CommandError, match="the list has no days"):
            call_command("propose_closures", year=year)


def test_a_get_decides_nothing(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.editor).get("/beheer/openingstijden/sluitingen/2028-04-17/").status_code == 405


def test_the_command_tells_what_the_screen_tells() -> None:
    confirm(of(2028, EASTER_MONDAY), NOW)
    told = StringIO()
    call_command("propose_closures", year=2028, stdout=told)
    lines = told.getvalue().splitlines()
    assert any("2028-04-17" in line and "closed" in line for line in lines)
    assert any("Goede Vrijdag" in line and "to be decided" in line and "many offices" in line for line in lines)
