"""A clock that was set back refuses nobody anything: each thing happens after the last one."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.ask import Contact
from questions.actions.change_way import ask_for_call, leave_question
from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.judge import judge
from questions.actions.mark_read import mark_read
from questions.actions.notices import accept_notice, refuse_notice
from questions.actions.presence import is_anybody_present, mark_present
from questions.actions.record_call import record_call
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.models import Question
from questions.privacy.access_log import record_opening, was_opened_between
from questions.statuses import AnswerBy, CloseReason, Judgement, Settled, Status
from questions.waits.clocks import Clock, elapsed
from questions.waits.models import Channel, Wait, WaitEvent
from questions.waits.writer import rebuild
from tests.conftest import MONDAY, Ask, Cast, let_answers_go
from tests.some import some

pytestmark = pytest.mark.django_db
BACK = MONDAY - timedelta(hours=2)
Action = Callable[[Cast, Question, datetime], object]


def answered(cast: Cast, question: Question, now: datetime) -> Any:
    return answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED, now=now
    )


def called(cast: Cast, question: Question, now: datetime) -> Any:
    return record_call(
        cast.colleague, question, submission=uuid.uuid4(), reached=True, settled=Settled.ANSWERED, now=now
    )


def wrote(cast: Cast, question: Question, now: datetime) -> Any:
    return write_message(question, submission=uuid.uuid4(), text="Nog iets", language="nl", now=now)


def held_on(cast: Cast, question: Question, now: datetime) -> Any:
    return answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Moment", language="nl", settled=Settled.NOT_YET,
        now=now, holding=True,
    )  # fmt: skip


ACTIONS: dict[str, Action] = {
    "answer": answered,
    "call": called,
    "write": wrote,
    "one moment": held_on,
    "withdraw": lambda cast, question, now: withdraw(question, now),
    "close": lambda cast, question, now: close(cast.colleague, question, CloseReason.UNREACHABLE, now),
    "call me": lambda cast, question, now: ask_for_call(question, Contact(phone="0612345678"), now),
    "leave": lambda cast, question, now: leave_question(question, now),
    "judge": lambda cast, question, now: judge(cast.colleague, question, seen=9, outcome=Judgement.DANGER, now=now),
    "claim": lambda cast, question, now: claim(cast.colleague, question, now),
    "read": lambda cast, question, now: mark_read(question, now),
}


def in_good_order(question: Question) -> None:
    """Numbers, events and moments go the same way; no wait ends before it begins; the projection follows."""
    at = [message.at for message in question.messages.order_by("number")]
    assert at == sorted(at)
    for wait in some(Wait.objects.all()):
        moments = [event.at for event in wait.events.order_by("number")]
        assert moments == sorted(moments)
        assert elapsed(wait, Clock.WALL, BACK) >= 0
        assert elapsed(wait, Clock.OFFICE, BACK) >= 0
        for later in (wait.first_sign_at, wait.reacted_at, wait.settled_at, wait.ended_at):
            assert later is None or later >= wait.started_at
    assert rebuild() == 0


@pytest.mark.parametrize("what", ACTIONS)
def test_no_action_is_refused_and_each_comes_after_what_came_before(asked: Ask, cast: Cast, what: str) -> None:
    question = asked("Hij slaat mij", channel=Channel.CHAT).question
    claim(cast.colleague, question, MONDAY)
    ACTIONS[what](cast, question, BACK)
    in_good_order(question)


@pytest.mark.parametrize("what", ["answer", "call", "write", "withdraw", "close"])
def test_also_after_a_day_full_of_things(asked: Ask, cast: Cast, what: str) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    for number, action in enumerate((answered, wrote, called, wrote, answered, wrote)):
        action(cast, question, MONDAY + timedelta(minutes=number))
        mark_read(question, MONDAY + timedelta(minutes=number))
    ACTIONS[what](cast, question, BACK)
    in_good_order(question)


@pytest.mark.parametrize("refused", [True, False])
def test_a_notice_that_was_accepted_or_refused_counts(asked: Ask, cast: Cast, refused: bool) -> None:
    question = asked(answer_by=AnswerBy.NOTICE, email="fatima@example.org").question
    claim(cast.colleague, question, MONDAY)
    notice = answered(cast, question, MONDAY + timedelta(minutes=5)).notice
    assert notice.next_try_at == MONDAY + timedelta(minutes=5)
    wrote(cast, question, BACK)
    answered(cast, question, BACK)
    (refuse_notice if refused else accept_notice)(notice, BACK)
    if refused:
        mark_read(question, BACK)
    in_good_order(question)
    assert not Wait.objects.get(kind="first").pending
    assert Wait.objects.get(kind="first").reacted_at is not None


def test_a_notice_of_an_answer_given_on_a_clock_set_back_is_tried_at_once(asked: Ask, cast: Cast) -> None:
    question = asked(answer_by=AnswerBy.NOTICE, email="fatima@example.org").question
    claim(cast.colleague, question, MONDAY)
    assert answered(cast, question, BACK).notice.next_try_at == BACK


def test_somebody_may_go_on_writing(asked: Ask) -> None:
    question = asked().question
    for number in range(40):
        write_message(
            question, submission=uuid.uuid4(), text=f"Bericht {number}", language="nl",
            now=MONDAY + timedelta(minutes=number),
        )  # fmt: skip
    assert write_message(question, submission=uuid.uuid4(), text="Nog een", language="nl", now=BACK).number == 42


@pytest.mark.parametrize(
    ("door", "form"),
    [
        ("antwoord", {"text": "Ja", "language": "nl", "settled": "answered", "destination": "self"}),
        ("gesprek", {"reached": "yes", "settled": "answered", "destination": "self"}),
        ("sluiten", {"reason": "unreachable"}),
    ],
)
def test_the_doors_of_the_desk_take_what_is_sent(
    asked: Ask, cast: Cast, sign_in: Any, door: str, form: dict[str, str]
) -> None:
    question = asked(now=timezone.now() + timedelta(hours=2)).question
    claim(cast.colleague, question, timezone.now())
    client = sign_in(cast.colleague)
    sent = form | {"submission": str(uuid.uuid4())}
    assert client.post(f"/beheer/vragen/{question.pk}/{door}/", sent).status_code == 302
    for path in ("/beheer/vragen/", f"/beheer/vragen/{question.pk}/", "/beheer/vragen/chats/"):
        assert client.get(path).status_code == 200
    let_answers_go()
    in_good_order(question)


def test_the_doors_of_the_resident_take_what_is_sent(client: Client) -> None:
    form = {"theme": "geld", "text": "Mijn vraag", "answer_by": "page", "submission": str(uuid.uuid4())}
    client.post("/nl/vraag/", form)
    later = timezone.now() + timedelta(hours=2)
    question = Question.objects.get()
    withdraw_at = {"do": "withdraw"}
    write_message(question, submission=uuid.uuid4(), text="Straks", language="nl", now=later)
    assert client.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": "Nu"}).status_code == 302
    assert client.get("/nl/gesprek/").status_code == 200
    assert client.post("/nl/gesprek/", withdraw_at).status_code == 302
    question.refresh_from_db()
    assert question.status == Status.WITHDRAWN
    assert question.ended_at is not None
    assert question.ended_at > later
    assert WaitEvent.objects.count() >= 2


def test_presence_and_the_access_log_go_by_the_clock_as_it_is_now(asked: Ask, cast: Cast) -> None:
    question = asked().question
    mark_present(cast.colleague, MONDAY)
    assert not is_anybody_present(BACK)
    mark_present(cast.colleague, BACK)
    assert is_anybody_present(BACK)
    record_opening(cast.colleague.user_id, question.reference, MONDAY)
    assert not was_opened_between(cast.colleague.user_id, question.reference, BACK - timedelta(minutes=30), BACK)
