"""Sending, taking back, settling and opening again, through the screens: who may, who may not, and what they read."""

import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.release_answers import release_all_due
from questions.actions.withdraw import withdraw
from questions.desk_choices import HistoryKind
from questions.models import Gap, HeldAnswer, Message, Outcome, Question
from questions.statuses import Author, Status
from questions.waits.models import Wait
from tests.conftest import Ask, Cast, let_answers_go
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]


def body(response: Any) -> str:
    return re.sub(r"\s+", " ", str(response.content.decode()))


def reply(**other: str) -> dict[str, str]:
    given = {"submission": str(uuid.uuid4()), "text": "Bel Op Orde.", "language": "nl", "seen": "1"}
    return given | {"settled": "answered", "destination": "community"} | other


def door(question: Question, name: str) -> str:
    return f"/beheer/vragen/{question.pk}/{name}/"


@pytest.fixture
def question(asked: Ask, cast: Cast) -> Question:
    """A question of half an hour ago that the colleague has claimed."""
    asking = asked(now=timezone.now() - timedelta(minutes=30)).question
    claim(cast.colleague, asking, timezone.now() - timedelta(minutes=20))
    return asking


def answered(question: Question) -> bool:
    return Message.objects.filter(question=question, author=Author.COLLEAGUE).exists()


def test_after_sending_every_page_of_the_desk_offers_to_take_it_back_and_others_are_offered_nothing(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    page = body(client.post(door(question, "antwoord"), reply(), follow=True))
    # A slow machine has used some of them by now.
    assert re.search(rf"Je antwoord op {question.reference} gaat over <strong>(10|[2-9])</strong> seconden weg\.", page)
    assert "Terughalen" in body(client.get("/beheer/vragen/"))
    theirs = body(sign_in(cast.teammate).get(door(question, "")[:-1]))
    moment = timezone.localtime(HeldAnswer.objects.get().release_at)
    assert f"het antwoord van Anna gaat om {moment.hour}.{moment:%M.%S}" in theirs
    assert "data-undo" not in theirs
    assert not answered(question)
    let_answers_go()
    assert answered(question)
    assert "data-undo" not in body(client.get("/beheer/vragen/"))


def test_taken_back_the_words_and_choices_stand_in_the_form_and_late_is_told(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client, form = sign_in(cast.colleague), reply(no_offer="on", gap="Een tolk Tigrinya")
    client.post(door(question, "antwoord"), form)
    page = body(client.post(door(question, "antwoord/terug"), {"answer": form["submission"]}, follow=True))
    assert "Je antwoord staat weer in het formulier" in page
    assert "Bel Op Orde.</textarea>" in page
    assert re.search(r'name="destination" value="community"[^>]* checked', page)
    assert "Een tolk Tigrinya" in page
    assert form["submission"] in page
    client.post(door(question, "antwoord"), form)
    let_answers_go()
    page = body(client.post(door(question, "antwoord/terug"), {"answer": form["submission"]}, follow=True))
    assert "Te laat" in page
    assert answered(question)


def test_nobody_else_takes_it_back(cast: Cast, question: Question, sign_in: SignIn) -> None:
    form = reply()
    sign_in(cast.colleague).post(door(question, "antwoord"), form)
    for other in some([cast.teammate, cast.outsider, cast.confidant, cast.editor, cast.leader, cast.root]):
        sign_in(other).post(door(question, "antwoord/terug"), {"answer": form["submission"]})
    sign_in(cast.colleague).post(door(question, "antwoord/terug"), {"answer": "geen nummer"})
    assert HeldAnswer.objects.count() == 1


def test_the_resident_finds_it_there_by_looking_when_nothing_else_runs(
    cast: Cast, asked: Ask, sign_in: SignIn, client: Client
) -> None:
    done = asked(now=timezone.now() - timedelta(minutes=5))
    claim(cast.colleague, done.question, timezone.now())
    sign_in(cast.colleague).post(door(done.question, "antwoord"), reply())
    client.post("/nl/vraag/volgen/", {"reference": done.question.reference, "code": done.code})
    assert "Bel Op Orde." not in body(client.get("/nl/gesprek/"))
    held = HeldAnswer.objects.get()
    held.release_at = timezone.now()
    held.save()
    page = body(client.get("/nl/gesprek/"))
    assert "Bel Op Orde." in page
    assert "Er is antwoord." in page
    assert Wait.objects.get().reacted_at == held.release_at


def test_a_question_that_ended_meanwhile_is_told_on_every_page_until_the_words_are_thrown_away(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    client.post(door(question, "antwoord"), reply())
    withdraw(question, timezone.now())
    let_answers_go()
    told = f"Je antwoord op {question.reference} is niet verstuurd"
    assert told in body(client.get("/beheer/vragen/"))
    assert told not in body(sign_in(cast.teammate).get("/beheer/vragen/"))
    page = body(client.get(door(question, "")[:-1]))
    assert "Bel Op Orde.</textarea>" in page
    client.post(door(question, "concept/weg"))
    assert told not in body(client.get("/beheer/vragen/"))


def test_what_settles_asks_where_it_ended_and_keeps_what_was_typed(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    page = client.post(door(question, "antwoord"), reply(destination="", gap="x" * 301))
    assert page.status_code == 422
    assert "Kies waar de vraag eindigde." in body(page)
    assert "Bel Op Orde.</textarea>" in body(page)
    assert not HeldAnswer.objects.exists()
    assert client.post(door(question, "antwoord"), reply(settled="not_yet", destination="")).status_code == 302


def test_answer_and_next_leads_through_the_queue_and_ends_in_it(
    cast: Cast, asked: Ask, sign_in: SignIn, question: Question
) -> None:
    now = timezone.now()
    older = asked(now=now - timedelta(hours=2)).question
    taken, newer = asked(now=now - timedelta(hours=1)).question, asked(now=now - timedelta(minutes=1)).question
    claim(cast.teammate, taken, now)
    client = sign_in(cast.colleague)
    went = []
    for each in some([question, older, newer]):
        claim(cast.colleague, each, timezone.now())
        response = client.post(door(each, "antwoord"), reply(then="next"), follow=True)
        went.append(response.request["PATH_INFO"])
    assert went == [door(older, "")[:-1], door(newer, "")[:-1], "/beheer/vragen/"]
    assert "Er is geen volgende vraag" in body(response)
    newer.refresh_from_db()
    assert newer.colleague == cast.colleague


def test_the_next_question_is_not_claimed_by_going_there(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    free = asked(now=timezone.now()).question
    response = sign_in(cast.colleague).get("/beheer/vragen/volgende/")
    assert response["Location"] == door(free, "")[:-1]
    free.refresh_from_db()
    assert free.colleague is None
    for other in some([cast.editor, cast.leader, cast.administrator, cast.root]):
        assert sign_in(other).get("/beheer/vragen/volgende/").status_code == 403


def test_settling_without_a_message_counts_from_then(cast: Cast, question: Question, sign_in: SignIn) -> None:
    client = sign_in(cast.colleague)
    given = {"submission": str(uuid.uuid4()), "settled": "referred", "destination": "tiem"}
    assert client.post(door(question, "afronden"), given).status_code == 422
    client.post(door(question, "antwoord"), reply(settled="not_yet", destination=""))
    let_answers_go()
    assert client.post(door(question, "afronden"), given | {"destination": ""}).status_code == 422
    for _time in range(2):
        assert "De vraag is afgerond." in body(client.post(door(question, "afronden"), given, follow=True))
    question.refresh_from_db()
    wait = Wait.objects.get()
    entry = question.history.get(what=HistoryKind.SETTLED)
    assert (question.status, wait.settled_at, wait.settled_how) == (Status.SETTLED, entry.at, "referred")
    assert wait.reacted_at is not None
    assert wait.reacted_at < entry.at
    assert Outcome.objects.get().destination == "tiem"


def test_where_it_ended_can_be_put_right_and_is_one_row(cast: Cast, question: Question, sign_in: SignIn) -> None:
    client, address = sign_in(cast.colleague), door(question, "uitkomst")
    assert client.post(address, {"destination": "team"}).status_code == 422
    client.post(door(question, "antwoord"), reply(no_offer="on", gap="Geen tolk"))
    let_answers_go()
    assert [gap.words() for gap in Gap.objects.all()] == ["Geen tolk"]
    page = body(client.post(address, {"destination": "team", "no_offer": "on", "gap": "Geen plek"}, follow=True))
    assert "Het is vastgelegd waar deze vraag eindigde." in page
    assert [gap.words() for gap in Gap.objects.all()] == ["Geen plek"]
    client.post(address, {"destination": "income"})
    assert (Outcome.objects.get().destination, Outcome.objects.get().no_offer, Gap.objects.count()) == (
        "income",
        False,
        0,
    )


def test_the_day_of_the_first_conversation_lies_where_it_can(cast: Cast, question: Question, sign_in: SignIn) -> None:
    client, address = sign_in(cast.colleague), door(question, "eerste-gesprek")
    today = timezone.localdate()
    # It may have been asked before midnight.
    asked_on = timezone.localdate(question.asked_at)
    for day, told in (
        (asked_on - timedelta(days=1), "Dit is voor de dag waarop de vraag werd gesteld."),
        (today + timedelta(days=366), "Dit is meer dan een jaar vooruit."),
    ):
        page = client.post(address, {"on": f"{day:%d-%m-%Y}"})
        assert (page.status_code, told in body(page)) == (422, True)
    assert not Outcome.objects.exists()
    client.post(address, {"on": f"{today:%d-%m-%Y}"})
    assert Outcome.objects.get().first_conversation_on == today
    client.post(address, {"on": ""})
    assert Outcome.objects.get().first_conversation_on is None


@pytest.mark.parametrize("how", ["withdrawn", "closed"])
def test_opened_again_it_waits_from_then_and_the_resident_reads_it(
    cast: Cast, asked: Ask, sign_in: SignIn, client: Client, how: str
) -> None:
    done = asked(now=timezone.now() - timedelta(hours=1))
    question = done.question
    claim(cast.colleague, question, timezone.now())
    desk, form = sign_in(cast.colleague), {"submission": str(uuid.uuid4())}
    assert "is al open" in body(desk.post(door(question, "heropenen"), form, follow=True))
    if how == "withdrawn":
        withdraw(question, timezone.now())
    else:
        desk.post(door(question, "sluiten"), {"reason": "unreachable"})
    client.post("/nl/vraag/volgen/", {"reference": question.reference, "code": done.code})
    for _time in range(2):
        assert "De vraag is weer open" in body(desk.post(door(question, "heropenen"), form, follow=True))
    first, second = Wait.objects.order_by("pk")
    entry = question.history.get(what=HistoryKind.REOPENED)
    assert (first.ended_at is not None, first.reacted_at) == (True, None)
    assert (second.kind, second.started_at, second.outcome) == ("follow_up", entry.at, "open")
    question.refresh_from_db()
    assert (question.status, question.ended_at, question.waiting_since) == (Status.WAITING, None, entry.at)
    assert "Wij hebben uw vraag weer geopend" in body(client.get("/nl/gesprek/"))
    desk.post(door(question, "antwoord"), reply())
    let_answers_go()
    question.refresh_from_db()
    assert question.status == Status.SETTLED
    assert "weer geopend" not in body(client.get("/nl/gesprek/"))


def test_only_whose_question_it_is_settles_notes_and_opens_again(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    client.post(door(question, "antwoord"), reply(settled="not_yet", destination=""))
    let_answers_go()
    given = {"settled": "answered", "destination": "self", "on": f"{timezone.localdate():%d-%m-%Y}"}
    doors = ("afronden", "uitkomst", "eerste-gesprek")
    strangers = [cast.teammate, cast.outsider, cast.confidant, cast.editor, cast.leader, cast.administrator, cast.root]
    for other in some(strangers):
        for name in doors:
            sign_in(other).post(door(question, name), given)
    assert not Outcome.objects.exists()
    client.post(door(question, "sluiten"), {"reason": "unreachable"})
    for other in some(strangers):
        sign_in(other).post(door(question, "heropenen"))
    question.refresh_from_db()
    assert question.status == Status.CLOSED
    assert release_all_due(timezone.now()) == 0
