"""A key that is missing from the ring: said aloud, kind to who reads and writes, and nothing is lost."""

import base64
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.checks import Tags, run_checks
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.forget import forget
from questions.email.models import StaffMail
from questions.models import Message, Question
from questions.privacy.keys import names_missing
from questions.resident.cookie import NAME
from questions.statuses import Danger
from questions.waits.models import Channel
from tests.conftest import Ask, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
OTHER = base64.b64encode(b"o" * 32).decode()
RINGS = {"another name": f"other:{OTHER}", "another key under the same name": f"test:{OTHER}"}


@pytest.fixture(params=RINGS.values(), ids=RINGS.keys())
def lost(request: pytest.FixtureRequest, settings: Any) -> Callable[[], None]:
    """Takes the key from the ring."""

    def lose() -> None:
        settings.KEY_RING = request.param

    return lose


@pytest.fixture
def chat(asked: Ask, cast: Cast) -> Question:
    """A chat that a colleague has taken."""
    question = asked(now=timezone.now(), channel=Channel.CHAT).question
    claim(cast.colleague, question, timezone.now())
    return question


@pytest.fixture
def resident(client: Client, chat: Question) -> Client:
    """A browser that holds the chat."""
    from questions.actions.conversations import open_conversation

    client.cookies[NAME] = open_conversation(chat, timezone.now())
    return client


def text_of(response: Any) -> str:
    return str(response.content.decode())


def problems() -> set[str | None]:
    return {found.id for found in run_checks(tags=[Tags.database], databases=["default"])}


def test_readiness_and_the_system_check_tell_it(client: Client, asked: Ask, lost: Callable[[], None]) -> None:
    asked()
    assert client.get("/readyz").status_code == 200
    assert "portal.E010" not in problems()
    lost()
    response = client.get("/readyz")
    assert (response.status_code, response.json()["keys"]) == (503, False)
    assert "portal.E010" in problems()


def test_a_ring_from_which_nothing_is_missing_may_hold_more(asked: Ask, settings: Any) -> None:
    asked()
    settings.KEY_RING = f"newer:{OTHER},{settings.KEY_RING}"
    assert names_missing() == []


def test_a_key_that_one_table_misses_is_told_also_when_the_others_open(asked: Ask, settings: Any) -> None:
    for _each in range(4):
        asked()
    ring = settings.KEY_RING
    mail = StaffMail(created_at=timezone.now(), next_try_at=timezone.now())
    settings.KEY_RING = f"test:{OTHER}"
    mail.seal_mail(b"words")
    mail.save()
    settings.KEY_RING = ring
    assert names_missing() == ["test"]


@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr", "pl", "uk"])
def test_a_resident_reads_that_it_is_our_fault_and_tries_again(
    resident: Client, lost: Callable[[], None], language: str
) -> None:
    lost()
    response = resident.get(f"/{language}/gesprek/")
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert f'href="/{language}/gesprek/"' in text_of(response)


def test_what_a_resident_wrote_stays_and_is_sent_once_the_key_is_back(
    resident: Client, lost: Callable[[], None], settings: Any
) -> None:
    ring = settings.KEY_RING
    sent = {"submission": str(uuid.uuid4()), "text": "Ik ben <b>bang</b>\nen alleen"}
    lost()
    response = resident.post("/nl/gesprek/", sent)
    page = text_of(response)
    assert response.status_code == 503
    assert "Ik ben &lt;b&gt;bang&lt;/b&gt;\nen alleen</textarea>" in page
    assert sent["submission"] in page
    assert Message.objects.count() == 1
    settings.KEY_RING = ring
    assert resident.post("/nl/gesprek/", sent).status_code == 302
    assert Message.objects.count() == 2


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/nl/gesprek/berichten/?na=0", None),
        ("/nl/gesprek/anders/", {"do": "call", "phone": "0612345678", "best_time": "na vijven"}),
        ("/nl/gesprek/anders/", {"do": "tell", "email": "a@example.org"}),
    ],
)
def test_every_door_of_a_conversation_says_so(
    resident: Client, lost: Callable[[], None], address: str, sent: dict[str, str] | None
) -> None:
    lost()
    response = resident.get(address) if sent is None else resident.post(address, sent)
    assert response.status_code == 503
    assert [value for value in (sent or {}).values() if value not in text_of(response)] == []


def test_a_new_question_can_be_asked_all_the_same(client: Client, asked: Ask, lost: Callable[[], None]) -> None:
    asked()
    lost()
    new = {"submission": str(uuid.uuid4()), "theme": "geld", "text": "Help", "answer_by": "page"}
    assert client.post("/nl/vraag/", new).status_code == 200


def test_the_queue_tells_which_questions_cannot_be_opened(
    cast: Cast, chat: Question, sign_in: SignIn, lost: Callable[[], None]
) -> None:
    client = sign_in(cast.colleague)
    assert "Kan nu niet open" not in text_of(client.get("/beheer/vragen/"))
    lost()
    page = text_of(client.get("/beheer/vragen/"))
    assert "Kan nu niet open" in page
    assert "1 vraag kan nu niet open" in page


def test_the_desk_keeps_what_a_colleague_wrote(
    cast: Cast, chat: Question, sign_in: SignIn, lost: Callable[[], None]
) -> None:
    client = sign_in(cast.colleague)
    lost()
    assert client.get(f"/beheer/vragen/{chat.pk}/").status_code == 503
    answer = {"submission": str(uuid.uuid4()), "text": "Bel Op Orde.", "language": "nl", "settled": "answered"}
    response = client.post(f"/beheer/vragen/{chat.pk}/antwoord/", answer)
    assert response.status_code == 503
    assert "Bel Op Orde.</textarea>" in text_of(response)
    assert 'name="settled" value="answered"' in text_of(response)


def test_one_chat_that_cannot_be_opened_spoils_no_other(
    cast: Cast, chat: Question, asked: Ask, sign_in: SignIn, settings: Any
) -> None:
    settings.KEY_RING = f"other:{OTHER}"
    readable = asked("Dit is te lezen", now=timezone.now(), channel=Channel.CHAT).question
    claim(cast.colleague, readable, timezone.now())
    response = sign_in(cast.colleague).get("/beheer/vragen/chats/")
    assert response.status_code == 200
    assert "Dit is te lezen" in text_of(response)
    assert "Deze chat kan nu niet open" in text_of(response)


def test_what_needs_no_key_goes_on(
    cast: Cast, chat: Question, resident: Client, sign_in: SignIn, lost: Callable[[], None]
) -> None:
    lost()
    client = sign_in(cast.colleague)
    assert client.post(f"/beheer/vragen/{chat.pk}/terugleggen/").status_code == 302
    assert resident.post("/nl/gesprek/", {"do": "withdraw"}).status_code == 302
    chat.refresh_from_db()
    assert (chat.status, chat.danger) == ("withdrawn", Danger.NONE)
    forget(chat)
    assert not Message.objects.exists()
