"""The rules of a chat: when an answer counts, and what changes no figure."""

import uuid
from datetime import datetime, timedelta

import pytest

from questions.actions.answer import answer
from questions.actions.ask import Contact
from questions.actions.change_way import ask_for_call, leave_question, tell_by_mail
from questions.actions.claim import claim
from questions.actions.mark_read import mark_read
from questions.actions.notices import accept_notice, refuse_notice
from questions.actions.presence import PRESENT_FOR, is_anybody_present, mark_present
from questions.actions.put_on_page import GONE_AFTER
from questions.actions.refusals import Ended, TooFast
from questions.actions.withdraw import withdraw
from questions.actions.write_message import MOST_IN_A_MINUTE, write_message
from questions.models import Message, Outgoing, Question
from questions.statuses import AnswerBy, Settled, Status
from questions.waits.models import Channel, Wait
from questions.waits.writer import rebuild
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def at(minutes: float) -> datetime:
    return MONDAY + minutes * MINUTE


@pytest.fixture
def chat(asked: Ask, cast: Cast) -> Question:
    """A chat of Monday ten o'clock that the colleague has taken."""
    question = asked(channel=Channel.CHAT).question
    claim(cast.colleague, question, MONDAY)
    return question


def reply(cast: Cast, question: Question, minutes: float, text: str = "Ja.", holding: bool = False) -> Message:
    return answer(
        cast.colleague, question, submission=uuid.uuid4(), text=text, language="nl", settled=Settled.ANSWERED,
        now=at(minutes), holding=holding,
    )  # fmt: skip


def waits(question: Question) -> list[Wait]:
    return list(Wait.objects.filter(link__question=question).order_by("started_at", "pk"))


def test_an_answer_counts_from_when_the_resident_has_it(chat: Question, cast: Cast) -> None:
    reply(cast, chat, 2)
    chat.refresh_from_db()
    assert (waits(chat)[0].outcome, chat.status) == ("open", Status.WAITING)
    mark_read(chat, at(5), up_to=1)
    assert waits(chat)[0].outcome == "open"
    mark_read(chat, at(7), up_to=2)
    (wait,) = waits(chat)
    assert (wait.outcome, wait.reacted_at, wait.settled_at) == ("answered", at(7), at(7))
    chat.refresh_from_db()
    assert chat.status == Status.SETTLED


def test_one_moment_please_is_a_first_sign_and_no_answer(chat: Question, cast: Cast) -> None:
    reply(cast, chat, 1, "Een moment", holding=True)
    mark_read(chat, at(2))
    (wait,) = waits(chat)
    assert (wait.outcome, wait.first_sign_at, wait.reacted_at, wait.pending) == ("open", at(1), None, False)
    reply(cast, chat, 3)
    mark_read(chat, at(4))
    assert waits(chat)[0].reacted_at == at(4)


def test_one_moment_please_after_an_answer_opens_nothing(chat: Question, cast: Cast) -> None:
    reply(cast, chat, 1)
    mark_read(chat, at(2))
    reply(cast, chat, 3, "Een moment", holding=True)
    assert [wait.outcome for wait in waits(chat)] == ["answered"]


def test_who_has_gone_is_reached_by_the_notice_that_was_asked_for(chat: Question, cast: Cast) -> None:
    tell_by_mail(chat, "fatima@example.org", MONDAY)
    notice = reply(cast, chat, 2).notice
    assert notice.next_try_at == at(2) + GONE_AFTER
    accept_notice(notice, at(5))
    (wait,) = waits(chat)
    assert (wait.outcome, wait.reacted_at) == ("answered", at(5))
    mark_read(chat, at(60))
    assert waits(chat)[0].reacted_at == at(5)


def test_who_is_still_there_gets_no_mail(chat: Question, cast: Cast) -> None:
    tell_by_mail(chat, "fatima@example.org", MONDAY)
    reply(cast, chat, 2)
    mark_read(chat, at(3), up_to=2)
    assert not Outgoing.objects.exists()
    assert waits(chat)[0].reacted_at == at(3)


def test_a_refused_notice_leaves_it_to_the_reading(chat: Question, cast: Cast) -> None:
    tell_by_mail(chat, "fatima@example.org", MONDAY)
    refuse_notice(reply(cast, chat, 2).notice, at(5))
    assert waits(chat)[0].outcome == "open"
    mark_read(chat, at(9))
    assert waits(chat)[0].reacted_at == at(9)


def test_without_an_address_silence_keeps_the_wait_open(chat: Question, cast: Cast) -> None:
    reply(cast, chat, 2)
    (wait,) = waits(chat)
    assert (wait.outcome, wait.pending) == ("open", True)


def test_words_that_crossed_the_answer_are_answered_by_what_was_written_after_them(chat: Question, cast: Cast) -> None:
    reply(cast, chat, 2)
    write_message(chat, submission=uuid.uuid4(), text="En nog iets", language="nl", now=at(3))
    reply(cast, chat, 4)
    mark_read(chat, at(5), up_to=3)
    first, second = waits(chat)
    assert (first.reacted_at, second.started_at, second.outcome) == (at(5), at(3), "open")
    mark_read(chat, at(6), up_to=4)
    assert waits(chat)[1].reacted_at == at(6)
    chat.refresh_from_db()
    assert chat.status == Status.SETTLED


def test_asking_for_a_call_keeps_the_start_and_the_entry_channel(chat: Question) -> None:
    ask_for_call(chat, Contact(phone="0612345678"), at(3))
    (wait,) = waits(chat)
    assert (wait.started_at, wait.channel, wait.entry_channel, wait.outcome) == (MONDAY, "callback", "chat", "open")


def test_asking_for_a_call_after_an_answer_waits_anew_so_that_somebody_calls(chat: Question, cast: Cast) -> None:
    reply(cast, chat, 1)
    mark_read(chat, at(2))
    ask_for_call(chat, Contact(phone="0612345678"), at(3))
    first, second = waits(chat)
    assert (first.channel, second.kind, second.channel, second.started_at) == ("chat", "follow_up", "callback", at(3))
    chat.refresh_from_db()
    assert (chat.status, chat.answer_by) == (Status.WAITING, AnswerBy.CALL)


def test_after_stopping_an_answer_on_the_page_is_enough(chat: Question, cast: Cast) -> None:
    leave_question(chat, at(3))
    leave_question(chat, at(4))
    reply(cast, chat, 30)
    (wait,) = waits(chat)
    assert (wait.reacted_at, wait.entry_channel, wait.channel) == (at(30), "chat", "form")


def test_who_left_the_question_and_then_needs_no_answer_has_withdrawn_and_not_left(chat: Question) -> None:
    leave_question(chat, at(3))
    withdraw(chat, at(4))
    assert waits(chat)[0].outcome == "withdrawn"


def test_nothing_changes_after_the_end(chat: Question) -> None:
    withdraw(chat, at(1))
    for change in (
        lambda: tell_by_mail(chat, "fatima@example.org", at(2)),
        lambda: ask_for_call(chat, Contact(phone="0612345678"), at(2)),
        lambda: leave_question(chat, at(2)),
    ):
        with pytest.raises(Ended):
            change()
    assert waits(chat)[0].outcome == "left"


def test_a_flood_is_slowed_down_and_a_resend_is_not(chat: Question) -> None:
    last = uuid.uuid4()
    for number in range(MOST_IN_A_MINUTE - 1):
        submission = last if number == MOST_IN_A_MINUTE - 2 else uuid.uuid4()
        write_message(chat, submission=submission, text=f"{submission}", language="nl", now=at(0.1))
    with pytest.raises(TooFast):
        write_message(chat, submission=uuid.uuid4(), text="Te snel", language="nl", now=at(0.2))
    assert write_message(chat, submission=last, text=f"{last}", language="nl", now=at(0.3)).number == MOST_IN_A_MINUTE
    write_message(chat, submission=uuid.uuid4(), text="Later", language="nl", now=at(2))


def test_presence_is_written_once_a_minute_and_wears_off(cast: Cast) -> None:
    assert not is_anybody_present(MONDAY)
    mark_present(cast.colleague, MONDAY)
    mark_present(cast.colleague, at(0.5))
    cast.colleague.refresh_from_db()
    assert cast.colleague.last_seen_at == MONDAY
    assert is_anybody_present(at(9))
    assert not is_anybody_present(MONDAY + PRESENT_FOR)


def test_every_wait_of_a_chat_can_be_rebuilt_from_its_events(chat: Question, cast: Cast) -> None:
    test_words_that_crossed_the_answer_are_answered_by_what_was_written_after_them(chat, cast)
    ask_for_call(chat, Contact(phone="0612345678"), at(8))
    assert rebuild() == 0
