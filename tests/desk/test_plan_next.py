"""Planning when a question comes up again, for every kind of question."""

import re
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.plan_next import plan_next
from questions.actions.refusals import Ended, NotAllowed, WrongDay
from questions.actions.withdraw import withdraw
from questions.models import HistoryEntry
from tests.conftest import Ask, Cast

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def body(response: Any) -> str:
    return str(response.content.decode())


def test_a_day_and_a_time_are_planned_in_the_time_of_the_office(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/volgende-datum/"
    form = {"submission": str(uuid.uuid4()), "day": "29-2-2096", "clock": "9:30"}
    for _time in range(2):
        assert client.post(address, form).status_code == 302
    question.refresh_from_db()
    assert question.due_at == datetime(2096, 2, 29, 9, 30, tzinfo=AMSTERDAM)
    entry = HistoryEntry.objects.get(what="planned")
    assert (entry.colleague, entry.data) == (cast.colleague, {"due": question.due_at.isoformat()})
    assert "29-02-2096" in body(client.get(f"/beheer/vragen/{question.pk}/"))
    client.post(address, {"submission": str(uuid.uuid4()), "day": "", "clock": ""})
    question.refresh_from_db()
    assert question.due_at is None
    client.post(address, form)
    question.refresh_from_db()
    assert question.due_at is None  # the first form, sent again after the second


@pytest.mark.parametrize(("clock", "shown"), [("", "29-2-2096"), ("9:30", "29-2-2096, 9.30")])
def test_a_whole_day_is_shown_without_a_time(cast: Cast, asked: Ask, sign_in: SignIn, clock: str, shown: str) -> None:
    question = asked().question
    client = sign_in(cast.colleague)
    day = {"submission": str(uuid.uuid4()), "day": "29-2-2096", "clock": clock}
    client.post(f"/beheer/vragen/{question.pk}/volgende-datum/", day)
    page = " ".join(body(client.get(f"/beheer/vragen/{question.pk}/")).split())
    assert f"Komt terug op {shown} </p>" in page
    assert f"Volgende datum gepland: {shown} ·" in page
    assert f'<strong class="queue-wait__day">{shown}</strong>' in body(client.get("/beheer/vragen/"))


def test_the_example_of_a_day_is_one_that_may_be_chosen(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    client = sign_in(cast.colleague)
    found = re.search(r"Zo: (\d\d-\d\d-\d{4})\.", body(client.get(f"/beheer/vragen/{question.pk}/")))
    assert found is not None
    day = {"submission": str(uuid.uuid4()), "day": found[1], "clock": ""}
    assert client.post(f"/beheer/vragen/{question.pk}/volgende-datum/", day).status_code == 302


@pytest.mark.parametrize(
    ("day", "clock"),
    [("30-2-2096", ""), ("29-2-2095", ""), ("morgen", ""), ("1-1-2020", ""), ("", "9:30"), ("1-1-2096", "25:00")],
)
def test_a_day_that_cannot_be_is_told_beside_its_field(
    cast: Cast, asked: Ask, sign_in: SignIn, day: str, clock: str
) -> None:
    question = asked().question
    response = sign_in(cast.colleague).post(
        f"/beheer/vragen/{question.pk}/volgende-datum/", {"day": day, "clock": clock}
    )
    assert response.status_code == 422
    assert f'value="{day or clock}"' in body(response)
    question.refresh_from_db()
    assert question.due_at is None


def test_only_who_may_put_it_in_order_plans_and_not_in_the_past_nor_after_the_end(cast: Cast, asked: Ask) -> None:
    question, now = asked().question, timezone.now()
    with pytest.raises(WrongDay):
        plan_next(cast.colleague, question, now - timedelta(minutes=1), now=now)
    claim(cast.teammate, question, now)
    with pytest.raises(NotAllowed):
        plan_next(cast.colleague, question, now + timedelta(days=1), now=now)
    with pytest.raises(NotAllowed):
        plan_next(cast.outsider, question, now + timedelta(days=1), now=now)
    withdraw(question, now)
    with pytest.raises(Ended):
        plan_next(cast.teammate, question, now + timedelta(days=1), now=now)
    assert not HistoryEntry.objects.filter(what="planned").exists()
