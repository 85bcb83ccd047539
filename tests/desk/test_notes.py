"""Notes for colleagues: who writes them, who sees them, and that they change no figure."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.refusals import NotAllowed
from questions.actions.write_note import write_note
from questions.models import Note
from questions.waits.models import Wait, WaitEvent
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
WORDS = "Op Orde heeft morgen inloop."


def body(response: Any) -> str:
    return str(response.content.decode())


def noted(**other: str) -> dict[str, str]:
    return {"submission": str(uuid.uuid4()), "text": WORDS} | other


def test_whoever_may_read_a_question_writes_a_note_and_nobody_else_does(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    address = f"/beheer/vragen/{question.pk}/notitie/"
    wrong = []
    may = {cast.colleague: 302, cast.teammate: 302, cast.outsider: 403, cast.editor: 403, cast.leader: 403}
    for who, status in some((may | {cast.administrator: 403, cast.root: 403}).items()):
        if sign_in(who).post(address, noted()).status_code != status:
            wrong.append(who)
    assert wrong == []
    assert Note.objects.count() == 2


def test_a_note_on_a_sensitive_theme_is_for_who_answers_that_theme(cast: Cast, asked: Ask) -> None:
    question = asked(theme="veilig").question
    with pytest.raises(NotAllowed):
        write_note(cast.colleague, question, submission=uuid.uuid4(), text=WORDS, now=MONDAY)
    write_note(cast.confidant, question, submission=uuid.uuid4(), text=WORDS, now=MONDAY)
    assert Note.objects.get().colleague == cast.confidant


def test_a_note_stands_in_the_conversation_and_is_kept_sealed(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=timezone.now()).question
    client = sign_in(cast.colleague)
    page = body(client.post(f"/beheer/vragen/{question.pk}/notitie/", noted(), follow=True))
    assert WORDS in page
    assert 'class="internal"' in page
    assert "alleen collega" in page
    assert WORDS.encode() not in bytes(Note.objects.get().sealed_text)


def test_sent_twice_it_is_one_note_and_with_other_words_it_is_two(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    client, sent = sign_in(cast.colleague), noted()
    address = f"/beheer/vragen/{question.pk}/notitie/"
    client.post(address, sent)
    client.post(address, sent)
    assert Note.objects.count() == 1
    page = body(client.post(address, sent | {"text": "Iets anders."}, follow=True))
    assert Note.objects.count() == 2
    assert "eerder" in page


def test_a_note_touches_no_wait(cast: Cast, asked: Ask) -> None:
    question = asked().question
    before = (list(Wait.objects.values()), WaitEvent.objects.count())
    write_note(cast.colleague, question, submission=uuid.uuid4(), text=WORDS, now=MONDAY + timedelta(hours=1))
    assert (list(Wait.objects.values()), WaitEvent.objects.count()) == before
    question.refresh_from_db()
    assert (question.status, question.waiting_since) == ("waiting", MONDAY)


def test_an_empty_or_endless_note_is_not_kept_and_stays_in_the_form(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    client = sign_in(cast.colleague)
    for text in some(["", " \u200b ", "x" * 5_001]):
        response = client.post(f"/beheer/vragen/{question.pk}/notitie/", noted(text=text))
        assert response.status_code == 422
        assert "utrecht-form-field-error-message" in body(response)
    assert "x" * 5_001 in body(response)
    assert Note.objects.count() == 0


def test_a_note_with_a_forged_token_is_not_kept_and_not_lost(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sign_in(cast.colleague).cookies
    response = strict.post(f"/beheer/vragen/{question.pk}/notitie/", noted())
    assert response.status_code == 403
    assert f"{WORDS}</textarea>" in body(response)
    assert Note.objects.count() == 0
