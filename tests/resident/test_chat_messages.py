"""What the page of a chat asks for, says that it has, and lets a resident choose."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.ask import AskedQuestion
from questions.actions.claim import claim
from questions.actions.presence import mark_present
from questions.actions.write_message import MOST_IN_A_MINUTE
from questions.models import Message, Outgoing, Question
from questions.statuses import AnswerBy, Settled, Status
from questions.waits.models import Channel, Wait
from tests.conftest import MONDAY, Ask, Cast
from tests.markup import one_line

pytestmark = pytest.mark.django_db
PATH = "/en/gesprek/berichten/"


def body(response: Any) -> str:
    return one_line(response.content.decode())


@pytest.fixture
def chat(client: Client, asked: Ask, cast: Cast) -> tuple[Client, Question]:
    """A browser that holds a chat, which the colleague has taken."""
    begun: AskedQuestion = asked("Mijn vraag", now=timezone.now(), channel=Channel.CHAT)
    client.post("/nl/vraag/volgen/", {"reference": begun.question.reference, "code": begun.code})
    claim(cast.colleague, begun.question, timezone.now())
    return client, begun.question


def reply(cast: Cast, question: Question, text: str = "Mijn antwoord", holding: bool = False) -> Message:
    return answer(
        cast.colleague, question, submission=uuid.uuid4(), text=text, language="nl", settled=Settled.ANSWERED,
        now=timezone.now(), holding=holding,
    )  # fmt: skip


def test_the_messages_after_a_number_are_the_fragments_of_the_page(chat: tuple[Client, Question], cast: Cast) -> None:
    client, question = chat
    reply(cast, question)
    news = body(client.get(PATH, {"na": 1}))
    assert "Mijn antwoord" in news
    assert "Mijn vraag" not in news
    line = news[news.index('<li id="m2"') : news.index("</li>")]
    assert line in body(client.get("/en/gesprek/"))


def test_nothing_new_is_an_empty_304_and_nobody_may_keep_the_answer(chat: tuple[Client, Question], cast: Cast) -> None:
    client, question = chat
    first = client.get(PATH, {"na": 1})
    assert "no-store" in first["Cache-Control"]
    assert "private" in first["Cache-Control"]
    known = {"if-none-match": first["ETag"]}
    again = client.get(PATH, {"na": 1}, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    reply(cast, question)
    assert client.get(PATH, {"na": 1}, headers=known).status_code == 200


def test_an_answer_counts_when_the_page_says_that_it_has_it_and_not_when_it_is_handed_out(
    chat: tuple[Client, Question], cast: Cast
) -> None:
    client, question = chat
    reply(cast, question)
    client.get(PATH, {"na": 1})
    assert Wait.objects.get().outcome == "open"
    client.get(PATH, {"na": 2})
    assert Wait.objects.get().outcome == "answered"


def test_an_answer_counts_when_the_page_was_rendered_with_it(chat: tuple[Client, Question], cast: Cast) -> None:
    client, question = chat
    reply(cast, question)
    client.get("/en/gesprek/")
    assert Wait.objects.get().outcome == "answered"


@pytest.mark.parametrize("typed", ["", "x", "-1", "٢", "99", "1e3", "9" * 30])
def test_a_number_that_cannot_be_begins_anew_and_acknowledges_nothing(
    chat: tuple[Client, Question], cast: Cast, typed: str
) -> None:
    client, question = chat
    reply(cast, question)
    assert "Mijn vraag" in body(client.get(PATH, {"na": typed}))
    assert Wait.objects.get().outcome == "open"


def test_a_page_of_another_question_gets_and_acknowledges_nothing(chat: tuple[Client, Question], cast: Cast) -> None:
    client, question = chat
    reply(cast, question)
    response = client.get(PATH, {"na": 2}, headers={"x-question": "AAA-AAA"})
    assert response.status_code == 403
    assert "Mijn antwoord" not in body(response)
    assert Wait.objects.get().outcome == "open"
    assert client.get(PATH, {"na": 2}, headers={"x-question": question.reference}).status_code == 200


def test_a_browser_that_holds_nothing_gets_nothing(chat: tuple[Client, Question]) -> None:
    response = Client().get(PATH, {"na": 0})
    assert response.status_code == 403
    assert "Mijn vraag" not in body(response)


def test_asking_again_and_again_writes_nothing(
    chat: tuple[Client, Question], django_assert_max_num_queries: Any
) -> None:
    client, _question = chat
    client.get(PATH, {"na": 1})
    with django_assert_max_num_queries(12) as asked_for:
        client.get(PATH, {"na": 1})
    assert not [query for query in asked_for if not query["sql"].lstrip("( ").upper().startswith("SELECT")]


def test_the_place_in_line_is_told_in_words(
    client: Client, asked: Ask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: MONDAY)
    earlier = asked("Eerder", now=MONDAY - timedelta(minutes=2), channel=Channel.CHAT).question
    mine = asked("Mijn vraag", now=MONDAY, channel=Channel.CHAT)
    asked("Eerder, en geen chat", now=MONDAY - timedelta(minutes=5))
    client.post("/nl/vraag/volgen/", {"reference": mine.question.reference, "code": mine.code})

    def words() -> str:
        return body(client.get(PATH, {"na": 1}))

    assert "Nobody is available to chat right now" in words()
    mark_present(cast.colleague, MONDAY)
    assert "You are number 2 in line" in words()
    claim(cast.colleague, earlier, MONDAY)
    assert "You are next" in words()
    claim(cast.colleague, mine.question, MONDAY)
    assert "A colleague has your question" in words()


def test_who_waits_while_the_chat_closes_reads_when_it_opens(
    client: Client, asked: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: MONDAY + timedelta(hours=10))
    mine = asked("Mijn vraag", now=MONDAY, channel=Channel.CHAT)
    client.post("/nl/vraag/volgen/", {"reference": mine.question.reference, "code": mine.code})
    assert "The chat: Closed, opens tomorrow at 09:00" in body(client.get(PATH, {"na": 1}))


def test_more_messages_than_a_person_writes_are_slowed_down_and_the_words_stay(chat: tuple[Client, Question]) -> None:
    client, question = chat
    for number in range(MOST_IN_A_MINUTE - 1):
        client.post("/en/gesprek/", {"submission": str(uuid.uuid4()), "text": f"Bericht {number}"})
    known = question.messages.order_by("-number")[0]
    response = client.post("/en/gesprek/", {"submission": str(uuid.uuid4()), "text": "Te snel"})
    assert response.status_code == 429
    assert "Te snel</textarea>" in body(response)
    assert question.messages.count() == MOST_IN_A_MINUTE
    resent = client.post("/en/gesprek/", {"submission": str(known.submission), "text": known.text(question.key_bytes)})
    assert resent.status_code == 302


def test_who_leaves_an_address_is_told_by_mail_only_after_having_gone(
    chat: tuple[Client, Question], cast: Cast
) -> None:
    client, question = chat
    assert client.post("/en/gesprek/anders/", {"do": "tell", "email": "fatima@example.org"}).status_code == 302
    question.refresh_from_db()
    assert (question.channel, question.answer_by) == (Channel.CHAT, AnswerBy.NOTICE)
    reply(cast, question)
    notice = Outgoing.objects.get()
    assert notice.next_try_at > timezone.now() + timedelta(minutes=1)
    client.get(PATH, {"na": 2})
    assert not Outgoing.objects.exists()


def test_who_would_rather_be_called_becomes_a_call_back_with_the_same_start(chat: tuple[Client, Question]) -> None:
    client, question = chat
    start = Wait.objects.get().started_at
    form = {"do": "call", "phone": "06 1234 5678", "best_time": "in de ochtend", "may_say_who": "on"}
    assert client.post("/en/gesprek/anders/", form).status_code == 302
    question.refresh_from_db()
    assert (question.channel, question.entry_channel, question.answer_by) == ("callback", "chat", "call")
    contact = question.contact(question.key_bytes)
    assert contact == {"phone": "0612345678", "best_time": "in de ochtend", "may_say_who": True}
    wait = Wait.objects.get()
    assert (wait.started_at, wait.channel, wait.entry_channel) == (start, "callback", "chat")


def test_a_number_typed_where_the_cookie_has_gone_is_shown_and_goes_along(chat: tuple[Client, Question]) -> None:
    client, question = chat
    client.cookies.clear()
    form = {"do": "call", "phone": "06 1234 5678", "best_time": "in de ochtend"}
    response = client.post("/en/gesprek/anders/", form)
    assert response.status_code == 403
    assert "Your message has not been sent yet" in body(response)
    assert 'value="06 1234 5678, in de ochtend"' in body(response)
    question.refresh_from_db()
    assert question.answer_by == AnswerBy.PAGE
    assert client.get("/en/gesprek/anders/").status_code == 302


@pytest.mark.parametrize("form", [{"do": "tell", "email": "geen adres"}, {"do": "call", "phone": ""}])
def test_a_faulty_address_or_number_changes_nothing_and_is_told(
    chat: tuple[Client, Question], form: dict[str, str]
) -> None:
    client, question = chat
    response = client.post("/en/gesprek/anders/", form)
    assert response.status_code == 422
    assert "_error" in body(response)
    question.refresh_from_db()
    assert (question.channel, question.answer_by) == ("chat", "page")


def test_who_stops_and_leaves_the_question_goes_on_waiting(chat: tuple[Client, Question]) -> None:
    client, question = chat
    client.post("/en/gesprek/anders/", {"do": "stop"})
    question.refresh_from_db()
    assert (question.channel, question.status) == ("form", Status.WAITING)
    assert Wait.objects.get().outcome == "open"
    assert "data-chat" not in body(client.get("/en/gesprek/"))


def test_who_needs_no_answer_any_more_has_left_and_silence_is_not_leaving(chat: tuple[Client, Question]) -> None:
    client, question = chat
    assert Wait.objects.get().outcome == "open"
    client.post("/en/gesprek/", {"do": "withdraw"})
    assert Wait.objects.get().outcome == "left"
    question.refresh_from_db()
    assert question.status == Status.WITHDRAWN
    assert client.post("/en/gesprek/anders/", {"do": "stop"}).status_code == 302
    assert Wait.objects.get().outcome == "left"
