"""The editors' screens of hours: a week as it will be, what is refused and why, what residents will read."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from services.hours import store
from services.models import Calendar, CalendarException, CalendarInterval, CalendarVersion
from tests.conftest import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
VERSIONS, EXCEPTIONS = "/beheer/snippets/services/calendarversion", "/beheer/snippets/services/calendarexception"
Row = tuple[int | None, str, str] | tuple[int | None, str, str, bool]


@pytest.fixture
def editor(cast: Cast, sign_in: SignIn) -> Client:
    return sign_in(cast.editor)


@pytest.fixture
def example() -> Calendar:
    calendar = Calendar.objects.create(slug="voorbeeld", name="Voorbeeldbalie")
    version = CalendarVersion.objects.create(calendar=calendar, valid_from=date(2025, 1, 1))
    CalendarInterval.objects.create(version=version, weekday=0, opens=time(9), closes=time(17))
    return calendar


def typed(rows: list[Row], **fields: Any) -> dict[str, Any]:
    data: dict[str, Any] = {**fields, "intervals-TOTAL_FORMS": len(rows), "intervals-INITIAL_FORMS": 0}
    data |= {"intervals-MIN_NUM_FORMS": 0, "intervals-MAX_NUM_FORMS": 1000}
    for number, (weekday, opens, closes, *appointment) in enumerate(rows):
        data |= {f"intervals-{number}-{name}": "" for name in ("id", "DELETE")}
        data |= {f"intervals-{number}-opens": opens, f"intervals-{number}-closes": closes}
        data[f"intervals-{number}-ORDER"] = number + 1
        if weekday is not None:
            data[f"intervals-{number}-weekday"] = weekday
        if appointment and appointment[0]:
            data[f"intervals-{number}-by_appointment"] = "on"
    return data


def body(response: Any) -> str:
    return str(response.content.decode())


def errors_of(response: Any) -> dict[str, Any]:
    form = response.context["form"]
    return {**form.errors, "intervals": [dict(each.errors) for each in form.formsets["intervals"].forms]}


def test_a_week_as_it_will_be(editor: Client, example: Calendar) -> None:
    CalendarException.objects.create(calendar=example, day=date(2026, 6, 1), reason="Verhuizing")
    page = body(editor.get("/beheer/openingstijden/?week=2026-06-03"))
    assert "Voorbeeldbalie" in page
    assert "Verhuizing" in page
    assert "?week=2026-05-25" in page
    assert "?week=2026-06-08" in page


@pytest.mark.parametrize("week", ["", "2027-05-05", "5-5-2027", "5 mei 2027", "05/05/2027"])
def test_any_week_can_be_asked_for_as_people_write_it(editor: Client, week: str) -> None:
    answer = editor.get("/beheer/openingstijden/", {"week": week})
    assert answer.status_code == 200
    assert not week or answer.context["first"] == date(2027, 5, 3)


@pytest.mark.parametrize("week", ["gisteren", "0001-01-01", "9999-12-31", "0206-01-01", "2026-02-30", "2100-01-01"])
def test_a_week_that_nobody_plans_is_refused_beside_the_field(editor: Client, week: str) -> None:
    answer = editor.get("/beheer/openingstijden/", {"week": week})
    assert answer.status_code == 422
    assert answer.context["form"].errors["week"]
    page = answer.content.decode()
    assert f'value="{week}"' in page
    assert 'id="id_week_error"' in page


def test_only_editors_see_the_hours_screen(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.colleague).get("/beheer/openingstijden/").status_code == 403
    assert sign_in(cast.leader).get("/beheer/openingstijden/").status_code == 403


def test_overlap_is_told_beside_the_hours_and_everything_typed_stays(editor: Client) -> None:
    calendar = Calendar.objects.create(slug="nieuw", name="Nieuw")
    rows: list[Row] = [(0, "09:00", "12:00"), (0, "11:30", "13:00"), (1, "09:00", "17:00")]
    response = editor.post(f"{VERSIONS}/add/", typed(rows, calendar=calendar.pk, valid_from="2027-01-01"))
    errors = errors_of(response)
    assert "09:00-12:00" in errors["intervals"][1]["opens"][0]
    assert errors["intervals"][0] == errors["intervals"][2] == {}
    assert 'value="11:30"' in body(response)
    assert not CalendarVersion.objects.filter(calendar=calendar).exists()


def test_an_end_before_a_start_is_told_beside_it(editor: Client, example: Calendar) -> None:
    response = editor.post(
        f"{VERSIONS}/add/",
        typed([(0, "17:00", "09:00")], calendar=example.pk, valid_from="2020-05-01", valid_until="2020-04-01"),
    )
    errors = errors_of(response)
    assert errors["intervals"][0]["closes"]
    assert errors["valid_until"]


def test_two_versions_on_one_day_are_told_beside_the_date(editor: Client, example: Calendar) -> None:
    response = editor.post(
        f"{VERSIONS}/add/", typed([(0, "09:00", "12:00")], calendar=example.pk, valid_from="2027-01-01")
    )
    assert errors_of(response)["valid_from"]
    assert CalendarVersion.objects.filter(calendar=example).count() == 1


@pytest.mark.parametrize("reason", ["", "   "])
def test_an_exception_without_a_reason_is_told_beside_it(editor: Client, example: Calendar, reason: str) -> None:
    response = editor.post(f"{EXCEPTIONS}/add/", typed([], calendar=example.pk, day="2027-02-01", reason=reason))
    assert errors_of(response)["reason"]
    assert not CalendarException.objects.filter(calendar=example).exists()


def test_a_second_exception_on_a_day_is_told_beside_the_day(editor: Client) -> None:
    CalendarException.objects.create(day=date(2027, 2, 1), reason="Storm")
    response = editor.post(f"{EXCEPTIONS}/add/", typed([], calendar="", day="2027-02-01", reason="Ook storm"))
    assert "Storm" in errors_of(response)["day"][0]
    assert CalendarException.objects.filter(day=date(2027, 2, 1)).count() == 1


def test_evenings_by_appointment_are_recorded(editor: Client) -> None:
    calendar = Calendar.objects.create(slug="nieuw", name="Nieuw")
    rows: list[Row] = [(0, "09:00", "17:00"), (0, "18:00", "20:00", True)]
    assert (
        editor.post(f"{VERSIONS}/add/", typed(rows, calendar=calendar.pk, valid_from="2027-01-01")).status_code == 302
    )
    monday = store.load_calendar("nieuw").intervals_on(date(2027, 1, 4))
    assert [each.by_appointment for each in monday] == [False, True]


@pytest.mark.parametrize(
    ("language", "direction", "hours"), [("nl", "ltr", "10.00-11.00 uur"), ("ar", "rtl", "من 10:00 إلى 11:00")]
)
def test_the_editor_sees_what_residents_will_read(
    editor: Client, example: Calendar, language: str, direction: str, hours: str
) -> None:
    address = f"{EXCEPTIONS}/preview/"
    data = typed([(None, "10:00", "11:00")], calendar=example.pk, day="2027-02-01", reason="Teamdag")
    assert editor.post(address, data).json() == {"is_valid": True, "is_available": True}
    shown = editor.get(address, {"mode": language})
    assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
    page = body(shown)
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert hours in page
    assert "Teamdag" in page
    assert not CalendarException.objects.filter(calendar=example).exists()


def test_the_preview_of_a_change_takes_the_place_of_what_held(editor: Client, example: Calendar) -> None:
    held = CalendarVersion.objects.get(calendar=example)
    address = f"{VERSIONS}/preview/{held.pk}/"
    data = typed([(0, "07:00", "08:00")], calendar=example.pk, valid_from="2025-01-01", valid_until="")
    data |= {"intervals-INITIAL_FORMS": 1, "intervals-0-id": held.intervals.get().pk}
    assert editor.post(address, data).json()["is_valid"]
    page = body(editor.get(address, {"mode": "nl"}))
    assert "7.00-8.00 uur" in page
    assert "9.00-17.00" not in page
    assert CalendarVersion.objects.get(calendar=example).pk == held.pk
