"""The conversation that a browser holds."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.models import Conversation, Question
from questions.statuses import Settled, Status
from questions.waits.models import Wait
from tests.conftest import Ask, Cast
from tests.markup import one_line

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def holding(client: Client, asked: Ask) -> tuple[Client, Question]:
    """A browser that holds a question."""
    question = asked("Mijn vraag", now=timezone.now())
    client.post("/nl/vraag/volgen/", {"reference": question.question.reference, "code": question.code})
    return client, question.question


def body(response: Any) -> str:
    return one_line(response.content.decode())


def message(text: str, **more: str) -> dict[str, str]:
    return {"submission": str(uuid.uuid4()), "text": text} | more


def test_the_resident_reads_the_answer_and_that_she_read_it_is_noted(
    holding: tuple[Client, Question], cast: Cast
) -> None:
    client, question = holding
    now = timezone.now()
    claim(cast.colleague, question, now)
    sent = answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja dat kan <b>", language="nl",
        settled=Settled.ANSWERED, now=now,
    )  # fmt: skip
    assert "Ja dat kan &lt;b&gt;" in body(client.get("/nl/gesprek/"))
    sent.refresh_from_db()
    assert sent.read_at is not None


def test_the_words_keep_their_own_language_and_direction_under_another_prefix(holding: tuple[Client, Question]) -> None:
    client, question = holding
    page = body(client.get("/ar/gesprek/"))
    assert 'dir="auto" lang="nl">Mijn vraag' in page
    question.refresh_from_db()
    assert question.language == "nl"


def test_a_browser_that_holds_nothing_is_told_how_to_open_a_question(client: Client, asked: Ask) -> None:
    asked("Mijn vraag")
    response = client.get("/nl/gesprek/")
    assert response.status_code == 200
    assert "Mijn vraag" not in body(response)
    assert 'name="reference"' in body(response)


def test_a_made_up_or_expired_cookie_opens_nothing(holding: tuple[Client, Question]) -> None:
    client, _question = holding
    Conversation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert "Mijn vraag" not in body(client.get("/nl/gesprek/"))
    client.cookies["gesprek"] = "verzonnen"
    assert "Mijn vraag" not in body(client.get("/nl/gesprek/"))


def test_the_cookie_itself_is_not_kept(holding: tuple[Client, Question]) -> None:
    client, _question = holding
    assert client.cookies["gesprek"].value not in str(list(Conversation.objects.values()))


def test_another_message_is_added_once_and_does_not_move_the_start_of_the_wait(
    holding: tuple[Client, Question],
) -> None:
    client, question = holding
    start = Wait.objects.get().started_at
    form = message("Nog iets")
    assert client.post("/nl/gesprek/", form).status_code == 302
    client.post("/nl/gesprek/", form)
    assert question.messages.count() == 2
    assert Wait.objects.get().started_at == start


def test_an_empty_message_is_refused_beside_the_field(holding: tuple[Client, Question]) -> None:
    client, question = holding
    response = client.post("/nl/gesprek/", message("  "))
    assert response.status_code == 422
    assert "id_text_error" in body(response)
    assert question.messages.count() == 1


def test_a_question_that_a_colleague_has_claimed_can_be_withdrawn(holding: tuple[Client, Question], cast: Cast) -> None:
    client, question = holding
    claim(cast.colleague, question, timezone.now())
    client.post("/nl/gesprek/", {"do": "withdraw"})
    question.refresh_from_db()
    assert question.status == Status.WITHDRAWN


def test_a_message_to_a_closed_question_is_not_sent_and_not_lost(holding: tuple[Client, Question]) -> None:
    client, question = holding
    client.post("/nl/gesprek/", {"do": "withdraw"})
    question.refresh_from_db()
    assert question.status == Status.WITHDRAWN
    response = client.post("/nl/gesprek/", message("Toch nog iets"))
    assert response.status_code == 409
    assert "Toch nog iets" in body(response)
    assert question.messages.count() == 1


def test_words_typed_after_the_conversation_expired_go_along_to_the_next_step(client: Client, asked: Ask) -> None:
    question = asked("Mijn vraag", now=timezone.now())
    response = client.post("/nl/gesprek/", message("Lang getypt"))
    assert response.status_code == 403
    assert body(response).count("Lang getypt") == 2
    opened = client.post(
        "/nl/vraag/volgen/",
        {"reference": question.question.reference, "code": question.code, "draft": "Lang getypt"},
    )
    assert opened.status_code == 200
    assert "Lang getypt</textarea>" in body(opened)


def test_a_forged_message_is_given_back_and_not_committed(holding: tuple[Client, Question]) -> None:
    client, question = holding
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    response = strict.post("/nl/gesprek/", message("Lang getypt"))
    assert response.status_code == 403
    assert "Lang getypt</textarea>" in body(response)
    assert question.messages.count() == 1


def test_closing_it_on_this_device_ends_it_there_and_in_the_database(holding: tuple[Client, Question]) -> None:
    client, _question = holding
    token = client.cookies["gesprek"].value
    client.post("/nl/gesprek/", {"do": "leave"})
    assert not Conversation.objects.exists()
    client.cookies["gesprek"] = token
    assert "Mijn vraag" not in body(client.get("/nl/gesprek/"))
