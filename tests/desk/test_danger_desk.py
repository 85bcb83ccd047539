"""Danger at the desk: the loud mark, judging, and what is told when nobody may read it."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.write_message import write_message
from questions.models import DangerJudgement, Question
from questions.statuses import Danger
from tests.conftest import Ask, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
HITS = "mijn man slaat mij"
MARK = "mark--danger"


def body(response: Any) -> str:
    return str(response.content.decode())


def test_the_queue_puts_it_first_with_a_loud_mark(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    now = timezone.now()
    old = asked(now=now - timezone.timedelta(hours=30)).question  # type: ignore[attr-defined]
    danger = asked(HITS, now=now).question
    page = body(sign_in(cast.colleague).get("/beheer/vragen/"))
    assert page.index(danger.reference) < page.index(old.reference)
    assert page.count(MARK) == 1
    assert "queue-item--danger" in page
    # The oldest wait stays loud below it.
    assert page.index(danger.reference) < page.index("queue-item--oldest") < page.index(old.reference)


def test_judging_is_one_form_that_needs_no_claim_and_no_opinion(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(HITS, now=timezone.now()).question
    client = sign_in(cast.colleague)
    page = body(client.get(f"/beheer/vragen/{question.pk}/"))
    assert "desk-judge" in page
    assert 'name="seen" value="1"' in page
    response = client.post(f"/beheer/vragen/{question.pk}/beoordelen/", {"seen": "1"}, follow=True)
    assert "desk-judge" not in body(response)
    assert "Anna" in body(response)
    assert DangerJudgement.objects.get().colleague == cast.colleague
    queue = body(client.get("/beheer/vragen/"))
    assert MARK not in queue
    assert "Woorden van gevaar, beoordeeld" in queue
    question.refresh_from_db()
    assert question.colleague_id is None


@pytest.mark.parametrize("form", [{}, {"seen": "x"}, {"seen": "-1"}, {"seen": "1", "outcome": "onzin"}])
def test_a_damaged_form_judges_nothing(cast: Cast, asked: Ask, sign_in: SignIn, form: dict[str, str]) -> None:
    question = asked(HITS, now=timezone.now()).question
    assert sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/beoordelen/", form).status_code == 302
    assert Question.objects.get().danger == Danger.UNJUDGED


def test_what_was_written_meanwhile_must_be_read_first(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(HITS, now=timezone.now()).question
    write_message(question, submission=uuid.uuid4(), text="ik wil dood", language="nl", now=timezone.now())
    client = sign_in(cast.colleague)
    page = body(client.post(f"/beheer/vragen/{question.pk}/beoordelen/", {"seen": "1"}, follow=True))
    assert 'name="seen" value="2"' in page
    assert not DangerJudgement.objects.exists()


@pytest.mark.parametrize("role", ["editor", "leader", "administrator", "root"])
def test_who_is_no_colleague_judges_nothing(role: str, cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(HITS).question
    client = sign_in(getattr(cast, role))
    assert client.post(f"/beheer/vragen/{question.pk}/beoordelen/", {"seen": "1"}).status_code == 403
    assert Question.objects.get().danger == Danger.UNJUDGED


def test_a_colleague_without_the_sensitive_theme_judges_nothing_of_it(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(HITS, theme="veilig").question
    form = {"seen": "1"}
    assert sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/beoordelen/", form).status_code == 403
    assert sign_in(cast.confidant).post(f"/beheer/vragen/{question.pk}/beoordelen/", form).status_code == 302
    assert Question.objects.get().danger == Danger.JUDGED


def test_a_chosen_part_of_the_queue_says_what_it_leaves_out(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    asked(HITS, theme="wonen", now=timezone.now())
    client = sign_in(cast.colleague)
    assert "desk-danger" in body(client.get("/beheer/vragen/", {"van": "mij"}))
    assert "desk-danger" not in body(client.get("/beheer/vragen/"))


def test_when_nobody_may_read_it_the_queue_and_the_administrator_are_told_how_many_and_no_more(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(HITS, theme="veilig", now=timezone.now()).question
    assert "desk-danger" not in body(sign_in(cast.administrator).get("/beheer/"))
    cast.confidant.active = False
    cast.confidant.save()
    for who, address in ((cast.administrator, "/beheer/"), (cast.colleague, "/beheer/vragen/")):
        page = body(sign_in(who).get(address))
        assert "desk-danger" in page
        assert question.reference not in page
        assert HITS not in page
    assert "desk-danger" not in body(sign_in(cast.editor).get("/beheer/"))


def test_a_sensitive_theme_without_a_colleague_is_told_before_anybody_asks(cast: Cast, sign_in: SignIn) -> None:
    cast.confidant.sensitive_themes.clear()
    page = body(sign_in(cast.administrator).get("/beheer/"))
    assert "Veilig thuis" in page[page.index("desk-danger") :]
