"""One record of hours drives the page of a location, the door of the chat and the office clock."""

import re
import uuid
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from questions.waits.clocks import Clock, calendar_of, elapsed, stopwatch
from questions.waits.models import Channel, Wait, WaitKind
from questions.waits.writer import open_wait
from services.hours import store
from services.hours.channels import ContactChannel, calendar_for, calendar_in
from services.models import Calendar, CalendarException, CalendarInterval, CalendarVersion, Location
from tests.conftest import Ask
from tests.markup import one_line

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def monday_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: MONDAY)


def waiting(channel: Channel, district: str = "") -> Wait:
    return open_wait(
        at=MONDAY,
        recorded_at=MONDAY,
        channel=channel,
        kind=WaitKind.FIRST,
        theme="geld",
        district=district,
        language="nl",
    )


def hours_of_noord(opens: time, closes: time) -> Calendar:
    calendar = Calendar.objects.create(slug="chat-noord", name="Chat Noord")
    version = CalendarVersion.objects.create(calendar=calendar, valid_from=date(2024, 1, 1))
    for day in range(7):
        CalendarInterval.objects.create(version=version, weekday=day, opens=opens, closes=closes)
    location = Location.objects.get(slug="noord")
    location.chat_hours = calendar
    location.save()
    return calendar


def test_a_location_without_hours_of_its_own_follows_the_whole_team() -> None:
    noord = Location.objects.get(slug="noord")
    assert calendar_for(noord, ContactChannel.VISIT) == "locatie-noord"
    assert calendar_for(noord, ContactChannel.WALK_IN) == "inloop-noord"
    assert calendar_for(noord, ContactChannel.PHONE) == "phone"
    assert calendar_for(noord, ContactChannel.CHAT) == "chat"
    noord.walk_in = None
    assert calendar_for(noord, ContactChannel.WALK_IN) == ""


def test_a_location_can_have_hours_of_its_own_for_each_way() -> None:
    hours_of_noord(time(18), time(20))
    assert calendar_for(Location.objects.get(slug="noord"), ContactChannel.CHAT) == "chat-noord"
    assert calendar_in("noord", ContactChannel.CHAT) == "chat-noord"
    assert calendar_in("zuid", ContactChannel.CHAT) == calendar_in("", ContactChannel.CHAT) == "chat"


def test_one_change_changes_the_page_the_chat_and_the_clock(client: Client, monday_morning: None) -> None:
    wait = waiting(Channel.CHAT)
    hour_later = MONDAY + timedelta(hours=1)
    assert "tot 17.00" in client.get("/nl/").content.decode()
    assert 'name="begun_as_chat"' in client.get("/nl/chat/").content.decode()
    assert elapsed(wait, Clock.OFFICE, hour_later) == 3600

    storm = CalendarException.objects.create(day=MONDAY.date(), reason="Code rood")
    assert "Code rood" in client.get("/nl/wijkteams/midden/").content.decode()
    assert "Code rood" in client.get("/ar/wijkteams/midden/").content.decode()
    assert 'name="begun_as_chat"' not in client.get("/nl/chat/").content.decode()
    assert elapsed(wait, Clock.OFFICE, hour_later) == 0
    assert stopwatch(Clock.OFFICE, hour_later)(wait)[0] == 0

    storm.delete()
    assert "Code rood" not in client.get("/nl/wijkteams/midden/").content.decode()
    assert 'name="begun_as_chat"' in client.get("/nl/chat/").content.decode()
    assert elapsed(wait, Clock.OFFICE, hour_later) == 3600


def test_the_chat_of_a_district_with_hours_of_its_own_opens_by_them(client: Client, monday_morning: None) -> None:
    hours_of_noord(time(18), time(20))
    assert 'name="begun_as_chat"' in client.get("/nl/chat/").content.decode()
    page = one_line(client.get("/nl/chat/?wijk=noord").content.decode())
    assert 'name="begun_as_chat"' not in page
    assert '<option value="noord" selected' in page
    assert "/nl/chat/?wijk=noord" in client.get("/nl/wijkteams/noord/").content.decode()
    assert "wijk=" not in client.get("/nl/wijkteams/zuid/").content.decode()


def test_a_chat_with_a_team_is_timed_by_the_hours_of_that_team() -> None:
    hours_of_noord(time(18), time(20))
    evening = MONDAY.replace(hour=19)
    assert elapsed(waiting(Channel.CHAT, "noord"), Clock.OFFICE, evening) == 3600
    assert elapsed(waiting(Channel.CHAT), Clock.OFFICE, evening) == 7 * 3600
    assert calendar_of(Channel.FORM, "noord") == store.load_calendar("office")


def test_a_district_that_does_not_exist_is_left_out_of_the_chat(client: Client, monday_morning: None) -> None:
    page = one_line(client.get("/nl/chat/?wijk=nergens").content.decode())
    choice = page.split('name="district"')[1].split("</select>")[0]
    assert '<option value="">' in choice or '<option value="" selected' in choice
    assert not re.search(r'value="[^"]+"[^>]* selected', choice)


def test_a_chat_begun_with_the_team_of_a_district_belongs_to_it(
    client: Client, asked: Ask, monday_morning: None
) -> None:
    from questions.models import Question

    hours_of_noord(time(9), time(12))
    client.post(
        "/nl/chat/",
        {
            "submission": str(uuid.uuid4()),
            "theme": "geld",
            "text": "Mag ik iets vragen?",
            "begun_as_chat": "1",
            "district": "noord",
        },
    )
    question = Question.objects.get()
    assert question.channel == Channel.CHAT
    assert question.district is not None
    assert question.district.slug == "noord"
