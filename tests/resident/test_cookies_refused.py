"""A browser that keeps no cookies: told so, with the words kept and another way to reach us."""

import re
import uuid
from typing import Any

import pytest
from django.test import Client

from questions.models import Message, Question
from tests.conftest import Ask
from tests.markup import one_line

pytestmark = pytest.mark.django_db
NAMED = "weigert cookies"
FILLED = {"theme": "geld", "text": "een-geheim-woord", "answer_by": "page"}
FOLLOW = {"reference": "K7M-4QX", "code": "123456789012"}
WORDS = {"text": "een-geheim-woord"}


def send(path: str, form: dict[str, Any]) -> Any:
    """As a browser without any cookie sends it."""
    return Client(enforce_csrf_checks=True).post(path, form | {"submission": str(uuid.uuid4())})


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', one_line(page)))


@pytest.mark.once
@pytest.mark.parametrize(
    ("path", "form"), [("/nl/vraag/", FILLED), ("/nl/chat/", FILLED), ("/nl/vraag/volgen/", FOLLOW)]
)
def test_the_second_time_cookies_are_named_and_another_way_is_given(path: str, form: dict[str, str]) -> None:
    first = send(path, form)
    assert first.status_code == 403
    assert NAMED not in first.content.decode()
    second = send(path, form | hidden(first.content.decode()))
    page = second.content.decode()
    assert second.status_code == 403
    assert NAMED in page
    assert 'class="number"' in page
    for typed in (form.get("text"), form.get("reference")):
        assert typed is None or typed in page
    assert not Question.objects.exists()


@pytest.mark.once
def test_words_for_a_conversation_are_kept_and_the_next_form_names_cookies() -> None:
    first = send("/nl/gesprek/", WORDS)
    assert "een-geheim-woord" in first.content.decode()
    again = send("/nl/gesprek/", WORDS | hidden(first.content.decode()))
    assert NAMED in again.content.decode()
    follow = send("/nl/vraag/volgen/", FOLLOW | hidden(first.content.decode()))
    assert NAMED in follow.content.decode()
    assert "een-geheim-woord" in follow.content.decode()
    assert not Message.objects.exists()


@pytest.mark.once
def test_who_keeps_cookies_is_told_only_that_the_form_was_open_too_long() -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.get("/nl/vraag/")
    for _time in range(2):
        page = browser.post("/nl/vraag/", FILLED | {"opnieuw": "1"}).content.decode()
        assert NAMED not in page
        assert "te lang open" in page


def test_a_conversation_that_is_held_takes_the_words_after_a_new_token(asked: Ask) -> None:
    question = asked()
    browser = Client(enforce_csrf_checks=True)
    form = {"reference": question.question.reference, "code": question.code}
    form |= hidden(browser.get("/nl/vraag/volgen/").content.decode())
    assert browser.post("/nl/vraag/volgen/", form).status_code == 302
    page = browser.post("/nl/gesprek/", WORDS)
    assert page.status_code == 403
    assert NAMED not in page.content.decode()
    assert browser.post("/nl/gesprek/", WORDS | hidden(page.content.decode())).status_code == 302


@pytest.mark.once
def test_another_way_to_be_answered_without_a_conversation_says_what_to_do() -> None:
    form = {"do": "call", "phone": "0612345678"}
    first = send("/nl/gesprek/anders/", form)
    assert first.status_code == 403
    assert 'action="/nl/vraag/volgen/"' in first.content.decode()
    assert NAMED in send("/nl/gesprek/anders/", form | hidden(first.content.decode())).content.decode()
