"""What somebody reads about a location before they go there: on its card and at the head of its page."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone

from services.hours.models import Calendar, CalendarException
from services.places.models import Location
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]

WEDNESDAY_MORNING = datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def _wednesday_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY_MORNING)


def soup(client: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def words(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").split())


def test_each_card_tells_when_and_where_and_is_one_link(client: Client) -> None:
    Location.objects.filter(slug="noord").update(address="Straat 1", address_is_sample=False)
    cards = some(soup(client, "/nl/wijkteams/").select(".tile--place"))
    assert len(cards) == Location.objects.count()
    said = [words(card) for card in cards]
    assert all("Nu open tot 17.00 uur" in each and "Inloop:" in each for each in some(said))
    assert len(set(said)) == len(said)
    assert [each for each in said if "Straat 1" in each] == [said[1]]
    assert all([link.parent.name for link in card.select("a")] == ["h2"] for card in some(cards))


@pytest.mark.parametrize(
    ("language", "hours"), [("ar", "من 9:00 إلى 12:00"), ("tr", "09:00–12:00"), ("nl", "9.00-12.00 uur")]
)
def test_a_card_tells_the_hours_in_the_language_of_its_reader(client: Client, language: str, hours: str) -> None:
    assert hours in words(soup(client, f"/{language}/wijkteams/").select_one(".tile--place"))


def test_a_page_tells_the_address_and_the_hours_before_its_words(client: Client) -> None:
    page = soup(client, "/nl/wijkteams/midden/")
    facts = some(page.select("header .glance > div"))
    said = [words(each) for each in facts]
    assert said[0].startswith("Adres")
    assert said[1] == "Inloopspreekuur, zonder afspraak maandag en donderdag 9.00-12.00 uur"
    assert said[2] == "Openingstijden maandag tot en met vrijdag 9.00-17.00 uur zaterdag en zondag gesloten"
    assert not page.select("main table")


def test_the_page_of_a_team_tells_once_when_it_is_open_and_no_hours_of_all_teams_again(client: Client) -> None:
    page = soup(client, "/nl/wijkteams/zuid/")
    assert len(page.select("main .now")) == 2  # the place, and in the panel the phone
    assert not page.select("#other-ways")
    assert page.select(".aside .number")
    assert not page.select(".aside a[href='/nl/wijkteams/']")


def test_a_day_on_which_everything_is_closed_stands_there_once(client: Client) -> None:
    CalendarException.objects.create(day="2026-11-26", reason="Teamdag")
    said = words(soup(client, "/nl/wijkteams/midden/").select_one("main"))
    assert said.count("Teamdag") == 1


def test_hours_of_one_place_that_change_are_told_there_only(client: Client, django_assert_max_num_queries: Any) -> None:
    midden = Calendar.objects.get(slug="inloop-midden")
    CalendarException.objects.create(calendar=midden, day="2026-11-26", reason="Verbouwing")
    assert "Verbouwing" in words(soup(client, "/nl/wijkteams/midden/").select_one("main"))
    assert "Verbouwing" not in words(soup(client, "/nl/wijkteams/noord/").select_one("main"))
    with django_assert_max_num_queries(6):
        client.get("/nl/wijkteams/")
