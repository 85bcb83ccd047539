"""Looking for words in open questions: opened in memory, written down who and how many, and never which words."""

import base64
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.withdraw import withdraw
from questions.desk.queue import search as rules
from questions.models import Note, Question
from questions.privacy.models import Opening, QuestionKey, QuestionSearch
from questions.statuses import AnswerBy
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
SEARCH = "/beheer/vragen/zoeken/"
OTHER = base64.b64encode(b"o" * 32).decode()


def body(response: Any) -> str:
    return str(response.content.decode())


def found(client: Client, words: str, *questions: Question) -> list[bool]:
    page = body(client.post(SEARCH, {"words": words}))
    return [f"/beheer/vragen/{question.pk}/" in page for question in questions]


def test_words_are_found_in_messages_notes_and_the_name_whatever_marks_they_have(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    café = asked("De vergunning voor het café").question
    arabic = asked("وصلتني الرسالة من المحكمة", language="ar").question
    named = asked("iets", answer_by=AnswerBy.CALL, phone="0612345678", name="Zoë Çelik").question
    noted = asked("anders").question
    note = Note(question=noted, submission=uuid.uuid4(), colleague=cast.colleague, at=MONDAY)
    note.seal_text(noted.key_bytes, "Bellen met de Voedselbank")
    note.save()
    client = sign_in(cast.colleague)
    everything = (café, arabic, named, noted)
    assert found(client, "CAFE vergunning", *everything) == [True, False, False, False]
    assert found(client, "رساله", *everything) == [False, True, False, False]
    assert found(client, "celik", *everything) == [False, False, True, False]
    assert found(client, "voedselbank", *everything) == [False, False, False, True]
    assert found(client, "vergunning voedselbank", *everything) == [False] * 4
    page = body(client.post(SEARCH, {"words": "voedselbank"}))
    assert "in een notitie" in page
    # What was found is said, not shown: reading it is opening it.
    assert "Bellen met" not in page


def test_only_open_questions_that_the_colleague_may_read_are_read(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    word = "huurtoeslag"
    open_one, ended, sensitive, theirs = (
        asked(word).question, asked(word).question, asked(word, theme="veilig").question, asked(word).question,
    )  # fmt: skip
    withdraw(ended, timezone.now())
    claim(cast.outsider, theirs, timezone.now())
    client = sign_in(cast.colleague)
    assert found(client, word, open_one, ended, sensitive, theirs) == [True, False, False, False]
    assert found(sign_in(cast.confidant), word, open_one, sensitive) == [True, True]
    assert [row.read for row in QuestionSearch.objects.order_by("pk")] == [1, 2]


def test_a_search_is_one_line_with_who_when_and_how_many_and_no_opening(
    cast: Cast, asked: Ask, sign_in: SignIn, caplog: Any
) -> None:
    asked("Een geheimwoord")
    asked("Iets anders")
    client = sign_in(cast.colleague)
    with caplog.at_level("DEBUG"):
        page = client.post(SEARCH, {"words": "geheimwoord"})
    assert "Hiervoor zijn 2 vragen gelezen" in body(page)
    (row,) = QuestionSearch.objects.all()
    assert (row.user_id, row.read) == (cast.colleague.user_id, 2)
    assert not Opening.objects.exists()
    assert {field.name for field in QuestionSearch._meta.fields} == {"id", "user", "read", "at"}
    said = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert "geheimwoord" not in said
    assert client.get(SEARCH, {"words": "geheimwoord"}).status_code == 200
    assert QuestionSearch.objects.count() == 1


def test_a_search_that_breaks_off_is_written_down_all_the_same(
    cast: Cast, asked: Ask, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked("a")

    def breaks(*_args: object) -> list[Any]:
        raise RuntimeError

    monkeypatch.setattr(rules, "_found_in", breaks)
    client = sign_in(cast.colleague)
    client.raise_request_exception = False
    assert client.post(SEARCH, {"words": "abc"}).status_code == 500
    assert QuestionSearch.objects.get().read == 1


def test_questions_without_their_key_are_left_out_and_counted(
    cast: Cast, asked: Ask, sign_in: SignIn, settings: Any
) -> None:
    lost, there, forgotten = (asked("huurtoeslag").question for _number in range(3))
    QuestionKey.objects.filter(question=lost).update(ring_name="weg")
    QuestionKey.objects.filter(question=forgotten).delete()
    client = sign_in(cast.colleague)
    page = body(client.post(SEARCH, {"words": "huurtoeslag"}))
    assert [f"/beheer/vragen/{row.pk}/" in page for row in (lost, there, forgotten)] == [False, True, False]
    assert "2 vragen konden niet open" in page
    settings.KEY_RING = f"test:{OTHER}"
    page = body(client.post(SEARCH, {"words": "huurtoeslag"}))
    assert "3 vragen konden niet open" in page
    assert QuestionSearch.objects.order_by("-pk")[0].read == 0


def test_no_more_are_read_than_the_most_and_those_that_wait_come_first(
    cast: Cast, asked: Ask, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "MOST", 3)
    monkeypatch.setattr(rules, "AT_ONCE", 2)
    monkeypatch.setattr(rules, "SHOWN", 1)
    settled = [asked("huur").question for _number in range(3)]
    Question.objects.filter(pk__in=[row.pk for row in settled]).update(status="settled", waiting_since=None)
    waits = asked("huur").question
    page = body(sign_in(cast.colleague).post(SEARCH, {"words": "huur"}))
    assert "Hiervoor zijn 3 vragen gelezen" in page
    assert "1 oudere vraag is niet gelezen" in page
    assert "Gevonden in 3 vragen" in page
    assert f"/beheer/vragen/{waits.pk}/" in page
    assert f"/beheer/vragen/{settled[0].pk}/" not in page


def test_a_reference_leads_to_its_question_also_when_that_has_ended_and_reads_nothing(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question, hidden = asked().question, asked(theme="veilig").question
    withdraw(question, timezone.now())
    client = sign_in(cast.colleague)
    for typed in (question.reference, f" {question.reference.lower().replace('-', '')} "):
        assert client.post(SEARCH, {"words": typed})["Location"].endswith(f"/beheer/vragen/{question.pk}/")
    assert not QuestionSearch.objects.exists()
    assert found(client, hidden.reference, hidden) == [False]


@pytest.mark.parametrize("words", ["", "   ", "!?", "x" * 300, "a\x00b"])
def test_what_cannot_be_looked_for_is_told_beside_the_field(cast: Cast, sign_in: SignIn, words: str) -> None:
    answer = sign_in(cast.colleague).post(SEARCH, {"words": words})
    assert answer.status_code == 422
    assert "utrecht-form-field--invalid" in body(answer)
    assert not QuestionSearch.objects.exists()


def test_nobody_else_searches_and_only_the_administrator_reads_who_did(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    asked("huurtoeslag")
    for who in (cast.editor, cast.leader, cast.administrator, cast.root):
        assert sign_in(who).post(SEARCH, {"words": "huurtoeslag"}).status_code == 403
        assert sign_in(who).get(SEARCH).status_code == 403
    assert not QuestionSearch.objects.exists()
    sign_in(cast.colleague).post(SEARCH, {"words": "huurtoeslag"})
    log = "/beheer/questionsearch/"
    page = body(sign_in(cast.administrator).get(log))
    assert "Anna" in page or "anna" in page
    assert "huurtoeslag" not in page
    for other in (cast.colleague, cast.editor, cast.leader):
        assert sign_in(other).get(log).status_code in (302, 403)
    row = QuestionSearch.objects.get()
    for path in (f"edit/{row.pk}/", f"delete/{row.pk}/"):
        sign_in(cast.administrator).post(f"{log}{path}")
    assert QuestionSearch.objects.count() == 1


def test_an_old_form_keeps_what_was_typed_and_reads_nothing(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    asked("huurtoeslag")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sign_in(cast.colleague).cookies
    answer = strict.post(SEARCH, {"words": "huurtoeslag"})
    assert (answer.status_code, 'value="huurtoeslag"' in body(answer)) == (403, True)
    assert not QuestionSearch.objects.exists()
