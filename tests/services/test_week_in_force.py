"""Which hours are told on which day, in every standard and in words: in force, to come, past, midnight, summer time."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from services.hours.presenters import OpeningView
from services.hours.rules import Calendar, DayException, Interval, WeekVersion
from services.hours.status_words import status_words
from services.hours.store import load_calendar
from services.hours.week_words import week_html, week_text
from services.models import Calendar as CalendarRow
from services.models import CalendarVersion
from services.open_data import hsds, jsonld

TODAY = date(2026, 11, 29)
OFFICE = (Interval(time(9), time(17)),)
MORNING = (Interval(time(10), time(12)),)
DAY_AND_NIGHT = (Interval(time(0), time(0)),)
LATE = (Interval(time(22), time(0)),)
SMALL_HOURS = (Interval(time(0), time(2)),)
WORKDAYS = (OFFICE,) * 5 + ((), ())
MONDAYS = (MORNING,) + ((),) * 6
PLANNED = Calendar(
    versions=(
        WeekVersion(date(2025, 1, 1), date(2025, 12, 31), ((),) * 6 + (OFFICE,)),
        WeekVersion(date(2026, 1, 1), date(2027, 6, 30), WORKDAYS),
        WeekVersion(date(2027, 7, 1), None, MONDAYS),
    ),
    exceptions=(
        DayException(date(2027, 1, 8), DAY_AND_NIGHT, "Dag en nacht open"),
        DayException(date(2027, 1, 15), LATE, "Late avond"),
        DayException(date(2027, 4, 27), (), "Koningsdag"),
        DayException(date(2027, 7, 9), OFFICE, "Zomer"),
    ),
)
NIGHT = Calendar(versions=(WeekVersion(date(2026, 1, 1), None, ((),) * 4 + (LATE, SMALL_HOURS, ())),))
AROUND_THE_CLOCK = Calendar(versions=(WeekVersion(date(2026, 1, 1), None, (DAY_AND_NIGHT,) * 6 + ((),)),))
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def told(hours: Calendar, day: date = TODAY) -> list[dict[str, Any]]:
    return list(jsonld.week_of(hours, day))


def test_json_ld_tells_the_week_in_force_and_later_ones_with_their_first_day() -> None:
    now, later = told(PLANNED)
    assert (now["opens"], now["closes"], len(now["dayOfWeek"])) == ("09:00", "17:00", 5)
    assert "validFrom" not in now
    assert now["validThrough"] == "2027-06-30"
    assert (later["opens"], later["validFrom"]) == ("10:00", "2027-07-01")
    assert "validThrough" not in later


def test_every_day_has_the_week_that_is_in_force_then() -> None:
    assert [each["opens"] for each in told(PLANNED, date(2027, 6, 30))] == ["09:00", "10:00"]
    [only] = told(PLANNED, date(2027, 7, 1))
    assert (only["opens"], only.get("validFrom")) == ("10:00", None)
    assert [each.get("validFrom") for each in told(PLANNED, date(2024, 1, 1))] == [
        "2025-01-01", "2026-01-01", "2027-07-01",
    ]  # fmt: skip


def test_hsds_tells_the_same_weeks_each_with_the_difference_from_utc_of_its_day() -> None:
    rules = [each for each in hsds.schedules(PLANNED, TODAY, "base", "x") if "count" not in each]
    assert [(each["opens_at"], each["valid_from"]) for each in rules] == [
        ("09:00+01:00", "2026-01-01"), ("10:00+02:00", "2027-07-01"),
    ]  # fmt: skip
    assert len({each["id"] for each in hsds.schedules(PLANNED, TODAY, "base", "x")}) == 6


def test_a_day_that_differs_carries_the_difference_from_utc_of_that_day() -> None:
    days = {each["valid_from"]: each for each in hsds.schedules(PLANNED, TODAY, "base", "x") if "count" in each}
    assert days["2027-01-08"]["opens_at"] == "00:00+01:00"
    assert days["2027-07-09"]["opens_at"] == "09:00+02:00"
    assert days["2027-04-27"]["notes"] == "closed"


def test_day_and_night_is_not_closed_and_closed_is_not_day_and_night() -> None:
    days = {each["validFrom"]: (each["opens"], each["closes"]) for each in jsonld.exceptions_of(PLANNED, TODAY)}
    assert days["2027-01-08"] == ("00:00", "23:59")
    assert days["2027-01-15"] == ("22:00", "23:59")
    assert days["2027-04-27"] == ("00:00", "00:00")
    assert {(each["opens"], each["closes"]) for each in told(AROUND_THE_CLOCK)} == {("00:00", "23:59")}
    closing = [each["closes_at"] for each in hsds.schedules(AROUND_THE_CLOCK, TODAY, "base", "x")]
    assert closing == ["23:59+01:00"]


def test_hours_over_midnight_are_told_on_both_days() -> None:
    assert [(each["dayOfWeek"][0][-6:], each["opens"], each["closes"]) for each in told(NIGHT)] == [
        ("Friday", "22:00", "23:59"), ("turday", "00:00", "02:00"),
    ]  # fmt: skip


def test_midnight_at_the_end_of_a_day_is_24_00_in_words() -> None:
    with translation.override("en"):
        assert week_text(NIGHT.versions[0].week) == "Friday 22:00 – 24:00; Saturday 00:00 – 02:00"
        assert "00:00 – 24:00" in week_html(AROUND_THE_CLOCK.versions[0].week)
        opening = OpeningView(PLANNED, datetime(2027, 1, 2, 12, tzinfo=AMSTERDAM), sample=False)
        days = render_to_string("components/days_that_differ.html", {"days": opening.exceptions})
        assert "00:00 – 24:00" in days
        assert "22:00 – 24:00" in days
        assert "00:00 – 24:00" in render_to_string("services/admin/interval.html", {"intervals": DAY_AND_NIGHT})


@pytest.mark.parametrize(
    ("hours", "moment", "words"),
    [
        (NIGHT, datetime(2026, 12, 4, 23, tzinfo=AMSTERDAM), "Open until 02:00"),
        (NIGHT, datetime(2026, 12, 5, 1, tzinfo=AMSTERDAM), "Open until 02:00"),
        (NIGHT, datetime(2026, 12, 5, 2, tzinfo=AMSTERDAM), "Closed, opens Friday 11 December at 22:00"),
        (AROUND_THE_CLOCK, datetime(2026, 12, 1, 12, tzinfo=AMSTERDAM), "Open until Sunday 6 December at 00:00"),
    ],
)
def test_open_over_midnight_in_words(hours: Calendar, moment: datetime, words: str) -> None:
    with translation.override("en"):
        assert status_words(hours.status(moment), moment) == words


@pytest.mark.django_db
def test_a_service_page_tells_the_hours_of_today_and_not_those_of_next_year(client: Client) -> None:
    office = CalendarRow.objects.get(slug="office")
    office.sample = False
    office.save()
    CalendarVersion.objects.current().filter(calendar=office).update(valid_until=date(2090, 12, 31))
    version = CalendarVersion(calendar=office, valid_from=date(2091, 1, 1))
    version.intervals.create(weekday=0, opens=time(3), closes=time(4))
    version.save()
    page = client.get("/nl/diensten/jeugdhulp/").content.decode()
    assert '"opens": "03:00"' in page or '"opens":"03:00"' in page
    assert "2091-01-01" in page


# --- a time zone that does not exist ----------------------------------------------------------------------


@pytest.mark.django_db
def test_a_wrong_time_zone_in_the_database_takes_nothing_down_and_is_told(client: Client) -> None:
    CalendarRow.objects.filter(slug="chat").update(zone="Europe/Amstredam")
    for address in ("/nl/", "/nl/wijkteams/oost/", "/nl/chat/", "/api/hsds/services?full=true", "/nl/zoeken/?q=geld"):
        assert client.get(address).status_code == 200, address
    assert client.get("/sitemap.xml").status_code == 200
    assert load_calendar("chat").zone == "Europe/Amsterdam"
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["calendars"] is False
    with pytest.raises(SystemCheckError, match="calendar chat: there is no time zone 'Europe/Amstredam'"):
        call_command("check", databases=["default"])


@pytest.mark.django_db
def test_hours_that_overlap_in_the_database_take_nothing_down(client: Client) -> None:
    office = CalendarRow.objects.get(slug="office")
    CalendarVersion.objects.create(calendar=office, valid_from=date(2026, 6, 1), valid_until=date(2026, 6, 30))
    assert client.get("/nl/wijkteams/oost/").status_code == 200
    assert load_calendar("office").status(datetime(2026, 6, 2, 10, tzinfo=AMSTERDAM)).open
