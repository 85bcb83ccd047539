"""What residents type: from contacts, a chat, a poster or a photo, on the keyboard of their language."""

import uuid
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.codes import parse_code, parse_reference
from questions.email.deliver import deliver_due
from questions.models import Message, Question
from questions.statuses import Settled
from questions.waits.models import Channel, Wait
from tests.conftest import Ask, Cast

pytestmark = pytest.mark.django_db
NOTHING_SEEN = ["\u200b\u200b", "\u3164", "\u2800 \u00ad", "\u202a\u202c\n\u200f", "\U000e0041\ufe0f"]


def filled(**other: Any) -> dict[str, Any]:
    return {"submission": str(uuid.uuid4()), "theme": "geld", "text": "Mijn vraag", "answer_by": "page"} | other


def contact() -> dict[str, Any]:
    question = Question.objects.get()
    return question.contact(question.key_bytes)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+31 (0)6 1234 5678", "+31612345678"),
        ("+31 06 12345678", "+31612345678"),
        ("\u202a+31 6 1234 5678\u202c", "+31612345678"),
        ("06\u200b1234\u200b5678", "0612345678"),
        ("+48 0512 345 678", "+48512345678"),
        ("٠٦ ١٢٣٤ ٥٦٧٨", "0612345678"),
    ],
)
def test_the_number_to_call_is_one_that_can_be_called_at_every_door(
    client: Client, asked: Ask, typed: str, kept: str
) -> None:
    client.post("/nl/vraag/", filled(answer_by="call", phone=typed))
    assert contact()["phone"] == kept
    Question.objects.all().delete()
    client.post("/nl/chat/", filled(answer_by="call", phone=typed))
    assert contact()["phone"] == kept
    client.post("/nl/gesprek/anders/", {"do": "call", "phone": typed, "submission": str(uuid.uuid4())})
    assert contact()["phone"] == kept


def test_the_desk_dials_the_number_that_was_kept(client: Client, cast: Cast, sign_in: Any) -> None:
    client.post("/nl/vraag/", filled(answer_by="call", phone="+31 (0)6 1234 5678"))
    page = sign_in(cast.colleague).get(f"/beheer/vragen/{Question.objects.get().pk}/").content.decode()
    assert 'href="tel:+31612345678"' in page


@pytest.mark.once
@pytest.mark.parametrize(
    ("typed", "says"),
    [("0900 1234", "niet terugbellen"), ("112", "niet terugbellen"), ("14 038", "niet terugbellen"),
     ("0612345", "geen telefoonnummer"), ("06 0000 0000", "geen telefoonnummer"), ("bel mij", "geen telefoonnummer")],
)  # fmt: skip
def test_a_number_that_reaches_nobody_is_asked_again_beside_its_field(client: Client, typed: str, says: str) -> None:
    response = client.post("/nl/vraag/", filled(answer_by="call", phone=typed))
    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="id_phone_error"' in page
    assert says in page
    assert not Question.objects.exists()


@pytest.mark.parametrize("typed", ["\u202ajan@example.nl\u202c", "jan@example.nl\u202c", " jan@exam\u00adple.nl. "])
def test_the_notice_goes_to_the_address_that_the_screen_showed(client: Client, cast: Cast, typed: str) -> None:
    client.post("/nl/vraag/", filled(answer_by="notice", email=typed))
    question = Question.objects.get()
    assert contact()["email"] == "jan@example.nl"
    claim(cast.colleague, question, timezone.now())
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED,
        now=timezone.now(),
    )  # fmt: skip
    assert deliver_due(timezone.now) == (1, 1)
    assert mail.outbox[-1].to == ["jan@example.nl"]


@pytest.mark.once
@pytest.mark.parametrize(
    "typed", ["jan@example", "j\u0430n@example.nl", "jan@\u0435xample.nl", "jan@example.nl, piet@example.nl"]
)
def test_an_address_that_cannot_be_mailed_is_asked_again(client: Client, typed: str) -> None:
    response = client.post("/nl/vraag/", filled(answer_by="notice", email=typed))
    assert response.status_code == 422
    assert 'id="id_email_error"' in response.content.decode()


@pytest.mark.once
@pytest.mark.parametrize("text", NOTHING_SEEN)
@pytest.mark.parametrize("door", ["/nl/vraag/", "/nl/chat/"])
def test_words_that_nobody_sees_are_an_empty_field(client: Client, door: str, text: str) -> None:
    response = client.post(door, filled(text=text))
    assert response.status_code == 422
    assert 'id="id_text_error"' in response.content.decode()
    assert not Question.objects.exists()
    assert not Wait.objects.exists()


@pytest.mark.parametrize("text", NOTHING_SEEN)
def test_a_message_that_nobody_sees_is_not_sent(client: Client, text: str) -> None:
    client.post("/nl/vraag/", filled())
    assert client.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": text}).status_code == 422
    assert Message.objects.count() == 1


def test_an_answer_that_nobody_sees_is_not_sent(client: Client, cast: Cast, sign_in: Any) -> None:
    client.post("/nl/vraag/", filled())
    question = Question.objects.get()
    claim(cast.colleague, question, timezone.now())
    form = {"submission": str(uuid.uuid4()), "text": "\u200b\u3164", "language": "nl", "settled": "answered"}
    assert sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/antwoord/", form).status_code == 422
    assert Message.objects.count() == 1


def test_a_name_that_nobody_sees_is_no_name(client: Client) -> None:
    client.post("/nl/vraag/", filled(name="\u200b\u3164"))
    assert contact() == {}


def test_a_number_in_arabic_words_keeps_its_order_for_resident_and_colleague(
    client: Client, cast: Cast, sign_in: Any
) -> None:
    client.post("/ar/vraag/", filled(text="رقمي <06 1234 5678>", name="علي 06-12345678"))
    shown = '<bdi dir="ltr">06 1234 5678</bdi>'
    assert f"رقمي &lt;{shown}&gt;" in client.get("/ar/gesprek/").content.decode()
    desk = sign_in(cast.colleague).get(f"/beheer/vragen/{Question.objects.get().pk}/").content.decode()
    assert f"رقمي &lt;{shown}&gt;" in desk
    assert 'علي <bdi dir="ltr">06-12345678</bdi>' in desk


def test_going_back_and_sending_again_makes_no_second_question(client: Client) -> None:
    client.post("/nl/vraag/", filled())
    response = client.post("/nl/vraag/", filled())
    assert response.status_code == 200
    assert Question.objects.get().reference in response.content.decode()


def test_going_back_in_a_chat_and_beginning_it_again_leads_to_the_same_chat(client: Client) -> None:
    begun = filled(begun_as_chat="1")
    client.post("/nl/chat/", begun)
    client.post("/nl/chat/", begun | {"submission": str(uuid.uuid4())})
    assert Question.objects.count() == 1


def test_the_same_words_of_another_browser_are_another_question(client: Client) -> None:
    client.post("/nl/vraag/", filled())
    Client().post("/nl/vraag/", filled())
    assert Question.objects.count() == 2


def test_other_words_after_going_back_and_the_same_words_after_withdrawing_are_a_new_question(client: Client) -> None:
    client.post("/nl/vraag/", filled())
    client.post("/nl/vraag/", filled(text="Iets anders"))
    assert Question.objects.count() == 2
    client.post("/nl/gesprek/", {"do": "withdraw"})
    client.post("/nl/vraag/", filled(text="Iets anders"))
    assert Question.objects.count() == 3


@pytest.mark.once
@pytest.mark.parametrize(
    "typed",
    ["k7m4qx", " K7M 4QX ", "k7m–4qx", "K7M\u200b-\u00ad4QX", "\u041a7\u041c-4QX", "\u043a7\u043c4Q\u0425",
     "\u039a7\u039c-4Q\u03a7", "K٧M-٤QX", "K۷M ۴QX", "\uff2b7M-4QX", "K.7.M.4.Q.X", "«K7M-4QX»"],
)  # fmt: skip
def test_a_reference_is_read_however_it_was_typed(typed: str) -> None:
    assert parse_reference(typed) == "K7M-4QX"


@pytest.mark.once
@pytest.mark.parametrize("typed", ["", "K7M-4Q", "K7M-4QXX", "\u200b"])
def test_what_cannot_be_a_reference_is_none(typed: str) -> None:
    assert parse_reference(typed) == ""


@pytest.mark.once
@pytest.mark.parametrize(
    "typed",
    ["103412345670", "1034 1234 5670", "1034-1234–5670", "١٠٣٤١٢٣٤٥٦٧٠", "۱۰۳۴ ۱۲۳۴ ۵۶۷۰", "lO34 l234 567o",
     "\u202a1034 1234 5670\u202c", "\u04061034"[:1] + "\u041e34 1234 567\u043e", "10\u04174 12\u041745670"],
)  # fmt: skip
def test_a_code_is_read_however_it_was_typed(typed: str) -> None:
    assert parse_code(typed) == "103412345670"


def test_a_chat_that_is_closed_takes_the_same_words_as_a_question(client: Client) -> None:
    client.post("/nl/chat/", filled())
    assert Question.objects.get().channel == Channel.FORM
