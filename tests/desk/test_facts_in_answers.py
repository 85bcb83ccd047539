"""Facts in answers: put in by a colleague, filled in for who reads, honest when they changed."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from questions.models import Message
from questions.statuses import Author
from services.facts.in_answers import answer_html, changed_since, choices, unknown_in
from services.models import Fact
from tests.conftest import Ask, Cast, let_answers_go

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
TEXT = "Bel {fact:veilig-thuis}. Het geldt tot {fact:leerplicht-tot} jaar."


def body(response: Any) -> str:
    return str(response.content.decode())


def reply(**other: str) -> dict[str, str]:
    return {
        "submission": str(uuid.uuid4()),
        "text": TEXT,
        "language": "nl",
        "settled": "answered",
        "destination": "self",
    } | other


@pytest.fixture
def desk(cast: Cast, asked: Ask, sign_in: SignIn) -> tuple[Client, str, Any]:
    """A colleague who has claimed a question, the address for the answer, and what was asked."""
    done = asked(now=timezone.now())
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{done.question.pk}/nemen/")
    return client, f"/beheer/vragen/{done.question.pk}/antwoord/", done


def reading(done: Any, client: Client) -> str:
    """What the resident reads, who came back with reference and code."""
    client.post("/nl/vraag/volgen/", {"reference": done.question.reference, "code": done.code})
    return body(client.get("/nl/gesprek/"))


def test_the_resident_reads_the_value(desk: tuple[Client, str, Any], client: Client) -> None:
    colleague, address, done = desk
    assert colleague.post(address, reply()).status_code == 302
    let_answers_go()
    page = reading(done, client)
    assert '<a href="tel:08002000">0800-2000</a>' in page
    assert '<bdi class="fact" dir="ltr">16</bdi> jaar' in page
    assert "{fact:" not in page


def test_what_is_sealed_is_the_name_and_not_the_value(desk: tuple[Client, str, Any]) -> None:
    colleague, address, _done = desk
    colleague.post(address, reply())
    let_answers_go()
    message = Message.objects.get(author=Author.COLLEAGUE)
    assert message.text(message.question.key_bytes) == TEXT


def test_a_change_afterwards_is_read_and_told(desk: tuple[Client, str, Any], client: Client) -> None:
    colleague, address, done = desk
    colleague.post(address, reply())
    let_answers_go()
    assert "log__changed" not in reading(done, client)
    fact = Fact.objects.get(slug="leerplicht-tot")
    fact.value = "17"
    fact.save()
    page = reading(done, client)
    assert '<bdi class="fact" dir="ltr">17</bdi> jaar' in page
    assert page.count("log__changed") == 1
    assert "log__changed" in body(colleague.get(f"/beheer/vragen/{done.question.pk}/"))


def test_an_unknown_fact_is_refused_and_the_answer_stays(desk: tuple[Client, str, Any]) -> None:
    colleague, address, _done = desk
    response = colleague.post(address, reply(text="Bel {fact:bestaat-niet}."))
    assert response.status_code == 422
    assert "bestaat-niet" in body(response)
    assert not Message.objects.filter(author=Author.COLLEAGUE).exists()


def test_an_example_is_no_answer() -> None:
    Fact.objects.create(slug="proef", label="Proef", kind="phone", value="038 000 00 00", sample=True)
    assert unknown_in("Bel {fact:proef}.") == ["proef"]
    assert "proef" not in {choice.slug for choice in choices()}


@pytest.mark.parametrize("do", ["insert", "preview"])
def test_putting_in_and_looking_send_nothing_and_keep_everything(desk: tuple[Client, str, Any], do: str) -> None:
    colleague, address, _done = desk
    sent = reply(do=do, fact="kindertelefoon", text="Hallo,", settled="referred")
    page = colleague.post(address, sent)
    assert page.status_code == 200
    assert not Message.objects.filter(author=Author.COLLEAGUE).exists()
    html = body(page)
    assert sent["submission"] in html
    assert ("Hallo, {fact:kindertelefoon}</textarea>" in html) is (do == "insert")
    assert ('<a href="tel:08000432">0800-0432</a>' in html) is (do == "insert")
    assert 'value="referred" id="id_settled_2" checked' in html or 'value="referred"' in html


def test_a_fact_that_does_not_exist_is_not_put_in(desk: tuple[Client, str, Any]) -> None:
    colleague, address, _done = desk
    page = body(colleague.post(address, reply(do="insert", fact="bestaat-niet", text="Hallo")))
    assert "bestaat-niet" not in page


def test_the_picker_offers_every_fact_by_what_it_is(desk: tuple[Client, str, Any]) -> None:
    colleague, _address, done = desk
    page = body(colleague.get(f"/beheer/vragen/{done.question.pk}/"))
    assert '<option value="veilig-thuis">Veilig Thuis: 0800-2000</option>' in page


def test_in_a_chat_it_works_the_same(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    from questions.waits.models import Channel

    question = asked(now=timezone.now(), channel=Channel.CHAT).question
    client = sign_in(cast.colleague)
    client.post(f"/beheer/vragen/{question.pk}/nemen/")
    address = f"/beheer/vragen/chats/{question.pk}/antwoord/"
    page = client.post(address, reply(do="insert", fact="veilig-thuis", text="Bel", settled="not_yet"))
    assert page.status_code == 200
    assert "Bel {fact:veilig-thuis}</textarea>" in body(page)
    assert not Message.objects.filter(author=Author.COLLEAGUE).exists()
    client.post(address, reply(settled="not_yet"))
    assert "0800-2000" in body(client.get("/beheer/vragen/chats/"))


def test_words_of_a_resident_are_never_filled_in(asked: Ask, client: Client) -> None:
    done = asked("Wat is {fact:veilig-thuis}?", now=timezone.now())
    assert "{fact:veilig-thuis}" in reading(done, client)


def test_an_answer_is_escaped() -> None:
    assert "<script>" not in answer_html("<script>{fact:veilig-thuis}</script>", "nl")


def test_an_answer_is_written_in_its_own_language_and_told_of_in_the_readers() -> None:
    fact = Fact.objects.create(slug="bijdrage", label="Bijdrage", kind="amount", value="20.50")
    with translation.override("ar"):
        assert "€\u00a020,50" in answer_html("{fact:bijdrage}", "nl")
    sent = timezone.now()
    fact.value = "21.00"
    fact.save()
    with translation.override("en"):
        told = changed_since("{fact:bijdrage} en nog eens {fact:bijdrage}", sent, "nl")
    assert len(told) == 1
    assert "after this answer" in told[0]
    assert "€\u00a021" in told[0]


def test_a_fact_that_is_gone_leaves_words_and_no_hole() -> None:
    with translation.override("nl"):
        assert '<em class="fact">' in answer_html("Bel {fact:is-er-niet}.", "nl")
