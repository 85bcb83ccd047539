"""One question at the desk, through the screens."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from questions.models import Outgoing
from questions.statuses import AnswerBy
from questions.waits.models import Wait
from tests.conftest import Ask, Cast, let_answers_go
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]


def body(response: Any) -> str:
    return str(response.content.decode())


def reply(**other: str) -> dict[str, str]:
    return {
        "submission": str(uuid.uuid4()),
        "text": "Bel Op Orde.",
        "language": "nl",
        "settled": "answered",
        "destination": "self",
    } | other


def test_the_queue_shows_the_longest_waiting_first(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    now = timezone.now()
    new = asked(now=now - timezone.timedelta(minutes=5)).question  # type: ignore[attr-defined]
    old = asked(now=now - timezone.timedelta(hours=30)).question  # type: ignore[attr-defined]
    page = body(sign_in(cast.colleague).get("/beheer/vragen/"))
    assert page.index(old.reference) < page.index(new.reference)
    assert page.index("queue-item--oldest") < page.index(old.reference)


def test_the_second_one_reads_that_a_colleague_was_first(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    assert sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/nemen/")["Location"].endswith(f"/{question.pk}/")
    response = sign_in(cast.outsider).post(f"/beheer/vragen/{question.pk}/nemen/", follow=True)
    assert "Een collega was" in body(response)


def test_an_answer_goes_to_the_page_at_its_moment_and_its_notice_with_the_next_look_in_the_outbox(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(now=timezone.now(), answer_by=AnswerBy.NOTICE, email="fatima@example.org").question
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/nemen/")
    assert client.post(f"/beheer/vragen/{question.pk}/antwoord/", reply()).status_code == 302
    assert (mail.outbox, Wait.objects.get().pending) == ([], False)
    let_answers_go()
    assert mail.outbox == []
    assert Wait.objects.get().pending
    call_command("run_due")
    assert len(mail.outbox) == 1
    assert Wait.objects.get().outcome == "answered"


def test_the_queue_says_whether_the_resident_can_know_of_the_answer(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=timezone.now(), answer_by=AnswerBy.NOTICE, email="fatima@example.org").question
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/nemen/")
    client.post(f"/beheer/vragen/{question.pk}/antwoord/", reply(settled="not_yet"))
    let_answers_go()
    notice = Outgoing.objects.filter(question=question)
    told = {
        "Beantwoord; de mail is onderweg": {},
        "Beantwoord; de mail kon nog niet weg, we blijven het proberen": {"tries": 2},
        "De mail kwam niet aan": {"refused_at": timezone.now()},
    }

    def seen() -> set[str]:
        page = body(client.get("/beheer/vragen/"))
        return {words for words in told if f">{words}<" in page}

    for words, so in some(told.items()):
        notice.update(created_at=timezone.now(), **so)
        assert seen() == {words}
    notice.update(refused_at=None)
    call_command("run_due")
    assert seen() == set()


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"settled": ""}, {"settled": "x"}, {"language": "xx"}, {"text": "x" * 20_001}]
)
def test_a_faulty_answer_is_not_sent_and_keeps_what_was_typed(
    cast: Cast, asked: Ask, sign_in: SignIn, wrong: dict[str, str]
) -> None:
    question = asked(now=timezone.now()).question
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/nemen/")
    response = client.post(f"/beheer/vragen/{question.pk}/antwoord/", reply(**wrong))
    assert response.status_code == 422
    assert "utrecht-form-field-error-message" in body(response)
    if "text" not in wrong:
        assert "Bel Op Orde." in body(response)
    assert question.messages.count() == 1


def test_an_answer_without_a_claim_is_refused_and_kept(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=timezone.now()).question
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/antwoord/", reply())
    assert question.messages.count() == 1
    assert Wait.objects.get().outcome == "open"


def test_an_answer_with_a_forged_token_is_not_sent_and_not_lost(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=timezone.now()).question
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/nemen/")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    response = strict.post(f"/beheer/vragen/{question.pk}/antwoord/", reply())
    assert response.status_code == 403
    assert "Bel Op Orde.</textarea>" in body(response)
    assert question.messages.count() == 1


def test_a_settled_question_is_found_again_by_its_reference(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=timezone.now()).question
    found = sign_in(cast.colleague).post("/beheer/vragen/zoeken/", {"words": question.reference.lower()})
    assert found["Location"].endswith(f"/{question.pk}/")
    hidden = asked(theme="veilig").question
    page = sign_in(cast.colleague).post("/beheer/vragen/zoeken/", {"words": hidden.reference})
    assert (page.status_code, f"/beheer/vragen/{hidden.pk}/" in body(page)) == (200, False)


def test_a_call_that_reached_nobody_leaves_the_question_waiting_and_one_that_did_settles_it(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(now=timezone.now(), answer_by=AnswerBy.CALL, phone="0612345678").question
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/nemen/")
    address = f"/beheer/vragen/{question.pk}/gesprek/"
    assert client.post(address, {"submission": str(uuid.uuid4()), "reached": "yes"}).status_code == 422
    client.post(address, {"submission": str(uuid.uuid4()), "reached": "no"})
    assert Wait.objects.get().outcome == "open"
    client.post(
        address, {"submission": str(uuid.uuid4()), "reached": "yes", "settled": "agreed", "destination": "team"}
    )
    assert Wait.objects.get().settled_how == "agreed"


def test_an_unknown_question_is_not_there(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.colleague).get("/beheer/vragen/999999/").status_code == 404


def test_no_two_elements_have_the_same_id_and_every_label_has_its_field(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(
        "Ik wil dood.", now=timezone.now(), answer_by=AnswerBy.CALL, phone="0612345678", name="Fatima"
    ).question
    client = sign_in(cast.colleague)
    address = f"/beheer/vragen/{question.pk}/"
    pages = {"free": body(client.get(address))}
    client.post(f"{address}nemen/")
    pages["theirs"] = body(client.get(address))
    pages["wrong"] = body(client.post(f"{address}antwoord/", reply(text="", settled="")))
    for name, page in some(pages.items()):
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert (name, [each for each in set(ids) if ids.count(each) > 1]) == (name, [])
        named = re.findall(r'(?:\sfor|aria-labelledby|aria-describedby)="([^"]+)"', page)
        assert (name, [each for names in some(named) for each in names.split() if each not in ids]) == (name, [])
