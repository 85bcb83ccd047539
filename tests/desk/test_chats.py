"""The screen on which a colleague answers several chats."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation
from django.utils.translation import gettext

from questions.actions.claim import claim
from questions.actions.mark_read import mark_read
from questions.actions.presence import is_anybody_present
from questions.actions.write_message import write_message
from questions.models import Colleague, Question
from questions.privacy.models import Opening
from questions.waits.models import Channel, Wait
from tests.conftest import Ask, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
CHATS = "/beheer/vragen/chats/"
PART = {"x-part": "1"}


def body(response: Any) -> str:
    return str(response.content.decode())


def reply(**other: str) -> dict[str, str]:
    given = {"submission": str(uuid.uuid4()), "text": "Ja, vanaf negen uur.", "language": "nl", "settled": "answered"}
    return given | other


@pytest.fixture
def chat(asked: Ask) -> Callable[..., Question]:
    """A chat that has just begun, taken by a colleague or not."""

    def begun(text: str = "Is er spreekuur?", taken_by: Colleague | None = None, **more: Any) -> Question:
        question = asked(text, now=timezone.now(), channel=Channel.CHAT, **more).question
        if taken_by:
            claim(taken_by, question, timezone.now())
        return question

    return begun


def test_the_chats_of_a_colleague_stand_beside_each_other_and_new_ones_above(
    cast: Cast, chat: Callable[..., Question], asked: Ask, sign_in: SignIn
) -> None:
    first, second = chat("De eerste", cast.colleague), chat("De tweede", cast.colleague)
    other, free = chat("Van een ander", cast.teammate), chat("Nog van niemand")
    form = asked("Geen chat", now=timezone.now()).question
    page = body(sign_in(cast.colleague).get(CHATS))
    assert page.index("De eerste") < page.index("De tweede")
    assert page.index(free.reference) < page.index(first.reference)
    assert 'data-count="1"' in page
    assert "Nog van niemand" not in page
    for absent in (other, form):
        assert absent.reference not in page
    assert second.reference in page


@pytest.mark.parametrize("who", ["editor", "leader", "administrator", "root"])
def test_only_colleagues_come_in(cast: Cast, chat: Callable[..., Question], sign_in: SignIn, who: str) -> None:
    question = chat()
    client = sign_in(getattr(cast, who))
    for path in (CHATS, f"{CHATS}nieuw/", f"{CHATS}{question.pk}/"):
        assert client.get(path).status_code == 403, path
    for path in ("nemen", "antwoord", "moment"):
        assert client.post(f"{CHATS}{question.pk}/{path}/", reply()).status_code == 403, path
    assert question.messages.count() == 1


def test_a_chat_of_somebody_else_is_not_shown_and_not_answered(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat("Geheim", cast.colleague)
    assert sign_in(cast.teammate).get(f"{CHATS}{question.pk}/").status_code == 403
    assert sign_in(cast.outsider).get(f"{CHATS}{question.pk}/").status_code == 403
    sign_in(cast.teammate).post(f"{CHATS}{question.pk}/antwoord/", reply())
    sign_in(cast.teammate).post(f"{CHATS}{question.pk}/moment/", {"submission": str(uuid.uuid4())})
    assert question.messages.count() == 1


def test_a_sensitive_chat_is_new_only_for_who_answers_that_theme(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat("Thuis is het niet veilig", theme="veilig")
    assert question.reference not in body(sign_in(cast.colleague).get(CHATS))
    assert question.reference in body(sign_in(cast.confidant).get(CHATS))


def test_of_two_who_claim_one_gets_it_and_the_other_is_told(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat("Wie neemt mij?")
    taken = sign_in(cast.colleague).post(f"{CHATS}{question.pk}/nemen/", headers=PART)
    assert (taken.status_code, "Wie neemt mij?" in body(taken)) == (200, True)
    late = sign_in(cast.outsider).post(f"{CHATS}{question.pk}/nemen/", headers=PART)
    assert (late.status_code, "Wie neemt mij?" in body(late)) == (409, False)
    assert sign_in(cast.outsider).post(f"{CHATS}{question.pk}/nemen/")["Location"] == CHATS


def test_the_messages_are_asked_for_again_only_when_something_differs(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat("Is er spreekuur?", cast.colleague)
    client, path = sign_in(cast.colleague), f"{CHATS}{question.pk}/"
    first = client.get(path)
    assert "Is er spreekuur?" in body(first)
    known = {"if-none-match": first["ETag"]}
    assert client.get(path, headers=known).status_code == 304
    write_message(question, submission=uuid.uuid4(), text="En nog iets", language="nl", now=timezone.now())
    assert "En nog iets" in body(client.get(path, headers=known))


def test_the_list_of_new_chats_is_asked_for_again_only_when_something_differs(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    client, path = sign_in(cast.colleague), f"{CHATS}nieuw/"
    known = {"if-none-match": client.get(path)["ETag"]}
    assert client.get(path, headers=known).status_code == 304
    question = chat()
    assert question.reference in body(client.get(path, headers=known))


def test_an_answer_waits_until_the_resident_has_it(cast: Cast, chat: Callable[..., Question], sign_in: SignIn) -> None:
    question = chat(taken_by=cast.colleague)
    client = sign_in(cast.colleague)
    response = client.post(f"{CHATS}{question.pk}/antwoord/", reply())
    assert response["Location"] == f"{CHATS}#c{question.pk}"
    assert Wait.objects.get().outcome == "open"
    mark_read(question, timezone.now(), up_to=2)
    assert Wait.objects.get().outcome == "answered"


def test_the_script_gets_the_column_anew_with_a_form_for_the_next_message(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat(taken_by=cast.colleague)
    sent = reply()
    response = sign_in(cast.colleague).post(f"{CHATS}{question.pk}/antwoord/", sent, headers=PART)
    assert response.status_code == 200
    assert "Ja, vanaf negen uur." in body(response)
    assert sent["submission"] not in body(response)
    assert "<html" not in body(response)


@pytest.mark.parametrize("headers", [PART, {}])
def test_a_faulty_answer_is_not_sent_and_stays(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn, headers: dict[str, str]
) -> None:
    question = chat(taken_by=cast.colleague)
    path = f"{CHATS}{question.pk}/antwoord/"
    response = sign_in(cast.colleague).post(path, reply(settled=""), headers=headers)
    assert response.status_code == 422
    assert "Ja, vanaf negen uur.</textarea>" in body(response)
    assert question.messages.count() == 1


def test_one_moment_please_is_said_in_the_language_of_the_resident_and_stops_no_clock(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat(taken_by=cast.colleague, language="en")
    form = {"submission": str(uuid.uuid4())}
    client = sign_in(cast.colleague)
    client.post(f"{CHATS}{question.pk}/moment/", form)
    client.post(f"{CHATS}{question.pk}/moment/", form)
    sent = question.messages.get(number=2)
    sent.question = question
    assert (sent.language, "One moment" in sent.text(question.key_bytes)) == ("en", True)
    assert question.messages.count() == 2
    wait = Wait.objects.get()
    assert (wait.outcome, wait.pending, wait.first_sign_at is not None) == ("open", False, True)


def test_looking_all_day_is_one_opening_in_the_access_log_each_half_hour(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    chat(taken_by=cast.colleague)
    client = sign_in(cast.colleague)
    client.get(CHATS)
    client.get(CHATS)
    assert Opening.objects.count() == 1
    Opening.objects.update(at=timezone.now() - timedelta(minutes=31))
    client.get(CHATS)
    assert Opening.objects.count() == 2


def test_words_that_are_asked_for_by_the_address_of_one_chat_are_logged_once_and_not_at_every_look(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat(taken_by=cast.colleague)
    client = sign_in(cast.colleague)
    first = client.get(f"{CHATS}{question.pk}/")
    assert "Is er spreekuur?" in body(first)
    assert [row.reference for row in Opening.objects.all()] == [question.reference]
    client.get(f"{CHATS}{question.pk}/")
    client.get(f"{CHATS}{question.pk}/", headers={"if-none-match": first["ETag"]})
    assert Opening.objects.count() == 1
    Opening.objects.all().delete()
    # Who has the words already is told so, and opens nothing.
    assert client.get(f"{CHATS}{question.pk}/", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert not Opening.objects.exists()


@pytest.mark.parametrize(
    "path",
    ["/beheer/vragen/{}/", "/beheer/vragen/chats/", "/beheer/vragen/chats/{}/", "/beheer/vragen/{}/antwoord/",
     "/beheer/vragen/{}/gesprek/", "/beheer/vragen/{}/sluiten/", "/beheer/vragen/chats/{}/antwoord/",
     "/beheer/vragen/chats/{}/moment/", "/beheer/vragen/chats/{}/nemen/"],
)  # fmt: skip
def test_no_way_to_the_words_of_a_question_leaves_no_line_in_the_access_log(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn, path: str
) -> None:
    question = chat("een-geheim-woord", taken_by=cast.colleague)
    client = sign_in(cast.colleague)
    path = path.format(question.pk)
    for form in ({}, {"do": "preview", "text": "x", "language": "nl"}):
        for header in ({}, PART):
            Opening.objects.all().delete()
            response = client.post(path, form, headers=header) if path.count("/") > 5 else client.get(path)
            if "een-geheim-woord" in body(response):
                assert Opening.objects.filter(reference=question.reference).count() == 1


def test_a_page_that_nobody_sees_does_not_make_a_colleague_present(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.colleague)
    client.get(f"{CHATS}nieuw/", {"kijkt": ""})
    assert not is_anybody_present(timezone.now())
    client.get(f"{CHATS}nieuw/", {"kijkt": "1"})
    assert is_anybody_present(timezone.now())


def test_the_queue_leads_to_the_chats_and_says_when_an_answer_was_not_read_yet(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat(taken_by=cast.colleague)
    client = sign_in(cast.colleague)
    client.post(f"{CHATS}{question.pk}/antwoord/", reply())
    page = body(client.get("/beheer/vragen/"))
    assert f'href="{CHATS}"' in page
    with translation.override("nl"):
        assert gettext("Answered; not yet read in the chat") in page


def test_an_answer_with_a_forged_token_is_not_sent_and_not_lost(
    cast: Cast, chat: Callable[..., Question], sign_in: SignIn
) -> None:
    question = chat(taken_by=cast.colleague)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sign_in(cast.colleague).cookies
    response = strict.post(f"{CHATS}{question.pk}/antwoord/", reply())
    assert response.status_code == 403
    assert "Ja, vanaf negen uur." in body(response)
    assert question.messages.count() == 1
