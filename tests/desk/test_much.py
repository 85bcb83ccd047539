"""Very much at the desk, a key that is missing, and a clock that jumps: nothing breaks and nothing is overwritten."""

import base64
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.release import release
from questions.desk.order import to_be_done
from questions.models import Colleague, Draft, HeldAnswer, HistoryEntry, Message, Note, Question, SentForm
from questions.privacy.models import QuestionKey
from questions.statuses import Settled
from questions.waits.clocks import Clock, elapsed
from questions.waits.models import Wait, WaitEvent, WaitLink
from questions.waits.writer import rebuild
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
OTHER = base64.b64encode(b"o" * 32).decode()
MANY = 10_000
WORDS = "Bel de woningbouw na drie uur."


def body(response: Any) -> str:
    return str(response.content.decode())


def written(question: Question, colleague: Colleague, count: int) -> None:
    """So many notes, one a second."""
    key = question.key_bytes
    notes = [
        Note(question=question, submission=uuid.uuid4(), colleague=colleague, at=MONDAY + timedelta(seconds=number))
        for number in range(count)
    ]
    for number, note in enumerate(notes, start=1):
        note.seal_text(key, f"Notitie nummer {number}.")
    Note.objects.bulk_create(notes, batch_size=500)


def test_ten_thousand_notes_open_with_the_queries_of_a_hundred_and_all_can_be_reached(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    few, many = asked().question, asked("Een andere vraag").question
    written(few, cast.colleague, 100)
    written(many, cast.colleague, MANY)
    client = sign_in(cast.colleague)
    client.get(f"/beheer/vragen/{few.pk}/")
    counts = []
    for question in (few, many):
        with CaptureQueriesContext(connection) as captured:
            page = body(client.get(f"/beheer/vragen/{question.pk}/"))
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert f"Notitie nummer {MANY}." in page
    assert page.count("Notitie nummer ") <= 100
    middle, first = (body(client.get(f"/beheer/vragen/{many.pk}/?eerder={number}")) for number in (100, 200))
    assert "Notitie nummer 1." not in middle
    assert "Notitie nummer 5050." in middle
    assert "Notitie nummer 1." in first


def everything() -> list[list[Any]]:
    """All rows in which words of a question or the key to them are kept."""
    models = (Question, QuestionKey, Message, Note, HistoryEntry, Draft, HeldAnswer, SentForm, Wait, WaitEvent)
    return [[_plain(row) for row in model._default_manager.order_by("pk").values_list()] for model in models]


def _plain(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)


@pytest.mark.parametrize("name", ["other", "test"], ids=["another name", "another key under the same name"])
def test_without_its_key_no_door_of_a_question_overwrites_anything_and_each_says_why(
    cast: Cast, asked: Ask, sign_in: SignIn, settings: Any, name: str
) -> None:
    question = asked(now=timezone.now()).question
    claim(cast.colleague, question, timezone.now())
    client, whom = sign_in(cast.colleague), f"colleague-{cast.teammate.pk}"
    before, ring = everything(), settings.KEY_RING
    settings.KEY_RING = f"{name}:{OTHER}"
    silent = []
    doors: dict[str, dict[str, Any] | None] = {
        "": None,
        "notitie": {"text": WORDS},
        "antwoord": {"text": WORDS, "language": "nl", "settled": "answered"},
        "antwoord/": {"text": WORDS, "language": "nl", "settled": "answered", "draft": "1"},
        "overdragen": {"to": whom, "words": WORDS, "of": cast.colleague.pk},
        "concept": {"text": WORDS, "language": "nl"},
    }
    for door, form in some(doors.items()):
        address = f"/beheer/vragen/{question.pk}/{door}".rstrip("/") + "/"
        sent = None if form is None else form | {"submission": str(uuid.uuid4())}
        response = client.get(address) if sent is None else client.post(address, sent)
        told = response.status_code == 503 and (form is None or door == "concept" or WORDS in body(response))
        if not told:
            silent.append((door, response.status_code))
    assert silent == []
    assert everything() == before
    settings.KEY_RING = ring
    assert client.post(f"/beheer/vragen/{question.pk}/notitie/", {"text": WORDS, "submission": uuid.uuid4()}).url
    assert WORDS in body(client.get(f"/beheer/vragen/{question.pk}/"))


JUMPS = {
    "an hour back": (timedelta(), timedelta(hours=-1), timedelta(hours=-1, minutes=2), timedelta(minutes=9)),
    "a day on and back": (timedelta(days=1), timedelta(minutes=2), timedelta(minutes=3), timedelta(minutes=4)),
    "a day on": (timedelta(minutes=1), timedelta(days=1), timedelta(days=1, minutes=1), timedelta(days=1, minutes=2)),
}


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_jumps_between_claim_answer_and_release_keeps_the_order(
    cast: Cast, asked: Ask, sign_in: SignIn, jump: str
) -> None:
    question = asked().question
    claimed, said, released, taken = (MONDAY + after for after in JUMPS[jump])
    claim(cast.colleague, question, claimed)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED, now=said
    )
    release(cast.colleague, question, released)
    claim(cast.teammate, question, taken)
    history = [entry.at for entry in some(question.history.order_by("pk"))]
    messages = [message.at for message in some(question.messages.order_by("number"))]
    assert history == sorted(history)
    assert messages == sorted(messages)
    assert history[0] < messages[1] < history[1] < history[2]
    wait = Wait.objects.get(link__question=question)
    assert wait.reacted_at == messages[1]
    for clock in Clock:
        assert elapsed(wait, clock, min(claimed, said)) >= 0
    assert rebuild() == 0
    assert sign_in(cast.teammate).get(f"/beheer/vragen/{question.pk}/").status_code == 200


def test_a_queue_of_two_thousand_is_a_page_and_is_found_by_its_indexes(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    first = asked().question
    key = QuestionKey.objects.get(question=first)
    copies = []
    for number in range(2_000):
        copy = Question(**_fields(first))
        copy.uid, copy.submission, copy.reference = uuid.uuid4(), uuid.uuid4(), f"T{number:05}"
        copies.append(copy)
    made = Question.objects.bulk_create(copies)
    waits = Wait.objects.bulk_create(Wait(**_fields(Wait.objects.get())) for _copy in made)
    WaitLink.objects.bulk_create(WaitLink(wait=wait, question=row) for wait, row in zip(waits, made, strict=True))
    QuestionKey.objects.bulk_create(
        QuestionKey(question=row, ring_name=key.ring_name, wrapped=key.wrapped) for row in made
    )
    page = body(sign_in(cast.colleague).get("/beheer/vragen/"))
    assert page.count('class="queue-wait"') == 50
    plan = to_be_done(cast.colleague).explain()
    assert "questions_to_do" in plan or connection.vendor == "postgresql"
    assert "SCAN questions_question" not in plan


def _fields(row: Any) -> dict[str, Any]:
    """What stands in the row, without its number."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.attname != "id"}
