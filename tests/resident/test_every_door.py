"""Every door of residents: without a cookie, with another's, by the wrong method, without the token of its form."""

import re
import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.ask import AskedQuestion
from questions.actions.second_code import make_second_code
from questions.models import Question
from questions.resident.urls import urlpatterns
from questions.waits.models import Channel
from tests.conftest import Ask
from tests.desk.door_rows import written
from tests.resident.worry_fields import NOTICED, worry_fields
from tests.some import some

pytestmark = pytest.mark.django_db
SECRET, OTHER = "een-geheim-woord", "andermans-woord"
TYPED, MAIL = "wat ik zojuist typte", "fatima@example.org"
Form = dict[str, Any]


def new_id() -> str:
    return str(uuid.uuid4())


def asking() -> Form:
    return {"submission": new_id(), "theme": "geld", "text": TYPED, "answer_by": "page"}


# For whoever comes: the form, and what of it must stand in the page that is shown again.
FOR_ALL: dict[str, tuple[Callable[[], Form], str]] = {
    "vraag/": (asking, TYPED),
    "chat/": (asking, TYPED),
    "vraag/zorg/": (worry_fields, NOTICED),
    "vraag/volgen/": (lambda: {"reference": "K7M-4QX", "code": "1234 5678 9012"}, "K7M-4QX"),
    "vraag/volgen/nieuwe-code/": (lambda: {"reference": "K7M-4QX", "email": MAIL}, MAIL),
    "vraag/volgen/nieuwe-code/nummer/": (
        lambda: {"reference": "K7M-4QX", "number": "1234 5678", "submission": new_id()}, "1234 5678",
    ),
}  # fmt: skip
# For the browser that holds a question. What ends it tells which question its page was about: `shown`.
HELD: dict[str, tuple[Callable[[], Form], str]] = {
    "gesprek/": (lambda: {"submission": new_id(), "text": TYPED}, TYPED),
    "gesprek/anders/": (lambda: {"do": "call", "submission": new_id(), "phone": "0612345678"}, "0612345678"),
    "gesprek/code/": (lambda: {"do": "make", "submission": new_id()}, SECRET),
    "gesprek/opgelost/": (dict, "REFERENCE"),
    "gesprek/wissen/": (dict, "REFERENCE"),
}
ENDING = ("gesprek/opgelost/", "gesprek/wissen/")
READ_ONLY = ("gesprek/berichten/", "gesprek/kopie/", "gesprek/gewist/", "gesprek/gewist/melder/")
# Asking for the messages acknowledges those that came before, so it is done by GET and nothing else.
NO_HEAD = ("gesprek/berichten/",)


def at(door: str) -> str:
    return f"/nl/{door}"


def body(response: Any) -> str:
    return str(response.content.decode())


def holding(asked: AskedQuestion, code: str = "") -> Client:
    """A browser that opened this question and has read it, with its own code or another."""
    client = Client()
    given = {"reference": asked.question.reference, "code": code or asked.code}
    assert client.post(at("vraag/volgen/"), given).status_code == 302
    assert client.get(at("gesprek/")).status_code == 200
    return client


def strict(client: Client) -> Client:
    """The same browser, before a site that asks for the token of a form."""
    found = Client(enforce_csrf_checks=True)
    found.cookies = client.cookies
    return found


def shown(client: Client, door: str) -> Form:
    found = re.search(r'name="shown"\s+value="([^"]+)"', body(client.get(at(door))))
    assert found
    return {"shown": found[1]}


def forms(client: Client) -> dict[str, Form]:
    """Every form of who holds a question, as this browser would send it."""
    return {door: make() | (shown(client, door) if door in ENDING else {}) for door, (make, _kept) in HELD.items()}


@pytest.fixture
def mine(asked: Ask) -> AskedQuestion:
    return asked(SECRET, now=timezone.now(), channel=Channel.CHAT)


@pytest.fixture
def theirs(asked: Ask) -> AskedQuestion:
    return asked(OTHER, now=timezone.now(), channel=Channel.CHAT)


def test_every_address_of_residents_is_in_a_list() -> None:
    assert {str(each.pattern) for each in some(urlpatterns)} == {*FOR_ALL, *HELD, *READ_ONLY}


def test_without_a_cookie_or_with_a_made_up_one_nothing_is_shown_and_nothing_is_done(mine: AskedQuestion) -> None:
    ours, forged = forms(holding(mine)), Client()
    forged.cookies["gesprek"] = "verzonnen" * 5
    before = written()
    wrong: list[object] = []
    for client in (Client(), forged):
        for door in some([*HELD, *READ_ONLY]):
            replies = [client.get(at(door), {"na": "1"})]
            if door in HELD:
                replies.append(client.post(at(door), ours[door]))
            for reply in replies:
                text = body(reply)
                if SECRET in text or mine.question.reference in text or reply.status_code not in (200, 302, 403):
                    wrong.append((door, reply.status_code))
    assert not wrong
    assert written() == before
    # What was written goes along to the page on which the question is opened again.
    assert TYPED in body(Client().post(at("gesprek/"), ours["gesprek/"]))


def test_with_the_cookie_of_another_question_nothing_of_this_one_is_shown_or_touched(
    mine: AskedQuestion, theirs: AskedQuestion
) -> None:
    def of_mine() -> list[Any]:
        question = Question.objects.get(pk=mine.question.pk)
        belonging = [
            each.related_name for each in Question._meta.related_objects if each.related_name not in (None, "+")
        ]
        several = [getattr(question, name) for name in belonging if hasattr(getattr(question, name, None), "values")]
        return [Question.objects.filter(pk=question.pk).values().get(), *[list(rows.values()) for rows in several]]

    ours = forms(holding(mine))
    before = of_mine()
    wrong: list[object] = []
    assert len(before) > 5
    for door in some([*HELD, *READ_ONLY]):
        client = holding(theirs)
        replies = [client.get(at(door))]
        if door in HELD:
            replies.append(client.post(at(door), ours[door]))
        if any(SECRET in body(reply) or mine.question.reference in body(reply) for reply in replies):
            wrong.append(door)
    assert not wrong
    assert of_mine() == before


def test_with_a_code_for_somebody_else_nothing_is_done_to_the_question_as_a_whole(mine: AskedQuestion) -> None:
    ours = forms(holding(mine))
    code = make_second_code(mine.question, timezone.now(), uuid.uuid4())
    helper = holding(mine, code)
    before = written()
    for door in some(set(HELD) - {"gesprek/"}):
        assert helper.post(at(door), ours[door])["Location"] == at("gesprek/"), door
    helper.post(at("gesprek/"), {"do": "withdraw"})
    assert written() == before


def test_a_link_does_nothing_whatever_stands_in_it_and_a_head_is_a_get_without_words(mine: AskedQuestion) -> None:
    client = holding(mine)
    ours = {door: make() for door, (make, _kept) in FOR_ALL.items()} | forms(client) | {door: {} for door in READ_ONLY}
    before = written()
    wrong: list[object] = []
    for door in some(ours):
        where = f"{at(door)}?{urlencode(ours[door] | {'do': ours[door].get('do', 'withdraw')})}"
        got, head = client.get(where), client.head(where)
        expected = 405 if door in NO_HEAD else got.status_code
        if got.status_code not in (200, 302) or (head.status_code, body(head)) != (expected, ""):
            wrong.append((door, got.status_code, head.status_code))
        if got.status_code == 200 and "no-store" not in got["Cache-Control"]:
            wrong.append((door, "kept", 0))
    assert not wrong
    assert written() == before


def test_no_other_method_is_answered(mine: AskedQuestion) -> None:
    client = holding(mine)
    before = written()
    for door in some([*FOR_ALL, *HELD, *READ_ONLY]):
        for ask in some([client.put, client.patch, client.delete]):
            assert ask(at(door)).status_code == 405, door
        if door in READ_ONLY:
            assert client.post(at(door), {}).status_code == 405, door
    assert written() == before


def test_a_form_with_a_wrong_token_does_nothing_keeps_what_was_typed_and_can_be_sent_again(mine: AskedQuestion) -> None:
    client = holding(mine)
    doors, before = FOR_ALL | HELD, written()
    wrong: list[object] = []
    # What is held comes first: asking gives the browser another question.
    ours = forms(client) | {door: make() for door, (make, _kept) in FOR_ALL.items()}
    again: dict[str, Form] = {}
    for door, form in some(ours.items()):
        kept = doors[door][1].replace("REFERENCE", mine.question.reference)
        for token in ({}, {"csrfmiddlewaretoken": "x" * 64}):
            reply = strict(client).post(at(door), form | token)
            if reply.status_code != 403 or kept not in body(reply):
                wrong.append((door, reply.status_code))
            found = re.search(r'name="csrfmiddlewaretoken"\s+value="([^"]+)"', body(reply))
            again[door] = form | {"csrfmiddlewaretoken": found[1] if found else ""}
    assert not wrong
    assert written() == before
    refused = [door for door, form in again.items() if strict(client).post(at(door), form).status_code == 403]
    assert not refused
    assert not Question.objects.filter(pk=mine.question.pk).exists()
    assert Question.objects.filter(kind="worry").exists()
