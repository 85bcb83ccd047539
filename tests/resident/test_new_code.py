"""A new code by a number that is sent to a mailbox which only the resident reads."""

import re
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from questions.actions.conversations import find_question
from questions.actions.one_time_number import NEXT_AFTER, VALID, forget_old_numbers, request_number, use_number
from questions.actions.second_code import make_second_code
from questions.email.models import StaffMail
from questions.email.staff_outbox import kept_mail, send_kept
from questions.models import Conversation, OneTimeNumber, Question
from questions.statuses import AnswerBy
from services.models import Theme
from tests.conftest import Ask
from tests.markup import one_line
from tests.some import some

pytestmark = pytest.mark.django_db
ASKING, TYPING = "/nl/vraag/volgen/nieuwe-code/", "/nl/vraag/volgen/nieuwe-code/nummer/"
ADDRESS = "fatima@example.org"
CODE = re.compile(r"\b\d{4} \d{4} \d{4}\b")


@pytest.fixture(autouse=True)
def through_the_outbox(settings: Any) -> None:
    settings.EMAIL_BACKEND = "questions.email.staff_outbox.OutboxBackend"


@pytest.fixture
def lost(asked: Ask) -> Question:
    """A question of somebody who lost the code, and said that only they read their mailbox."""
    return asked_with(asked).question


def asked_with(asked: Ask, **other: Any) -> Any:
    given = {"answer_by": AnswerBy.NOTICE, "email": ADDRESS, "only_i_read": True, "now": timezone.now()}
    return asked("Mijn vraag", **(given | other))


def body(response: Any) -> str:
    return one_line(response.content.decode())


def asks(client: Client, question: Question, email: str = ADDRESS, **more: Any) -> Any:
    return client.post(ASKING, {"reference": question.reference, "email": email}, **more)


def number_sent() -> str:
    """The number in the newest mail of the outbox; empty when there is none."""
    row = StaffMail.objects.order_by("-pk").first()
    found = re.search(r"^\d{8}$", kept_mail(row).body, re.M) if row else None
    return found.group() if found else ""


def types(client: Client, question: Question, number: str, submission: str = "") -> Any:
    form = {"reference": question.reference, "number": number, "submission": submission or str(uuid.uuid4())}
    return client.post(TYPING, form)


def code_in(response: Any) -> str:
    found = CODE.search(body(response))
    return found.group().replace(" ", "") if found else ""


def wrong(number: str) -> str:
    return str((int(number) + 1) % 10**8).zfill(8)


def test_who_lost_the_code_gets_a_number_by_mail_and_with_it_a_new_code(client: Client, asked: Ask) -> None:
    done = asked_with(asked)
    holder = Client()
    holder.post("/nl/vraag/volgen/", {"reference": done.question.reference, "code": done.code})
    second = make_second_code(done.question, timezone.now(), uuid.uuid4())
    helper = Client()
    helper.post("/nl/vraag/volgen/", {"reference": done.question.reference, "code": second})
    assert ASKING in body(client.get("/nl/vraag/volgen/"))
    assert asks(client, done.question).status_code == 200
    shown = types(client, done.question, number_sent())
    code = code_in(shown)
    assert done.question.reference in body(shown)
    assert find_question(done.question.reference, code) is not None
    assert find_question(done.question.reference, done.code) is None
    assert "Mijn vraag" in body(client.get("/nl/gesprek/"))
    # What the first code opened is closed; the code for somebody else stays.
    assert "Mijn vraag" not in body(holder.get("/nl/gesprek/"))
    assert "Mijn vraag" in body(helper.get("/nl/gesprek/"))
    assert [entry.what for entry in done.question.history.all()] == ["second_code", "new_code"]


def test_the_tick_stands_at_the_address_and_is_kept_only_with_it(client: Client) -> None:
    form = {"theme": "geld", "text": "Mijn vraag", "only_i_read": "on", "email": ADDRESS}
    assert "Alleen ik lees deze mailbox" in body(client.get("/nl/vraag/"))
    for answer_by, kept in (("notice", {"email": ADDRESS, "only_i_read": True}), ("page", {})):
        client.post("/nl/vraag/", form | {"answer_by": answer_by, "submission": str(uuid.uuid4())})
        question = Question.objects.order_by("-pk").first()
        assert question is not None
        assert question.contact(question.key_bytes) == kept


def test_the_mail_carries_the_number_alone_in_the_language_of_the_question(client: Client, asked: Ask) -> None:
    words = {"nl": "Dit is het tijdelijke nummer", "en": "This is the number", "ar": "هذا هو الرقم المؤقت",
             "tr": "İnternet sitemizden", "pl": "To jest numer", "uk": "Це тимчасовий номер"}  # fmt: skip
    for language, expected in some(words.items()):
        question = asked_with(asked, language=language, name="Fatima Yilmaz").question
        asks(Client(), question)
        sent = kept_mail(some(StaffMail.objects.order_by("-pk"))[0])
        assert sent.to == [ADDRESS]
        assert expected in sent.body
        assert sent.extra_headers["Content-Language"] == language
        for secret in (question.reference, "Fatima", "Mijn vraag", "Geld", question.theme.name):
            assert secret not in sent.body + sent.subject
        assert not re.search(r"\d{8}", sent.subject)
        assert ADDRESS.encode() not in bytes(some(StaffMail.objects.order_by("-pk"))[0].sealed_mail)
        assert number_sent() not in str(list(OneTimeNumber.objects.values()))


def test_the_request_waits_for_no_mail_server_and_the_round_sends_it(client: Client, lost: Question) -> None:
    asks(client, lost)
    assert not mail.outbox
    assert send_kept(timezone.now) == (1, 1)
    assert mail.outbox[0].to == [ADDRESS]


def not_for_a_number(asked: Ask) -> Iterator[tuple[str, str, str]]:
    """A reason, a reference and an address for which no number goes out."""
    yield "no such question", "KKK-KKK", ADDRESS
    yield "another address", asked_with(asked).question.reference, "ander@example.org"
    yield "not ticked", asked_with(asked, only_i_read=False).question.reference, ADDRESS
    no_contact = asked_with(asked, answer_by=AnswerBy.PAGE, email="", only_i_read=False)
    yield "no address", no_contact.question.reference, ADDRESS
    yield "sensitive theme", asked_with(asked, theme="veilig").question.reference, ADDRESS
    corrected = asked_with(asked).question
    Question.objects.filter(pk=corrected.pk).update(theme_corrected=Theme.objects.get(slug="veilig"))
    yield "corrected to a sensitive theme", corrected.reference, ADDRESS


def shape(queries: CaptureQueriesContext) -> list[str]:
    """The kinds of statements, with the table that each is about."""
    return [
        re.sub(r'"s\d+[^"]*"', "S", " ".join(re.findall(r"^\w+(?: \w+)?|(?:FROM|INTO|UPDATE) \"\w+\"", each["sql"])))
        for each in queries.captured_queries
    ]


def test_what_is_answered_and_done_is_the_same_for_who_gets_a_number_and_who_does_not(
    lost: Question, asked: Ask
) -> None:
    # What a process remembers of the site is read by the first of all requests.
    Client().post(ASKING, {"reference": "KKK-KKK", "email": ADDRESS})
    with CaptureQueriesContext(connection) as right:
        page = body(asks(Client(), lost))
    assert StaffMail.objects.count() == 1

    def without_ids(text: str, reference: str) -> str:
        return re.sub(r'value="[^"]*"', "", text.replace(reference, ""))

    for why, reference, email in some(not_for_a_number(asked)):
        with CaptureQueriesContext(connection) as other:
            answered = body(Client().post(ASKING, {"reference": reference, "email": email}))
        assert without_ids(answered, reference) == without_ids(page, lost.reference), why
        # The transaction of a request ends alike; inside it, one goes back to where it was and the other goes on.
        same = [line for line in shape(other) if not line.startswith(("RELEASE", "ROLLBACK"))]
        assert same == [line for line in shape(right) if not line.startswith(("RELEASE", "ROLLBACK"))], why
        assert StaffMail.objects.count() == 1, why
        assert OneTimeNumber.objects.count() == 1, why


def test_a_number_holds_for_a_quarter_of_an_hour(lost: Question) -> None:
    now = timezone.now()
    request_number(lost.reference, ADDRESS, now)
    number = number_sent()
    assert use_number(lost.reference, number, now + VALID, uuid.uuid4()) is None
    assert use_number(lost.reference, number, now + VALID - timedelta(seconds=1), uuid.uuid4()) is not None
    request_number(lost.reference, ADDRESS, now)
    assert forget_old_numbers(now + VALID) == 1


def test_after_five_wrong_tries_the_right_number_opens_nothing(lost: Question) -> None:
    now = timezone.now()
    request_number(lost.reference, ADDRESS, now)
    number = number_sent()
    for _try in range(4):
        assert use_number(lost.reference, wrong(number), now, uuid.uuid4()) is None
    OneTimeNumber.objects.update(wrong_tries=5)
    assert use_number(lost.reference, number, now, uuid.uuid4()) is None
    OneTimeNumber.objects.update(wrong_tries=4)
    assert use_number(lost.reference, number, now, uuid.uuid4()) is not None


def test_a_number_is_used_once_and_a_lost_reply_is_answered_with_a_code_that_works(
    client: Client, lost: Question
) -> None:
    asks(client, lost)
    number, submission = number_sent(), str(uuid.uuid4())
    unseen = code_in(types(client, lost, number, submission))
    seen = code_in(types(client, lost, number, submission))
    assert seen
    assert find_question(lost.reference, unseen) is None
    assert find_question(lost.reference, seen) is not None
    assert types(Client(), lost, number).status_code == 422
    assert lost.history.count() == 1
    lost.sent.update(at=timezone.now() - VALID)
    assert types(client, lost, number, submission).status_code == 422
    assert find_question(lost.reference, seen) is not None


def test_a_theme_that_was_corrected_meanwhile_gives_no_code(lost: Question) -> None:
    now = timezone.now()
    request_number(lost.reference, ADDRESS, now)
    Question.objects.filter(pk=lost.pk).update(theme_corrected=Theme.objects.get(slug="veilig"))
    assert use_number(lost.reference, number_sent(), now, uuid.uuid4()) is None


def test_asking_again_at_once_sends_no_second_mail_and_leaves_the_first_number(lost: Question) -> None:
    now = timezone.now()
    request_number(lost.reference, ADDRESS, now)
    first = number_sent()
    request_number(lost.reference, ADDRESS.upper(), now + NEXT_AFTER - timedelta(seconds=1))
    assert StaffMail.objects.count() == 1
    request_number(lost.reference, ADDRESS.upper(), now + NEXT_AFTER)
    assert StaffMail.objects.count() == 2
    assert use_number(lost.reference, first, now + NEXT_AFTER, uuid.uuid4()) is None
    assert use_number(lost.reference, number_sent(), now + NEXT_AFTER, uuid.uuid4()) is not None


def test_asking_and_typing_are_slowed_down_whatever_is_true(lost: Question) -> None:
    for question, email in ((lost, ADDRESS), (Question(reference="KKK-KKK"), "ander@example.org")):
        client = Client()
        assert [asks(client, question, email).status_code for _try in range(6)] == [200] * 5 + [429]
        assert [types(client, question, "12345678").status_code for _try in range(6)] == [422] * 5 + [429]


@pytest.mark.parametrize(
    ("reference", "email", "told"),
    [("", ADDRESS, "Vul uw vraagnummer in"), ("K7", ADDRESS, "zes letters en cijfers"), ("K7M-4QX", "", "e-mailadres"),
     ("K7M-4QX", "geen adres", "geen e-mailadres")],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_the_field_and_stays(
    reference: str, email: str, told: str, client: Client
) -> None:
    response = client.post(ASKING, {"reference": reference, "email": email})
    assert response.status_code == 422
    assert told in body(response)
    assert f'value="{email}"' in body(response) or not email


def test_a_number_that_cannot_be_one_is_told_and_counts_as_no_try(client: Client, lost: Question) -> None:
    asks(client, lost)
    response = types(client, lost, "12")
    assert response.status_code == 422
    assert "acht cijfers" in body(response)
    assert OneTimeNumber.objects.get().wrong_tries == 0
    assert client.get(TYPING).status_code == 302
    assert client.post(TYPING, {"number": "12345678"}).status_code == 302


def test_another_address_in_the_chat_is_not_a_mailbox_that_only_they_read(client: Client, asked: Ask) -> None:
    done = asked_with(asked)
    client.post("/nl/vraag/volgen/", {"reference": done.question.reference, "code": done.code})
    client.post("/nl/gesprek/anders/", {"do": "tell", "email": "ander@example.org", "submission": str(uuid.uuid4())})
    asks(client, done.question, "ander@example.org")
    assert not StaffMail.objects.exists()


def test_after_a_forged_token_nothing_is_sent_and_what_was_typed_stays(lost: Question) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = asks(strict, lost)
    assert response.status_code == 403
    assert f'value="{ADDRESS}"' in body(response)
    assert types(strict, lost, "12345678").status_code == 403
    assert not StaffMail.objects.exists()


def test_a_conversation_opened_by_the_earlier_code_is_gone_from_the_database(lost: Question) -> None:
    now: datetime = timezone.now()
    Conversation.objects.create(question=lost, token_fingerprint="x", expires_at=now + VALID)
    request_number(lost.reference, ADDRESS, now)
    use_number(lost.reference, number_sent(), now, uuid.uuid4())
    assert not Conversation.objects.filter(token_fingerprint="x").exists()
