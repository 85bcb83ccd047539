"""Hours in the database: what was known when, corrections, and the office clock of docs/kpi.md."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone, translation

from services.hours import store
from services.hours.status_words import status_words
from services.models import (
    Calendar,
    CalendarException,
    CalendarExceptionInterval,
    CalendarInterval,
    CalendarVersion,
)

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d-%m-%Y %H:%M:%S").replace(tzinfo=AMSTERDAM)


@pytest.fixture
def example() -> Calendar:
    """Monday to Friday 9-17, Tuesday evening 18-20."""
    calendar = Calendar.objects.create(slug="voorbeeld", name="Voorbeeld")
    version = CalendarVersion.objects.create(calendar=calendar, valid_from=date(2025, 1, 1))
    for day in range(5):
        CalendarInterval.objects.create(version=version, weekday=day, opens=time(9), closes=time(17))
    CalendarInterval.objects.create(version=version, weekday=1, opens=time(18), closes=time(20))
    return calendar


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("27-03-2026 16:30:00", "30-03-2026 09:30:00", 1.0),
        ("06-01-2026 16:45:00", "06-01-2026 18:30:00", 0.75),
        ("02-04-2026 16:00:00", "07-04-2026 10:00:00", 10.0),
        ("07-02-2026 10:00:00", "07-02-2026 12:00:00", 0.0),
        ("23-10-2026 12:00:00", "26-10-2026 12:00:00", 8.0),
        ("24-12-2026 16:59:30", "28-12-2026 09:00:30", 1 / 60),
    ],
)
def test_the_office_clock_of_the_kpi(example: Calendar, start: str, end: str, hours: float) -> None:
    """The closures of the real content (Easter Monday, Christmas) hold for every calendar."""
    seconds = store.load_calendar("voorbeeld").open_seconds_between(at(start), at(end))
    assert seconds == pytest.approx(hours * 3600)


def test_a_calendar_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(Calendar.DoesNotExist):
        store.load_calendar("bestaat-niet")


def test_asking_again_costs_one_query(example: Calendar, django_assert_num_queries: Any) -> None:
    store.load_calendar("voorbeeld")
    with django_assert_num_queries(1):
        store.load_calendar("voorbeeld")


def test_a_closure_is_seen_at_once_and_can_be_taken_back(example: Calendar) -> None:
    tuesday = at("13-01-2026 10:00:00")
    assert store.load_calendar("voorbeeld").is_open(tuesday)
    closure = CalendarException.objects.create(day=tuesday.date(), reason="Storm")
    assert not store.load_calendar("voorbeeld").is_open(tuesday)
    closure.delete()
    assert store.load_calendar("voorbeeld").is_open(tuesday)
    assert CalendarException.objects.filter(pk=closure.pk).exists()


def test_a_day_of_its_own_goes_before_a_day_for_all(example: Calendar) -> None:
    day = date(2026, 1, 13)
    CalendarException.objects.create(day=day, reason="Storm")
    own = CalendarException.objects.create(calendar=example, day=day, reason="Toch open")
    CalendarExceptionInterval.objects.create(exception=own, opens=time(10), closes=time(12))
    known = store.load_calendar("voorbeeld")
    assert known.is_open(at("13-01-2026 11:00:00"))
    assert known.exception_on(day).reason == "Toch open"


def test_what_was_known_earlier_stays_known(example: Calendar) -> None:
    before = timezone.now()
    CalendarException.objects.create(day=date(2026, 1, 13), reason="Storm", recorded_at=before + timedelta(minutes=1))
    monday = at("13-01-2026 10:00:00")
    assert store.load_calendar("voorbeeld", known_at=before).is_open(monday)
    assert not store.load_calendar("voorbeeld", known_at=before + timedelta(minutes=2)).is_open(monday)


def test_the_database_refuses_hours_that_end_before_they_begin(example: Calendar) -> None:
    version = CalendarVersion.objects.get(calendar=example)
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarInterval.objects.create(version=version, weekday=6, opens=time(12), closes=time(9))
    CalendarInterval.objects.create(version=version, weekday=6, opens=time(12), closes=time(0))


def test_the_database_refuses_a_version_that_ends_before_it_begins(example: Calendar) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarVersion.objects.create(calendar=example, valid_from=date(2024, 2, 1), valid_until=date(2024, 1, 1))


def test_two_versions_may_not_hold_on_one_day(example: Calendar) -> None:
    with pytest.raises(ValidationError) as caught:
        CalendarVersion(calendar=example, valid_from=date(2026, 1, 1)).full_clean()
    assert "2025-01-01" in caught.value.message_dict["valid_from"][0]
    CalendarVersion(calendar=example, valid_from=date(2024, 1, 1), valid_until=date(2024, 12, 31)).full_clean()


def hours_form(
    calendar: Calendar, rows: list[tuple[int, str, str]], numbers: list[int] | None = None
) -> dict[str, Any]:
    """What the editor's form sends."""
    numbers = numbers or []
    data: dict[str, Any] = {
        "calendar": calendar.pk,
        "valid_from": "2025-01-01",
        "valid_until": "",
        "intervals-TOTAL_FORMS": len(rows),
        "intervals-INITIAL_FORMS": len(numbers),
        "intervals-MIN_NUM_FORMS": 0,
        "intervals-MAX_NUM_FORMS": 1000,
    }
    for number, (weekday, opens, closes) in enumerate(rows):
        data |= {
            f"intervals-{number}-id": numbers[number] if number < len(numbers) else "",
            f"intervals-{number}-weekday": weekday,
            f"intervals-{number}-opens": opens,
            f"intervals-{number}-closes": closes,
            f"intervals-{number}-ORDER": number + 1,
            f"intervals-{number}-DELETE": "",
        }
    return data


@pytest.fixture
def staff(client: Client, django_user_model: Any) -> Client:
    client.force_login(django_user_model.objects.create_superuser("baas"), "django.contrib.auth.backends.ModelBackend")
    return client


def test_hours_that_overlap_are_refused_in_the_editor(staff: Client) -> None:
    calendar = Calendar.objects.create(slug="nieuw", name="Nieuw")
    address = "/beheer/snippets/services/calendarversion/add/"
    response = staff.post(address, hours_form(calendar, [(0, "09:00", "12:00"), (0, "11:00", "13:00")]))
    assert response.status_code == 200
    assert "09:00-12:00" in response.content.decode()
    assert not CalendarVersion.objects.filter(calendar=calendar).exists()


def test_hours_that_touch_are_accepted_in_the_editor(staff: Client) -> None:
    calendar = Calendar.objects.create(slug="nieuw", name="Nieuw")
    address = "/beheer/snippets/services/calendarversion/add/"
    response = staff.post(address, hours_form(calendar, [(0, "09:00", "12:00"), (0, "12:00", "13:00")]))
    assert response.status_code == 302
    assert CalendarVersion.objects.get(calendar=calendar).intervals.count() == 2


def test_a_correction_makes_a_new_version_and_keeps_the_old_one(staff: Client, example: Calendar) -> None:
    old = CalendarVersion.objects.get(calendar=example)
    rows = list(old.intervals.all())
    sent = [(row.weekday, f"{row.opens:%H:%M}", f"{row.closes:%H:%M}") for row in rows]
    sent[0] = (0, "08:00", "17:00")
    before = timezone.now()
    response = staff.post(
        f"/beheer/snippets/services/calendarversion/edit/{old.pk}/",
        hours_form(example, sent, [row.pk for row in rows]),
    )
    assert response.status_code == 302, response.content.decode()[:2000]
    old.refresh_from_db()
    assert old.superseded_at is not None
    assert old.intervals.get(weekday=0).opens == time(9)
    new = CalendarVersion.objects.current().get(calendar=example)
    assert new.intervals.get(weekday=0).opens == time(8)
    assert new.intervals.count() == 6
    early = at("12-01-2026 08:30:00")
    assert store.load_calendar("voorbeeld").is_open(early)
    assert not store.load_calendar("voorbeeld", known_at=before).is_open(early)


def test_saving_without_a_change_records_nothing(staff: Client, example: Calendar) -> None:
    old = CalendarVersion.objects.get(calendar=example)
    rows = list(old.intervals.all())
    sent = [(row.weekday, f"{row.opens:%H:%M}", f"{row.closes:%H:%M}") for row in rows]
    staff.post(
        f"/beheer/snippets/services/calendarversion/edit/{old.pk}/",
        hours_form(example, sent, [row.pk for row in rows]),
    )
    assert CalendarVersion.objects.filter(calendar=example).count() == 1


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("13-01-2026 10:00:00", "Open until 17:00"),
        ("13-01-2026 17:30:00", "Closed, opens today at 18:00"),
        ("13-01-2026 21:00:00", "Closed, opens tomorrow at 09:00"),
        ("16-01-2026 18:00:00", "Closed, opens Monday 19 January at 09:00"),
    ],
)
def test_open_or_closed_in_words(example: Calendar, moment: str, words: str) -> None:
    known = store.load_calendar("voorbeeld")
    with translation.override("en"):
        assert status_words(known.status(at(moment)), at(moment)) == words
