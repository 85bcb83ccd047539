"""An open page of a question tells who else looks or writes and what came since, without a word of it."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.look import LOOKS_FOR, forget_old_looks, look
from questions.actions.write_message import write_message
from questions.desk.question.looking import others_at
from questions.models import Looking, Question
from questions.privacy.models import Opening
from questions.statuses import Settled
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
SECRET = "Ik heb nog iets te vertellen."


@pytest.fixture
def question(cast: Cast, asked: Ask) -> Question:
    """A question that a colleague has claimed."""
    question = asked(now=timezone.now()).question
    claim(cast.colleague, question, timezone.now())
    return question


def told(client: Client, question: Question, **given: str) -> str:
    holder = str(Question.objects.get(pk=question.pk).colleague_id or "")
    reply = client.post(f"/beheer/vragen/{question.pk}/kijkt/", {"seen": "1", "holder": holder} | given)
    assert reply.status_code == 200
    return str(reply.content.decode())


def test_colleagues_see_each_other_read_and_write_and_never_themselves(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    one, other = sign_in(cast.colleague), sign_in(cast.teammate)
    assert "Anna" not in told(one, question)
    assert "Anna leest dit nu" in told(other, question)
    told(one, question, writing="1")
    assert "Anna schrijft een antwoord" in told(other, question)
    assert "Bert leest dit nu" in told(one, question)
    assert "Bert leest dit nu" in str(one.get(f"/beheer/vragen/{question.pk}/").content.decode())


def test_opening_the_page_tells_it_too(cast: Cast, question: Question, sign_in: SignIn) -> None:
    sign_in(cast.teammate).get(f"/beheer/vragen/{question.pk}/")
    assert "Bert leest dit nu" in told(sign_in(cast.colleague), question)


def test_who_is_silent_has_gone_and_the_background_command_forgets_it(cast: Cast, question: Question) -> None:
    look(cast.teammate, question, MONDAY, writing=True)
    assert others_at(question, cast.colleague, MONDAY).writing == ["Bert"]
    assert others_at(question, cast.colleague, MONDAY + LOOKS_FOR).writing == []
    # A clock that was set back: a moment that lies ahead is no present.
    assert others_at(question, cast.colleague, MONDAY - timedelta(seconds=1)).writing == []
    forget_old_looks(MONDAY + timedelta(seconds=5))
    assert Looking.objects.count() == 1
    call_command("run_due")
    assert Looking.objects.count() == 0


def test_it_tells_that_the_resident_wrote_or_a_colleague_answered_and_not_what(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.teammate)
    before = Opening.objects.count()
    assert "opnieuw geschreven" not in told(client, question)
    write_message(question, submission=uuid.uuid4(), text=SECRET, language="nl", now=timezone.now())
    news = told(client, question)
    assert "De inwoner heeft opnieuw geschreven." in news
    assert f'href="/beheer/vragen/{question.pk}/"' in news
    assert SECRET not in news
    assert "opnieuw geschreven" not in told(client, question, seen="2")
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Bel Op Orde.", language="nl",
        settled=Settled.ANSWERED, now=timezone.now() - timedelta(hours=1),
    )  # fmt: skip
    # Asking again and again is no opening: no word was shown.
    assert Opening.objects.count() == before


def test_it_tells_that_the_question_ended_or_went_to_somebody_else(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.teammate)
    free = told(client, question, holder="")
    assert "Anna heeft deze vraag nu." in free
    Question.objects.filter(pk=question.pk).update(status="withdrawn", ended_at=timezone.now(), waiting_since=None)
    assert "Deze vraag is beëindigd" in told(client, question)
    # A page that was opened after the end shows that already.
    assert "beëindigd" not in told(client, question, ended="1")
    assert 'name="ended" value="1"' in str(client.get(f"/beheer/vragen/{question.pk}/").content.decode())


def test_it_tells_that_what_the_resident_wrote_since_may_be_about_danger(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    write_message(question, submission=uuid.uuid4(), text=SECRET, language="nl", now=timezone.now())
    assert "gevaar" not in told(client, question)
    write_message(question, submission=uuid.uuid4(), text="Mijn man slaat mij.", language="nl", now=timezone.now())
    assert "Misschien gevaar" in told(client, question)
    assert "gevaar" not in told(client, question, seen="3")


def test_what_is_no_number_is_refused(cast: Cast, question: Question, sign_in: SignIn) -> None:
    client = sign_in(cast.colleague)
    for given in ({}, {"seen": "x"}, {"seen": "-1"}, {"seen": "1", "holder": "x"}):
        assert client.post(f"/beheer/vragen/{question.pk}/kijkt/", given).status_code == 400
    assert client.get(f"/beheer/vragen/{question.pk}/kijkt/").status_code == 405
