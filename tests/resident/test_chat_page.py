"""Beginning a chat on /chat/, and what the same words become while it is closed."""

import re
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.presence import mark_present
from questions.models import Question
from questions.statuses import AnswerBy
from questions.waits.models import Wait
from tests.conftest import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
# In Amsterdam a Monday at 10:00, and a Sunday.
OPEN, CLOSED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC), datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
TEXT = "Mag ik een vraag stellen?"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the clock that the views read."""

    def set_clock(now: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now)

    return set_clock


def page(response: Any) -> str:
    return str(response.content.decode())


def filled(**other: str) -> dict[str, str]:
    """The form as it is sent from an open chat."""
    return {"submission": str(uuid.uuid4()), "theme": "geld", "text": TEXT, "begun_as_chat": "1"} | other


def code_in(text: str) -> str:
    found = re.search(r"\d{4} \d{4} \d{4}", text)
    return found[0] if found else ""


def test_an_open_chat_begins_with_the_conversation_and_shows_reference_and_code_once(client: Client, at: Any) -> None:
    at(OPEN)
    response = client.post("/nl/chat/", filled())
    question = Question.objects.get()
    assert response.status_code == 200
    assert (question.channel, question.entry_channel, question.answer_by) == ("chat", "chat", "page")
    assert TEXT in page(response)
    assert question.reference in page(response)
    assert code_in(page(response))
    assert "no-store" in response["Cache-Control"]
    assert Wait.objects.get().entry_channel == "chat"
    again = client.get("/nl/gesprek/")
    assert TEXT in page(again)
    assert not code_in(page(again))


def test_a_chat_sent_again_after_a_lost_reply_is_one_chat_with_a_new_code(client: Client, at: Any) -> None:
    at(OPEN)
    form = filled()
    first, second = client.post("/nl/chat/", form), client.post("/nl/chat/", form)
    assert Question.objects.count() == 1
    assert code_in(page(first)) != code_in(page(second)) != ""


def test_once_the_page_arrived_sending_again_leads_to_the_conversation_without_a_new_code(
    client: Client, at: Any
) -> None:
    at(OPEN)
    form = filled()
    client.post("/nl/chat/", form)
    client.get("/nl/gesprek/berichten/?na=1")
    assert client.post("/nl/chat/", form)["Location"] == "/nl/gesprek/"
    stranger = client.__class__()
    response = stranger.post("/nl/chat/", form)
    assert not code_in(page(response))
    assert "gesprek" not in response.cookies
    assert TEXT not in page(response)


def test_a_browser_with_a_chat_is_led_to_it(client: Client, at: Any) -> None:
    at(OPEN)
    client.post("/nl/chat/", filled())
    assert client.get("/ar/chat/")["Location"] == "/ar/gesprek/"
    client.post("/nl/gesprek/", {"do": "withdraw"})
    assert client.get("/nl/chat/").status_code == 200


def test_a_closed_chat_says_when_it_opens_and_offers_the_same_words_as_a_question(client: Client, at: Any) -> None:
    at(CLOSED)
    shown = page(client.get("/en/chat/"))
    assert "opens tomorrow at 09:00" in shown
    assert "begun_as_chat" not in shown
    assert 'name="answer_by"' in shown
    response = client.post("/nl/chat/", filled(begun_as_chat="", answer_by="page"))
    question = Question.objects.get()
    assert (question.channel, question.entry_channel) == ("form", "form")
    assert code_in(page(response))
    assert 'class="done' in page(response)


def test_a_form_opened_in_an_open_chat_and_sent_after_closing_is_a_question_and_says_so(
    client: Client, at: Any
) -> None:
    at(CLOSED)
    response = client.post("/en/chat/", filled())
    assert (Question.objects.get().entry_channel, response.status_code) == ("form", 200)
    assert "The chat closed while you were writing" in page(response)
    assert code_in(page(response))


def test_words_written_while_the_chat_was_closed_are_a_question_also_when_it_opens_meanwhile(
    client: Client, at: Any
) -> None:
    at(OPEN)
    client.post("/nl/chat/", filled(begun_as_chat="", answer_by="page"))
    assert Question.objects.get().entry_channel == "form"


def test_who_wants_to_be_called_gets_a_call_back_and_no_chat(client: Client, at: Any) -> None:
    at(OPEN)
    response = client.post("/en/chat/", filled(answer_by="call", phone="06 1234 5678"))
    assert Question.objects.get().entry_channel == "callback"
    assert "closed while you were writing" not in page(response)


def test_nobody_at_the_desk_is_said_and_another_way_is_offered(client: Client, at: Any, cast: Cast) -> None:
    at(OPEN)
    alone = page(client.get("/en/chat/"))
    assert alone.count("Nobody is available to chat right now") == 1
    assert "Open until" not in alone
    mark_present(cast.colleague, OPEN - timedelta(minutes=2))
    there = page(client.get("/en/chat/"))
    assert "Nobody is available" not in there
    assert "Open until" in there
    assert 'name="answer_by"' not in there
    at(OPEN + timedelta(minutes=20))
    assert "Nobody is available to chat right now" in page(client.get("/en/chat/"))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"text": " "}, "id_text"), ({"theme": ""}, "id_theme"), ({"answer_by": AnswerBy.CALL.value}, "id_phone")],
)
def test_a_faulty_form_is_not_sent_and_tells_beside_the_field(
    client: Client, at: Any, wrong: dict[str, str], field: str
) -> None:
    at(OPEN)
    response = client.post("/nl/chat/", filled(**wrong))
    assert response.status_code == 422
    assert f"{field}_error" in page(response)
    assert not Question.objects.exists()


def test_a_forged_form_is_given_back_and_not_committed(at: Any) -> None:
    at(OPEN)
    response = Client(enforce_csrf_checks=True).post("/nl/chat/", filled())
    assert response.status_code == 403
    assert TEXT in page(response)
    assert not Question.objects.exists()


def test_reading_the_page_of_the_chat_gives_no_conversation(client: Client, at: Any) -> None:
    at(OPEN)
    assert "gesprek" not in client.get("/nl/chat/").cookies
