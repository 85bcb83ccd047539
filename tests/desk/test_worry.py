"""A worry about somebody else at the desk: read, followed up, planned; it never ends before that."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.forget import due_for_forgetting
from questions.actions.record_followed_up import record_followed_up
from questions.actions.refusals import NotAllowed, NotFollowedUp
from questions.actions.withdraw import withdraw
from questions.desk_choices import FollowedUpBy
from questions.models import HistoryEntry, Question
from questions.privacy.keyring import CannotOpen
from questions.privacy.keys import destroy_key
from questions.statuses import CloseReason
from tests.conftest import Ask, Cast, let_answers_go
from tests.resident.worry_fields import NOTICED, worry_fields

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
WORDS = "Anna belt maandag, een-geheim-woord."


def body(response: Any) -> str:
    return str(response.content.decode())


def told(theme: str = "geld") -> Question:
    """A worry that was sent in through the form."""
    assert Client().post("/nl/vraag/zorg/", worry_fields(theme=theme)).status_code == 200
    return Question.objects.get()


def followed(**other: str) -> dict[str, str]:
    return {"submission": str(uuid.uuid4()), "by": "team", "words": WORDS} | other


def test_the_panel_shows_what_was_told_to_who_may_read_it(cast: Cast, sign_in: SignIn) -> None:
    question = told("veilig")
    address = f"/beheer/vragen/{question.pk}/"
    html = body(sign_in(cast.confidant).get(address))
    assert NOTICED in html
    assert "Mevrouw Voorbeeld" in html
    assert "Nog niemand" in html
    for other in (cast.colleague, cast.editor, cast.leader, cast.administrator, cast.root):
        assert sign_in(other).get(address).status_code == 403
        assert sign_in(other).post(f"{address}opvolging/", followed()).status_code == 403
        assert sign_in(other).post(f"{address}volgende-datum/", {"day": "1-1-2099"}).status_code == 403
    assert not HistoryEntry.objects.filter(what__in=["followed_up", "planned"]).exists()


def test_a_question_of_ones_own_has_no_such_panel_and_cannot_be_followed_up(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked().question
    client = sign_in(cast.colleague)
    assert 'id="worry"' not in body(client.get(f"/beheer/vragen/{question.pk}/"))
    with pytest.raises(NotAllowed):
        record_followed_up(cast.colleague, question, FollowedUpBy.TEAM, words="x", now=timezone.now())


def test_who_follows_it_up_is_recorded_once_with_sealed_words_and_can_be_changed(cast: Cast, sign_in: SignIn) -> None:
    question = told()
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/opvolging/"
    form = followed()
    for _time in range(2):
        assert client.post(address, form).status_code == 302
    entry = HistoryEntry.objects.get(what="followed_up")
    assert (entry.colleague, entry.data, entry.words(question.key_bytes)) == (cast.colleague, {"by": "team"}, WORDS)
    assert b"geheim" not in bytes(entry.sealed_words)
    client.post(address, followed(by="safe_at_home", words="Toch Veilig Thuis."))
    question.worry.refresh_from_db()
    assert question.worry.followed_up_by == "safe_at_home"
    assert "Toch Veilig Thuis." in body(client.get(f"/beheer/vragen/{question.pk}/"))


def test_a_form_without_choice_or_words_is_shown_again_with_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    question = told()
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/opvolging/"
    for wrong in ({"by": ""}, {"by": "koning"}, {"words": ""}, {"words": "x" * 2_001}):
        response = client.post(address, followed(**wrong))
        assert response.status_code == 422
        if "words" not in wrong:
            assert WORDS in body(response)
    assert not HistoryEntry.objects.filter(what="followed_up").exists()


def test_one_that_a_team_mate_claimed_is_the_team_mates(cast: Cast, sign_in: SignIn) -> None:
    question = told()
    claim(cast.teammate, question, timezone.now())
    response = sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/opvolging/", followed())
    assert response.status_code == 422
    assert WORDS in body(response)
    assert question.worry.followed_up_by == ""


def test_it_is_not_closed_before_somebody_follows_it_up(cast: Cast, sign_in: SignIn) -> None:
    question = told()
    claim(cast.colleague, question, timezone.now())
    with pytest.raises(NotFollowedUp):
        close(cast.colleague, question, CloseReason.UNREACHABLE, timezone.now())
    client = sign_in(cast.colleague)
    form = {"submission": str(uuid.uuid4()), "reason": "unreachable"}
    refused = client.post(f"/beheer/vragen/{question.pk}/sluiten/", form, follow=True)
    assert "Leg eerst vast wie deze zorg opvolgt" in body(refused)
    question.refresh_from_db()
    assert question.status == "waiting"
    client.post(f"/beheer/vragen/{question.pk}/opvolging/", followed())
    client.post(f"/beheer/vragen/{question.pk}/sluiten/", form)
    question.refresh_from_db()
    assert question.status == "closed"


def test_an_answer_to_whoever_told_us_does_not_settle_it(cast: Cast, sign_in: SignIn) -> None:
    question = told()
    claim(cast.colleague, question, timezone.now())
    client = sign_in(cast.colleague)
    reply = {"submission": str(uuid.uuid4()), "text": "Dank u wel.", "language": "nl", "settled": "answered"}
    client.post(f"/beheer/vragen/{question.pk}/antwoord/", reply | {"destination": "team"})
    let_answers_go()
    question.refresh_from_db()
    assert question.status == "reacted"
    assert question.reference in body(client.get("/beheer/vragen/"))
    assert not due_for_forgetting(timezone.now() + timedelta(days=4000), timedelta(days=1)).exists()
    client.post(f"/beheer/vragen/{question.pk}/opvolging/", followed())
    question.refresh_from_db()
    assert (question.status, question.waiting_since) == ("settled", None)


def test_a_withdrawn_one_stays_in_the_queue_and_says_so_until_somebody_follows_it_up(
    cast: Cast, sign_in: SignIn
) -> None:
    question = told()
    withdraw(question, timezone.now())
    client = sign_in(cast.colleague)
    assert question.reference in body(client.get("/beheer/vragen/"))
    assert "heeft geen antwoord meer nodig" in body(client.get(f"/beheer/vragen/{question.pk}/"))
    client.post(f"/beheer/vragen/{question.pk}/opvolging/", followed())
    withdraw(question, timezone.now())
    question.refresh_from_db()
    assert question.status == "withdrawn"


def test_without_its_key_nothing_is_recorded(cast: Cast) -> None:
    question = told()
    destroy_key(question.pk)
    with pytest.raises(CannotOpen):
        record_followed_up(cast.colleague, question, FollowedUpBy.TEAM, words=WORDS, now=timezone.now())
    question.worry.refresh_from_db()
    assert question.worry.followed_up_by == ""
