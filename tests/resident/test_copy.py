"""A copy to keep: a text file of the conversation, and a card on the confirmation."""

import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.record_call import record_call
from questions.models import Question
from questions.statuses import Settled
from tests.conftest import Ask, Cast
from tests.markup import one_line
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
APART, ITS_OWN_WAY, TOGETHER, TO_THE_LEFT = "\u2066", "\u2068", "\u2069", "\u200f"


def held(client: Client, asked: Ask, text: str = "Mijn vraag", language: str = "nl") -> Question:
    found = asked(text, now=timezone.now(), language=language)
    client.post("/nl/vraag/volgen/", {"reference": found.question.reference, "code": found.code})
    return found.question


def copied(client: Client, language: str = "en") -> str:
    response = client.get(f"/{language}/gesprek/kopie/")
    assert response.status_code == 200
    return bytes(response.content).decode("utf-8")


def test_it_is_a_text_file_that_no_cache_keeps_and_whose_name_tells_nothing(client: Client, asked: Ask) -> None:
    held(client, asked)
    response = client.get("/nl/gesprek/kopie/")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="kopie.txt"'
    assert "no-store" in response["Cache-Control"]
    assert response.content.startswith(b"\xef\xbb\xbf")


def test_it_holds_all_that_was_said_how_to_come_back_and_no_code(client: Client, asked: Ask, cast: Cast) -> None:
    question = held(client, asked, "Ik zie <dit> & dat")
    now = timezone.now()
    claim(cast.colleague, question, now)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Bel {fact:telefoon-noodnummer}\nof kom langs",
        language="nl", settled=Settled.ANSWERED, now=now,
    )  # fmt: skip
    record_call(
        cast.colleague, question, submission=uuid.uuid4(), reached=False, settled=Settled.NOT_YET, now=timezone.now()
    )
    text = copied(client)
    assert "Ik zie <dit> & dat" in text
    assert "\r\nof kom langs\r\n" in text
    assert "{fact:" not in text
    assert "We called you and did not reach you." in text
    assert f"Reference: {question.reference}\r\n" in text
    assert "testserver/en/vraag/volgen/" in text
    assert not re.search(r"\d{4} ?\d{4} ?\d{4}", text)
    assert "\n" not in text.replace("\r\n", "")
    read = question.messages.get(number=2).read_at
    assert read is not None


def test_in_arabic_every_line_of_ours_begins_at_the_right_and_values_stay_whole(client: Client, asked: Ask) -> None:
    question = held(client, asked, "رقمي 06 1234 5678", "ar")
    lines = copied(client, "ar").removeprefix("\ufeff").split("\r\n")
    ours = [line for line in lines if question.reference in line or "vraag/volgen" in line or "وقت" in line]
    assert len(ours) >= 2
    for line in some(ours):
        assert line.startswith(TO_THE_LEFT), line
        assert line.count(ITS_OWN_WAY) == line.count(TOGETHER) == 1, line
    assert f"{APART}06 1234 5678{TOGETHER}" in "\n".join(lines)


def test_only_the_browser_that_holds_the_question_gets_it(client: Client, asked: Ask) -> None:
    held(client, asked)
    response = Client().get("/nl/gesprek/kopie/")
    assert (response.status_code, response["Location"]) == (302, "/nl/gesprek/")
    client.post("/nl/gesprek/", {"do": "leave"})
    assert client.get("/nl/gesprek/kopie/").status_code == 302
    assert client.post("/nl/gesprek/kopie/").status_code == 405


@pytest.mark.parametrize("door", ["vraag", "chat"])
def test_the_confirmation_has_a_card_with_reference_code_and_the_address(client: Client, door: str) -> None:
    form = {"submission": str(uuid.uuid4()), "theme": "geld", "text": "Mijn vraag", "answer_by": "page"}
    response: Any = client.post(f"/ar/{door}/", form)
    card = one_line(response.content.decode()).split('class="keep keep--card"')[1].split("</dl>")[0]
    assert Question.objects.get().reference in card
    assert re.search(r"\d{4} \d{4} \d{4}", card)
    assert '<bdi dir="ltr" translate="no">testserver/<wbr>ar/<wbr>vraag/<wbr>volgen/<wbr>' in card
