"""Days and times as people write them here: read where they are clear, refused where they are not."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django import forms
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation
from wagtail.models import Page

from home.alerts.models import AlertBanner
from home.editing.day_fields import DayField, MomentField
from home.text.days import NoSuchYear, read_clock, read_day, read_moment
from questions.models import Colleague
from services.models import CalendarException, CalendarVersion, Fact
from tests.conftest import Cast
from tests.some import some

SignIn = Callable[[User | Colleague], Client]

THE_DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "30-11-2026",
        "30/11/2026",
        "30.11.2026",
        "30 11 2026",
        " 30 - 11 - 2026 ",
        "30-11-26",
        "30 november 2026",
        "30 Nov. 2026",
        "30-nov-2026",
        "2026-11-30",
    ],
)
def test_a_day_is_read_as_people_write_it_here(text: str) -> None:
    assert read_day(text) == THE_DAY


def test_the_day_stands_before_the_month_in_every_language() -> None:
    assert read_day("03/04/2026") == date(2026, 4, 3)
    for language in ("nl", "en"):
        with translation.override(language):
            assert forms.DateField().clean("03/04/2026") == date(2026, 4, 3)
            assert DayField().clean("1 mrt 2026") == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30",
        "30-11",
        "11/30/2026",
        "31-02-2026",
        "30-11/2026",
        "30-11-202",
        "30-11-20",
        "30 brumaire 2026",
        "morgen",
    ],
)
def test_what_is_unclear_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_day(text)


@pytest.mark.parametrize("text", ["0206-01-01", "0001-01-01", "9999-12-31", "30-11-0026"])
def test_a_year_half_typed_is_no_year(text: str) -> None:
    with pytest.raises(NoSuchYear):
        read_day(text)


@pytest.mark.parametrize("text", ["9.30", "9:30", "09:30", "0930", "9u30", "9.30 uur", "09:30:00"])
def test_a_time_is_read_as_people_write_it_here(text: str) -> None:
    assert read_clock(text) == time(9, 30)


@pytest.mark.parametrize("text", ["9", "930", "9:5", "24:00", "12:60", "half tien"])
def test_what_is_unclear_is_no_time(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_clock(text)


@pytest.mark.parametrize("text", ["30-11-2026 9.30", "30 november 2026 om 9:30 uur", "2026-11-30T09:30"])
def test_a_day_with_its_time_is_read(text: str) -> None:
    assert read_moment(text).isoformat() == "2026-11-30T09:30:00"


def test_a_day_without_its_time_is_no_moment() -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_moment("30-11-2026")
    with pytest.raises(forms.ValidationError):
        MomentField().clean("30-11-2026")


def test_a_moment_of_a_machine_is_read_too() -> None:
    found = MomentField().clean("2026-11-30T09:30:00.5Z")
    assert found is not None
    assert found.isoformat() == "2026-11-30T09:30:00.500000+00:00"


@pytest.mark.django_db
@pytest.mark.parametrize("model", [CalendarVersion, CalendarException, Fact, AlertBanner])
def test_every_form_of_the_admin_reads_days_so(model: type) -> None:
    form = model.snippet_viewset.get_edit_handler().get_form_class()
    days = [
        name for name, field in form.base_fields.items() if isinstance(field, forms.DateField | forms.DateTimeField)
    ]
    for name in some(days):
        assert isinstance(form.base_fields[name], DayField | MomentField), name


@pytest.mark.django_db
def test_the_day_of_publication_of_a_page_is_read_so() -> None:
    form = Page.objects.get(slug="klacht", locale__language_code="nl").specific.get_edit_handler().get_form_class()
    assert isinstance(form.base_fields["go_live_at"], MomentField)
    assert isinstance(form.base_fields["review_on"], DayField)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "en"])
def test_hours_are_recorded_with_a_dutch_day_and_time(cast: Cast, sign_in: SignIn, language: str) -> None:
    client = sign_in(cast.editor)
    typed = {
        "day": "8 januari 2027",
        "reason": "Studiedag",
        "calendar": "",
        "intervals-TOTAL_FORMS": "1",
        "intervals-INITIAL_FORMS": "0",
        "intervals-MIN_NUM_FORMS": "0",
        "intervals-MAX_NUM_FORMS": "1000",
        "intervals-0-opens": "9.30",
        "intervals-0-closes": "1200",
    }
    url = "/beheer/snippets/services/calendarexception/add/"
    assert client.post(url, typed, headers={"Accept-Language": language}).status_code == 302
    recorded = CalendarException.objects.current().get(day=date(2027, 1, 8))
    [hours] = recorded.intervals.all()
    assert (hours.opens, hours.closes) == (time(9, 30), time(12))


@pytest.mark.django_db
def test_what_is_unclear_is_refused_beside_the_field_and_stays_there(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.editor)
    typed = {
        "day": "30-11",
        "reason": "Studiedag",
        "calendar": "",
        "intervals-TOTAL_FORMS": "0",
        "intervals-INITIAL_FORMS": "0",
        "intervals-MIN_NUM_FORMS": "0",
        "intervals-MAX_NUM_FORMS": "1000",
    }
    page = client.post("/beheer/snippets/services/calendarexception/add/", typed).content.decode()
    assert "Schrijf de dag zo: 30-11-2026." in page
    assert 'value="30-11"' in page
    assert not CalendarException.objects.filter(reason="Studiedag").exists()


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("days", [("0001-01-01", "9999-12-31"), ("30-11-2026", "31-12-2026"), ("0206-01-01", "")])
@pytest.mark.parametrize(
    "address",
    [
        "reports/site-history/?timestamp",
        "reports/workflow/?created_at",
        "reports/workflow_tasks/?started_at",
        "reports/locked/?locked_at",
        "pages/3/?latest_revision_created_at",
        "pages/3/history/?timestamp",
    ],
)
def test_the_lists_of_the_admin_answer_to_every_day(
    cast: Cast, sign_in: SignIn, address: str, days: tuple[str, str]
) -> None:
    client = sign_in(cast.root)
    name = address.partition("?")[2]
    answer = client.get(f"/beheer/{address}_from={days[0]}&{name}_to={days[1]}")
    assert answer.status_code == 200
    assert ("buiten 1900 tot 2199" in answer.content.decode()) == (days[0][0] == "0")
