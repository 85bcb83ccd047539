"""Asking: committed sealed, and once."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from questions.actions.conversations import OpenedQuestion, find_question
from questions.actions.mark_read import mark_read
from questions.models import Question
from questions.privacy.keyring import CannotOpen, open_sealed, read_ring
from questions.privacy.keys import Rewrapped, destroy_key, rewrap_all
from questions.privacy.models import QuestionKey
from questions.statuses import AnswerBy
from questions.waits.models import Wait, WaitEvent
from tests.conftest import MONDAY, Ask
from tests.some import some

pytestmark = pytest.mark.django_db
SECRETS = ["een-geheim-woord", "Fatima Voorbeeld", "fatima@example.org", "0612345678", "alleen-in-de-ochtend"]


def every_byte_in_the_database() -> bytes:
    """Everything that stands in every table, as one string of bytes."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (the names come from the database)
            for row in cursor.fetchall():
                for value in row:
                    found.append(bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode())
    return b"\n".join(found)


def test_nothing_that_a_resident_gave_stands_readable_in_the_database(asked: Ask) -> None:
    text, name, email, phone, time = SECRETS
    asked(text, answer_by=AnswerBy.CALL, name=name, email=email, phone=phone, best_time=time)
    everything = every_byte_in_the_database()
    assert b"geld" in everything
    for secret in SECRETS:
        assert secret.encode() not in everything


def test_the_key_of_the_question_opens_what_was_sealed(asked: Ask) -> None:
    question = asked("Help", answer_by=AnswerBy.CALL, phone="0612345678").question
    key = question.key_bytes
    assert question.messages.get().text(key) == "Help"
    assert question.contact(key) == {"phone": "0612345678"}


def test_words_sealed_in_one_place_do_not_open_in_another(asked: Ask) -> None:
    question = asked().question
    message = question.messages.get()
    message.number = 2
    with pytest.raises(CannotOpen):
        message.text(question.key_bytes)


def test_a_question_without_its_key_cannot_be_read(asked: Ask) -> None:
    question = asked().question
    destroy_key(question.pk)
    with pytest.raises(CannotOpen):
        _ = question.key_bytes


def test_a_new_first_key_of_the_ring_takes_over_and_the_old_one_may_go(asked: Ask, settings: object) -> None:
    question = asked("Help").question
    old = settings.KEY_RING  # type: ignore[attr-defined]
    settings.KEY_RING = "new:" + "bmV3a2V5bmV3a2V5bmV3a2V5bmV3a2V5bmV3a2V5MDA=," + old  # type: ignore[attr-defined]
    assert question.messages.get().text(question.key_bytes) == "Help"
    assert rewrap_all(QuestionKey) == Rewrapped(done=1, left=0)
    assert rewrap_all(QuestionKey) == Rewrapped(done=0, left=0)
    settings.KEY_RING = settings.KEY_RING.split(",")[0]  # type: ignore[attr-defined]
    assert question.messages.get().text(question.key_bytes) == "Help"


def test_a_sealed_text_that_somebody_changed_is_refused() -> None:
    ring = read_ring("a:" + "bmV3a2V5bmV3a2V5bmV3a2V5bmV3a2V5bmV3a2V5MDA=")
    _name, wrapped = ring.wrap(b"k" * 32, "here")
    with pytest.raises(CannotOpen):
        open_sealed(ring.keys["a"], wrapped[:-1] + bytes([wrapped[-1] ^ 1]), "here")


def test_asking_opens_one_wait_with_the_moment_of_the_commit(asked: Ask) -> None:
    before = Wait.objects.count()
    asked(theme="wonen", district="zuid", language="ar")
    wait = Wait.objects.latest("pk")
    assert Wait.objects.count() == before + 1
    assert (wait.theme, wait.district, wait.language, wait.entry_channel) == ("wonen", "zuid", "ar", "form")
    assert (wait.started_at, wait.outcome, wait.kind) == (MONDAY, "open", "first")


def test_who_wants_a_call_waits_on_the_channel_call_back(asked: Ask) -> None:
    asked(answer_by=AnswerBy.CALL, phone="0612345678")
    assert Wait.objects.latest("pk").entry_channel == "callback"


def test_the_same_submission_makes_no_second_question_and_gives_a_new_code(asked: Ask) -> None:
    submission = uuid.uuid4()
    first = asked(submission=submission)
    again = asked(submission=submission, now=MONDAY + timedelta(minutes=2))
    assert again.question == first.question
    assert again.repeated
    assert Question.objects.count() == 1
    assert again.code != first.code
    assert find_question(first.question.reference, first.code) is None
    assert find_question(first.question.reference, again.code) == OpenedQuestion(first.question)


def test_the_same_id_with_other_words_is_another_question_and_that_one_too_is_made_once(asked: Ask) -> None:
    submission = uuid.uuid4()
    first = asked("Eerste woorden", submission=submission)
    other = asked("Andere woorden", submission=submission)
    again = asked("Andere woorden", submission=submission)
    assert other.question != first.question
    assert again.question == other.question
    assert Question.objects.count() == 2


@pytest.mark.parametrize("later", [timedelta(minutes=61), timedelta(days=3)])
def test_after_an_hour_a_resend_shows_no_new_code(asked: Ask, later: timedelta) -> None:
    submission = uuid.uuid4()
    first = asked(submission=submission)
    again = asked(submission=submission, now=MONDAY + later)
    assert (again.question, again.code) == (first.question, "")
    assert find_question(first.question.reference, first.code) == OpenedQuestion(first.question)


def test_after_somebody_opened_the_conversation_a_resend_shows_no_new_code(asked: Ask) -> None:
    submission = uuid.uuid4()
    first = asked(submission=submission)
    mark_read(first.question, MONDAY)
    assert asked(submission=submission, now=MONDAY + timedelta(minutes=1)).code == ""


def test_events_carry_no_text_and_no_reference(asked: Ask) -> None:
    question = asked("een-geheim-woord").question
    assert WaitEvent.objects.exists()
    for event in some(WaitEvent.objects.all()):
        assert question.reference not in str(event.data)
        assert "geheim" not in str(event.data)
