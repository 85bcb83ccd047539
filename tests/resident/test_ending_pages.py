"""Ending a question oneself, on pages that ask once more: it is solved, or everything goes."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.second_code import make_second_code
from questions.actions.withdraw import withdraw
from questions.desk_choices import QuestionKind
from questions.models import Conversation, FormalMatter, Question, Worry
from questions.statuses import AnswerBy, CloseReason, Status
from tests.conftest import Ask, Cast
from tests.markup import one_line
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SOLVED, ERASE = "/en/gesprek/opgelost/", "/en/gesprek/wissen/"
Holding = tuple[Client, Question]


def open_in(client: Client, reference: str, code: str) -> None:
    client.post("/en/vraag/volgen/", {"reference": reference, "code": code})


@pytest.fixture
def holding(client: Client, asked: Ask) -> Holding:
    """A browser that holds a question."""
    found = asked("Mijn vraag", now=timezone.now())
    open_in(client, found.question.reference, found.code)
    return client, found.question


def body(response: Any) -> str:
    return one_line(response.content.decode())


def shown(page: str) -> dict[str, str]:
    """The fields of the form on one of the pages."""
    found = re.search(r'name="shown" value="([^"]+)"', page)
    assert found, page
    return {"shown": found[1]}


def status_of(question: Question) -> str:
    return Question.objects.get(pk=question.pk).status


def test_the_conversation_leads_to_both_and_only_asks(holding: Holding) -> None:
    client, question = holding
    page = body(client.get("/en/gesprek/"))
    for address in (SOLVED, ERASE):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200
    assert status_of(question) == Status.WAITING


def test_solved_is_said_on_the_conversation_and_a_new_question_can_be_asked(holding: Holding) -> None:
    client, question = holding
    response = client.post(SOLVED, shown(body(client.get(SOLVED))), follow=True)
    assert status_of(question) == Status.SOLVED
    assert "You told us that your question is solved." in body(response)
    assert "Mijn vraag" in body(response)
    assert "/en/vraag/?thema=geld" in body(response)
    assert f'href="{SOLVED}"' not in body(response)
    sent = client.post("/en/gesprek/", {"submission": str(uuid.uuid4()), "text": "Toch nog iets"})
    assert sent.status_code == 409
    assert "Toch nog iets" in body(sent)
    assert "Copy your words and ask a new question." in body(sent)


def test_solved_in_two_tabs_is_said_in_both(holding: Holding) -> None:
    client, _question = holding
    form = shown(body(client.get(SOLVED)))
    for _tab in range(2):
        assert "You told us that your question is solved." in body(client.post(SOLVED, form, follow=True))


def test_what_a_colleague_closed_meanwhile_is_not_called_solved(holding: Holding, cast: Cast) -> None:
    client, question = holding
    form = shown(body(client.get(SOLVED)))
    claim(cast.colleague, question, timezone.now())
    close(cast.colleague, question, CloseReason.CLOSED_UNANSWERED, timezone.now())
    assert "This question is closed." in body(client.post(SOLVED, form, follow=True))
    assert status_of(question) == Status.CLOSED


@pytest.mark.parametrize("address", [SOLVED, ERASE])
@pytest.mark.parametrize("form", [{}, {"shown": "verzonnen"}, {"shown": "verzonnen:handtekening"}])
def test_a_form_that_does_not_tell_its_question_does_nothing(
    holding: Holding, address: str, form: dict[str, str]
) -> None:
    client, question = holding
    response = client.post(address, form)
    assert response.status_code == 409
    assert "Nothing has been done yet" in body(response)
    assert status_of(question) == Status.WAITING


@pytest.mark.parametrize("address", [SOLVED, ERASE])
def test_a_button_of_one_question_does_nothing_to_another_that_was_opened_since(
    holding: Holding, asked: Ask, address: str
) -> None:
    client, question = holding
    form = shown(body(client.get(address)))
    other = asked("Een andere vraag", now=timezone.now())
    open_in(client, other.question.reference, other.code)
    response = client.post(address, form)
    assert response.status_code == 409
    assert other.question.reference in body(response)
    assert {status_of(each) for each in (question, other.question)} == {Status.WAITING}


@pytest.mark.parametrize("address", [SOLVED, ERASE])
def test_a_browser_that_holds_nothing_ends_nothing(holding: Holding, address: str) -> None:
    client, question = holding
    form = shown(body(client.get(address)))
    stranger = Client()
    for response in (stranger.get(address), stranger.post(address, form)):
        assert 'name="reference"' in body(response)
        assert "Mijn vraag" not in body(response)
    assert status_of(question) == Status.WAITING


@pytest.mark.parametrize("address", [SOLVED, ERASE])
def test_who_reads_with_a_code_for_somebody_else_ends_nothing(holding: Holding, address: str) -> None:
    client, question = holding
    form = shown(body(client.get(address)))
    code = make_second_code(question, timezone.now(), uuid.uuid4())
    helper = Client()
    open_in(helper, question.reference, code)
    page = body(helper.get("/en/gesprek/"))
    assert "Mijn vraag" in page
    assert f'href="{address}"' not in page
    for response in (helper.get(address), helper.post(address, form)):
        assert response["Location"] == "/en/gesprek/"
    assert helper.get("/en/gesprek/kopie/").status_code == 200
    assert status_of(question) == Status.WAITING


@pytest.mark.parametrize("address", [SOLVED, ERASE])
def test_a_forged_form_does_nothing_and_can_be_sent_again(holding: Holding, address: str) -> None:
    client, question = holding
    form = shown(body(client.get(address)))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    response = strict.post(address, form)
    assert response.status_code == 403
    assert status_of(question) == Status.WAITING
    assert shown(body(response))


def test_erasing_leaves_nothing_that_this_browser_or_its_code_opens(client: Client, asked: Ask) -> None:
    found = asked("Mijn vraag", now=timezone.now())
    open_in(client, found.question.reference, found.code)
    token = client.cookies["gesprek"].value
    response = client.post(ERASE, shown(body(client.get(ERASE))))
    assert response["Location"] == "/en/gesprek/gewist/"
    assert client.cookies["gesprek"].value == ""
    assert "no-store" in response["Cache-Control"]
    assert "It is erased" in body(client.get(response["Location"]))
    assert not Question.objects.exists()
    assert not Conversation.objects.exists()
    # Back, with the page from before, and with a cookie that was kept.
    client.cookies["gesprek"] = token
    back = client.get("/en/gesprek/")
    assert "Mijn vraag" not in body(back)
    assert "Did you erase your question? Then it is gone for good." in body(back)
    again = client.post("/en/vraag/volgen/", {"reference": found.question.reference, "code": found.code})
    assert again.status_code == 422


def test_pressed_twice_it_says_twice_that_it_is_gone(holding: Holding) -> None:
    client, _question = holding
    form, token = shown(body(client.get(ERASE))), client.cookies["gesprek"].value
    for _time in range(2):
        client.cookies["gesprek"] = token
        assert client.post(ERASE, form)["Location"] == "/en/gesprek/gewist/"


def test_a_page_that_stood_open_too_long_does_not_say_that_anything_is_gone(holding: Holding) -> None:
    client, question = holding
    form = shown(body(client.get(ERASE)))
    Conversation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    response = client.post(ERASE, form)
    assert response.status_code == 403
    assert "It is erased" not in body(response)
    assert status_of(question) == Status.WAITING


def test_what_has_ended_can_still_be_erased(holding: Holding) -> None:
    client, question = holding
    withdraw(question, timezone.now())
    assert f'href="{ERASE}"' in body(client.get("/en/gesprek/"))
    client.post(ERASE, shown(body(client.get(ERASE))))
    assert not Question.objects.exists()


def test_the_papers_of_a_complaint_are_named_only_where_there_are_any(holding: Holding) -> None:
    client, question = holding
    papers = "The papers of your complaint, objection or report."
    assert papers not in body(client.get(ERASE))
    FormalMatter.objects.create(question=question, kind="complaint", theme="geld", received_on=timezone.localdate())
    assert papers in body(client.get(ERASE))


@pytest.fixture
def reporting(client: Client, asked: Ask) -> Holding:
    """A browser that holds a worry about somebody else."""
    found = asked("Het kind huilt.", now=timezone.now(), answer_by=AnswerBy.NOTICE, email="buur@example.org")
    Question.objects.update(kind=QuestionKind.WORRY)
    worry = Worry(question=found.question)
    worry.seal_report(found.question.key_bytes, {"noticed": "huilt"})
    worry.save()
    open_in(client, found.question.reference, found.code)
    return client, found.question


def test_a_worry_cannot_be_called_solved_by_who_told_us(reporting: Holding) -> None:
    client, question = reporting
    assert f'href="{SOLVED}"' not in body(client.get("/en/gesprek/"))
    assert client.get(SOLVED)["Location"] == "/en/gesprek/"
    client.post(SOLVED, {"shown": "x"})
    assert status_of(question) == Status.WAITING


def test_who_told_us_of_a_worry_reads_what_stays_and_can_erase_themselves(reporting: Holding) -> None:
    client, question = reporting
    page = body(client.get(ERASE))
    assert "What you told us about somebody else stays with us for now" in page
    assert "Erase what can be traced back to me" in page
    form, token = shown(page), client.cookies["gesprek"].value
    for _time in range(2):
        client.cookies["gesprek"] = token
        response = client.post(ERASE, form)
        assert response["Location"] == "/en/gesprek/gewist/melder/"
    assert "stays until it has been followed up" in body(client.get(response["Location"]))
    question.refresh_from_db()
    assert question.contact(question.key_bytes) == {}
    assert question.messages.exists()


def test_a_merged_question_says_where_the_answer_comes(holding: Holding, asked: Ask) -> None:
    client, question = holding
    other = asked("De andere", now=timezone.now()).question
    Question.objects.filter(pk=question.pk).update(
        status=Status.MERGED, merged_into=other, ended_at=timezone.now(), waiting_since=None
    )
    sent = client.post("/en/gesprek/", {"submission": str(uuid.uuid4()), "text": "Nog iets"})
    for page in some([body(client.get("/en/gesprek/")), body(sent)]):
        assert "We answer it once" in page
        assert "/en/vraag/volgen/" in page
    assert "Copy your words, open the question that we answer" in body(sent)
    assert "Nog iets" in body(sent)


def test_a_question_that_was_set_aside_looks_as_one_that_waits(holding: Holding) -> None:
    client, question = holding
    before = body(client.get("/en/gesprek/"))
    Question.objects.filter(pk=question.pk).update(status=Status.SET_ASIDE, waiting_since=None)
    after = body(client.get("/en/gesprek/"))
    unstable = r'value="[^"]*"|nonce="[^"]*"'
    assert re.sub(unstable, "", after) == re.sub(unstable, "", before)
    assert "We have your question. There is no answer yet." in after
