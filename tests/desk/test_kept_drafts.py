"""What a colleague types into an answer is kept: for them alone, never overwritten by an older save, gone when sent."""

import base64
import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.forget import forget
from questions.actions.refusals import NotAllowed
from questions.actions.save_draft import NewerDraft, save_draft
from questions.models import Draft, Question
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
TYPED = "Bel Op Orde, zij helpen met"
BY_SCRIPT = {"HTTP_X_PART": "1"}


@pytest.fixture
def question(cast: Cast, asked: Ask) -> Question:
    """A question that a colleague has claimed."""
    question = asked(now=timezone.now()).question
    claim(cast.colleague, question, timezone.now())
    return question


def body(response: Any) -> str:
    return str(response.content.decode())


def typed(counter: int = 1, **other: str) -> dict[str, str]:
    form = {"submission": str(uuid.uuid4()), "text": TYPED, "language": "nl", "settled": "referred"}
    return form | {"counter": str(counter)} | other


def kept(question: Question) -> dict[str, Any]:
    draft = Draft.objects.get()
    draft.question = question
    return draft.form(question.key_bytes)


def test_what_was_typed_stands_in_the_form_again_for_this_colleague_only(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    reply = client.post(f"/beheer/vragen/{question.pk}/concept/", typed(), **BY_SCRIPT)
    assert (reply.status_code, "Bewaard om" in body(reply)) == (200, True)
    page = body(client.get(f"/beheer/vragen/{question.pk}/"))
    assert f"{TYPED}</textarea>" in page
    assert "Je concept van" in page
    assert re.search(r'value="referred"[^>]* checked', page)
    assert TYPED not in body(sign_in(cast.teammate).get(f"/beheer/vragen/{question.pk}/"))
    assert TYPED.encode() not in bytes(Draft.objects.get().sealed_form)


def test_only_whoever_may_read_the_question_keeps_a_draft(cast: Cast, question: Question, sign_in: SignIn) -> None:
    wrong = []
    for who in some([cast.outsider, cast.editor, cast.leader, cast.administrator, cast.root]):
        for address in some(["concept/", "concept/weg/", "invoegen/", "kijkt/"]):
            if sign_in(who).post(f"/beheer/vragen/{question.pk}/{address}", typed()).status_code != 403:
                wrong.append((who, address))
    assert wrong == []
    assert Draft.objects.count() == 0
    with pytest.raises(NotAllowed):
        save_draft(cast.outsider, question, form={}, counter=1, now=MONDAY)


def test_an_older_save_overwrites_nothing(cast: Cast, question: Question, sign_in: SignIn) -> None:
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/concept/"
    client.post(address, typed(3, text="Het nieuwste."), **BY_SCRIPT)
    for counter in some([1, 2, 3]):
        late = client.post(address, typed(counter, text="Ouder."), **BY_SCRIPT)
        assert late.status_code == 409
    assert "ander venster" in body(late)
    assert kept(question)["text"] == "Het nieuwste."
    shown = client.post(address, typed(2, text="Ouder."))
    assert (shown.status_code, "Ouder.</textarea>" in body(shown)) == (409, True)
    with pytest.raises(NewerDraft):
        save_draft(cast.colleague, question, form={"text": "x"}, counter=3, now=MONDAY)
    assert 'name="counter" value="4"' in body(client.get(f"/beheer/vragen/{question.pk}/"))


def test_a_button_keeps_it_without_a_script_and_another_throws_it_away(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/concept/"
    page = body(client.post(address, typed(), follow=True))
    assert f"{TYPED}</textarea>" in page
    client.post(f"{address}weg/")
    assert Draft.objects.count() == 0
    assert TYPED not in body(client.get(f"/beheer/vragen/{question.pk}/"))


def test_it_is_gone_when_the_answer_is_sent_and_a_late_save_does_not_bring_it_back(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client, form = sign_in(cast.colleague), typed(destination="self")
    client.post(f"/beheer/vragen/{question.pk}/concept/", form, **BY_SCRIPT)
    assert client.post(f"/beheer/vragen/{question.pk}/antwoord/", form).status_code == 302
    assert Draft.objects.count() == 0
    late = client.post(f"/beheer/vragen/{question.pk}/concept/", form | {"counter": "9"}, **BY_SCRIPT)
    assert (late.status_code, body(late)) == (200, "")
    assert Draft.objects.count() == 0


def test_a_long_answer_is_kept_whole_and_an_endless_one_is_told(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/concept/"
    long = "ل" * 20_000
    assert client.post(address, typed(text=long), **BY_SCRIPT).status_code == 200
    assert kept(question)["text"] == long
    assert client.post(address, typed(2, text="x" * 100_001), **BY_SCRIPT).status_code == 413
    assert kept(question)["text"] == long


def test_a_missing_key_overwrites_nothing(cast: Cast, question: Question, sign_in: SignIn, settings: Any) -> None:
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/concept/"
    client.post(address, typed(), **BY_SCRIPT)
    before, ring = bytes(Draft.objects.get().sealed_form), settings.KEY_RING
    settings.KEY_RING = f"other:{base64.b64encode(b'o' * 32).decode()}"
    assert client.post(address, typed(2, text="Anders."), **BY_SCRIPT).status_code == 503
    page = client.post(address, typed(2, text="Anders."))
    assert (page.status_code, "Anders." in body(page)) == (503, True)
    assert bytes(Draft.objects.get().sealed_form) == before
    settings.KEY_RING = ring
    assert f"{TYPED}</textarea>" in body(client.get(f"/beheer/vragen/{question.pk}/"))


def test_who_types_while_the_resident_erases_the_question_keeps_the_words_on_the_screen(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/concept/", typed(), **BY_SCRIPT)
    pk = question.pk
    forget(question)
    for address in some(["antwoord/", "concept/", "notitie/"]):
        gone = client.post(f"/beheer/vragen/{pk}/{address}", typed())
        assert (address, gone.status_code) == (address, 410)
        assert f"{TYPED}</textarea>" in body(gone)
        assert "gewist" in body(gone)
    assert client.post(f"/beheer/vragen/{pk}/kijkt/", {"seen": "1"}).status_code == 404
    assert sign_in(cast.editor).post(f"/beheer/vragen/{pk}/antwoord/", typed()).status_code == 403


def test_who_loses_the_question_while_typing_can_copy_the_words(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    Question.objects.filter(pk=question.pk).update(colleague=cast.outsider, team=cast.outsider.teams.get())
    lost = sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/antwoord/", typed())
    assert lost.status_code == 403
    assert f"{TYPED}</textarea>" in body(lost)


def test_a_draft_of_a_question_that_ended_can_still_be_read_and_thrown_away(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/concept/", typed(), **BY_SCRIPT)
    Question.objects.filter(pk=question.pk).update(
        status="withdrawn", ended_at=timezone.now() + timedelta(seconds=1), waiting_since=None
    )
    page = body(client.get(f"/beheer/vragen/{question.pk}/"))
    assert f"{TYPED}</textarea>" in page
    assert "concept/weg/" in page


def test_a_draft_with_a_forged_token_is_not_kept_and_not_lost(cast: Cast, question: Question, sign_in: SignIn) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sign_in(cast.colleague).cookies
    response = strict.post(f"/beheer/vragen/{question.pk}/concept/", typed())
    assert (response.status_code, f"{TYPED}</textarea>" in body(response)) == (403, True)
    assert Draft.objects.count() == 0
