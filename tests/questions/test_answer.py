"""Answering: what stops the clock, and what does not."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.mark_read import mark_read
from questions.actions.notices import accept_notice, refuse_notice
from questions.actions.record_call import record_call
from questions.actions.refusals import Ended, NotAllowed
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.desk.queue.selectors import queue_page_of
from questions.email.deliver import deliver
from questions.models import Colleague, Message, Outgoing, Question
from questions.statuses import AnswerBy, CloseReason, Settled, Status
from questions.waits.models import Channel, Wait
from questions.waits.projection import Event
from questions.waits.writer import rebuild
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def reply(
    who: Colleague, question: Question, minutes: int, settled: Settled = Settled.ANSWERED, text: str = "Bel Op Orde."
) -> Message:
    """An answer so many minutes after Monday ten o'clock."""
    now = MONDAY + minutes * MINUTE
    return answer(who, question, submission=uuid.uuid4(), text=text, language="nl", settled=settled, now=now)


def waits(question: Question) -> list[Wait]:
    """The question's waits, oldest first."""
    return list(Wait.objects.filter(link__question=question).order_by("started_at"))


def taken(asked: Ask, cast: Cast, **more: object) -> Question:
    """A question that the colleague has claimed."""
    question = asked(**more).question
    claim(cast.colleague, question, MONDAY)
    return question


def test_an_answer_on_the_page_stops_the_clock_when_it_is_committed(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast)
    reply(cast.colleague, question, 42)
    (wait,) = waits(question)
    assert (wait.outcome, wait.reacted_at, wait.settled_at) == (
        "answered", MONDAY + 42 * MINUTE, MONDAY + 42 * MINUTE,
    )  # fmt: skip
    question.refresh_from_db()
    assert question.status == Status.SETTLED


def test_a_reaction_that_settles_nothing_stops_r1_only_and_the_next_answer_settles(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast)
    reply(cast.colleague, question, 5, Settled.NOT_YET)
    (wait,) = waits(question)
    assert (wait.reacted_at, wait.settled_at) == (MONDAY + 5 * MINUTE, None)
    question.refresh_from_db()
    assert question.status == Status.REACTED
    reply(cast.colleague, question, 90, Settled.REFERRED)
    (wait,) = waits(question)
    assert (wait.reacted_at, wait.settled_at, wait.settled_how) == (
        MONDAY + 5 * MINUTE, MONDAY + 90 * MINUTE, "referred",
    )  # fmt: skip


@pytest.mark.parametrize("what", ["claim", "read", "call that reached nobody", "second message of the resident"])
def test_what_is_no_reaction_leaves_the_clock_running_from_the_same_start(asked: Ask, cast: Cast, what: str) -> None:
    question = taken(asked, cast)
    later = MONDAY + 9 * MINUTE
    if what == "read":
        mark_read(question, later)
    elif what.startswith("call"):
        record_call(
            cast.colleague, question, submission=uuid.uuid4(), reached=False, settled=Settled.ANSWERED, now=later
        )
    elif what.startswith("second"):
        write_message(question, submission=uuid.uuid4(), text="Nog iets", language="nl", now=later)
    (wait,) = waits(question)
    assert (wait.outcome, wait.started_at, wait.reacted_at) == ("open", MONDAY, None)
    assert not wait.events.filter(event=Event.SETTLED).exists()


def test_a_call_that_reached_the_resident_is_a_reaction(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast, answer_by=AnswerBy.CALL, phone="0612345678")
    record_call(
        cast.colleague,
        question,
        submission=uuid.uuid4(),
        reached=True,
        settled=Settled.AGREED,
        now=MONDAY + 30 * MINUTE,
    )
    (wait,) = waits(question)
    assert (wait.outcome, wait.reacted_at, wait.settled_how) == ("answered", MONDAY + 30 * MINUTE, "agreed")


def noticed(asked: Ask, cast: Cast) -> tuple[Question, Outgoing]:
    """A question with an answer whose notice has not been sent yet."""
    question = taken(asked, cast, answer_by=AnswerBy.NOTICE, email="fatima@example.org")
    return question, reply(cast.colleague, question, 10).notice


def test_with_a_notice_the_clock_runs_until_the_mail_server_accepts_it(asked: Ask, cast: Cast) -> None:
    question, notice = noticed(asked, cast)
    assert waits(question)[0].outcome == "open"
    accept_notice(notice, MONDAY + 17 * MINUTE)
    (wait,) = waits(question)
    assert (wait.outcome, wait.reacted_at, wait.settled_at) == (
        "answered", MONDAY + 17 * MINUTE, MONDAY + 17 * MINUTE,
    )  # fmt: skip


def test_reading_the_page_before_the_notice_is_accepted_does_not_stop_the_clock_earlier(asked: Ask, cast: Cast) -> None:
    question, notice = noticed(asked, cast)
    mark_read(question, MONDAY + 11 * MINUTE)
    assert waits(question)[0].outcome == "open"
    accept_notice(notice, MONDAY + 17 * MINUTE)
    assert waits(question)[0].reacted_at == MONDAY + 17 * MINUTE


def test_after_a_notice_was_refused_for_good_the_answer_counts_when_it_is_read(asked: Ask, cast: Cast) -> None:
    question, notice = noticed(asked, cast)
    refuse_notice(notice, MONDAY + 12 * MINUTE)
    assert waits(question)[0].outcome == "open"
    mark_read(question, MONDAY + 60 * MINUTE)
    assert waits(question)[0].reacted_at == MONDAY + 60 * MINUTE


def test_after_a_refused_notice_a_call_that_reaches_the_resident_counts(asked: Ask, cast: Cast) -> None:
    question, notice = noticed(asked, cast)
    refuse_notice(notice, MONDAY + 12 * MINUTE)
    record_call(
        cast.colleague, question, submission=uuid.uuid4(), reached=True, settled=Settled.ANSWERED,
        now=MONDAY + 50 * MINUTE,
    )  # fmt: skip
    assert waits(question)[0].reacted_at == MONDAY + 50 * MINUTE


def test_what_is_asked_while_a_notice_is_on_its_way_waits_for_an_answer_of_its_own(asked: Ask, cast: Cast) -> None:
    question, notice = noticed(asked, cast)
    write_message(question, submission=uuid.uuid4(), text="En nog iets", language="nl", now=MONDAY + 15 * MINUTE)
    assert len(waits(question)) == 1
    accept_notice(notice, MONDAY + 17 * MINUTE)
    first, second = waits(question)
    assert (first.outcome, second.outcome, second.kind) == ("answered", "open", "follow_up")
    assert second.started_at == MONDAY + 15 * MINUTE


def test_the_notice_names_nothing_of_the_question(asked: Ask, cast: Cast) -> None:
    question = taken(
        asked, cast, theme="wonen", language="ar", answer_by=AnswerBy.NOTICE, email="fatima@example.org", name="Fatima"
    )
    notice = reply(cast.colleague, question, 10, text="Kom morgen langs").notice
    assert deliver(notice, lambda: MONDAY + 11 * MINUTE)
    (sent,) = mail.outbox
    everything = sent.subject + sent.body
    assert sent.to == ["fatima@example.org"]
    assert "/ar/vraag/volgen/" in sent.body
    for word in (question.reference, "Fatima", "Kom morgen", "huur", "wonen", "Wonen"):
        assert word not in everything


def test_two_senders_of_the_same_notice_send_it_once(asked: Ask, cast: Cast) -> None:
    question, notice = noticed(asked, cast)
    same = Outgoing.objects.get(pk=notice.pk)
    assert deliver(notice, lambda: MONDAY + 11 * MINUTE)
    assert not deliver(same, lambda: MONDAY + 11 * MINUTE)
    assert len(mail.outbox) == 1
    assert len(waits(question)) == 1


def test_a_new_question_after_an_answer_opens_a_follow_up(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast)
    reply(cast.colleague, question, 10)
    write_message(question, submission=uuid.uuid4(), text="En dan?", language="nl", now=MONDAY + 20 * MINUTE)
    first, second = waits(question)
    assert (second.kind, second.started_at, second.outcome) == ("follow_up", MONDAY + 20 * MINUTE, "open")
    assert first.reacted_at == MONDAY + 10 * MINUTE
    question.refresh_from_db()
    assert question.status == Status.WAITING


def test_the_same_answer_sent_twice_is_one_message_and_changed_words_are_another(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast)
    submission = uuid.uuid4()

    def send(text: str) -> Message:
        return answer(
            cast.colleague, question, submission=submission, text=text, language="nl", settled=Settled.ANSWERED,
            now=MONDAY,
        )  # fmt: skip

    assert send("Een").pk == send("Een").pk
    assert send("Twee").pk == send("Twee").pk
    assert [message.number for message in question.messages.all()] == [1, 2, 3]


def test_withdrawing_ends_the_wait_without_an_answer_and_nothing_can_be_sent_any_more(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast)
    withdraw(question, MONDAY + 3 * MINUTE)
    withdraw(question, MONDAY + 4 * MINUTE)
    (wait,) = waits(question)
    assert (wait.outcome, wait.ended_at, wait.reacted_at) == ("withdrawn", MONDAY + 3 * MINUTE, None)
    with pytest.raises(Ended):
        reply(cast.colleague, question, 5)
    with pytest.raises(Ended):
        write_message(question, submission=uuid.uuid4(), text="Toch", language="nl", now=MONDAY)


@pytest.mark.parametrize("reason", list(CloseReason))
def test_closing_without_an_answer_counts_as_waiting_for_ever(asked: Ask, cast: Cast, reason: CloseReason) -> None:
    question = taken(asked, cast)
    close(cast.colleague, question, reason, MONDAY + 3 * MINUTE)
    (wait,) = waits(question)
    assert (wait.outcome, wait.reacted_at) == (reason.value, None)


def test_only_who_claimed_may_answer_call_or_close(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast)
    for other in (cast.teammate, cast.outsider):
        with pytest.raises(NotAllowed):
            reply(other, question, 1)
        with pytest.raises(NotAllowed):
            close(other, question, CloseReason.CLOSED_UNANSWERED, MONDAY)
        with pytest.raises(NotAllowed):
            record_call(other, question, submission=uuid.uuid4(), reached=True, settled=Settled.ANSWERED, now=MONDAY)
    assert waits(question)[0].outcome == "open"


def test_every_wait_can_be_rebuilt_from_its_events(asked: Ask, cast: Cast) -> None:
    question, notice = noticed(asked, cast)
    accept_notice(notice, MONDAY + 17 * MINUTE)
    write_message(question, submission=uuid.uuid4(), text="En dan?", language="nl", now=MONDAY + 20 * MINUTE)
    assert rebuild() == 0
    Wait.objects.update(theme="x", reacted_at=None, ended_at=None, settled_at=None, outcome="open")
    assert rebuild() == 2
    assert waits(question)[0].reacted_at == MONDAY + 17 * MINUTE


# --- the real answer (R2) ------------------------------------------------------------------------------------


def test_in_a_chat_the_real_answer_counts_when_it_is_received_also_after_a_reaction(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast, channel=Channel.CHAT)
    first = reply(cast.colleague, question, 2, settled=Settled.NOT_YET)
    mark_read(question, MONDAY + 3 * MINUTE, up_to=first.number)
    real = reply(cast.colleague, question, 8)
    (wait,) = waits(question)
    assert (wait.reacted_at, wait.settled_at) == (MONDAY + 3 * MINUTE, None)
    mark_read(question, MONDAY + 11 * MINUTE, up_to=real.number)
    (wait,) = waits(question)
    assert (wait.reacted_at, wait.settled_at) == (MONDAY + 3 * MINUTE, MONDAY + 11 * MINUTE)
    question.refresh_from_db()
    assert question.status == "settled"


def test_a_real_answer_with_a_notice_counts_when_the_mail_server_has_it(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast, answer_by=AnswerBy.NOTICE, email="fatima@example.org")
    accept_notice(reply(cast.colleague, question, 10, Settled.NOT_YET).notice, MONDAY + 11 * MINUTE)
    accept_notice(reply(cast.colleague, question, 30).notice, MONDAY + 35 * MINUTE)
    (wait,) = waits(question)
    assert (wait.reacted_at, wait.settled_at) == (MONDAY + 11 * MINUTE, MONDAY + 35 * MINUTE)


def test_a_question_that_ends_after_a_reaction_waits_for_ever_for_its_real_answer(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast)
    reply(cast.colleague, question, 5, settled=Settled.NOT_YET)
    withdraw(question, MONDAY + 9 * MINUTE)
    (wait,) = waits(question)
    assert (wait.outcome, wait.answer_outcome, wait.settled_at) == ("answered", "withdrawn", None)


def test_the_place_in_the_queue_is_that_of_the_oldest_wait_that_is_not_settled(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast)
    reply(cast.colleague, question, 5, Settled.NOT_YET)
    write_message(question, submission=uuid.uuid4(), text="En de borg?", language="nl", now=MONDAY + 60 * MINUTE)
    reply(cast.colleague, question, 70, Settled.NOT_YET)
    assert [wait.started_at for wait in waits(question)] == [MONDAY, MONDAY + 60 * MINUTE]
    (place,) = queue_page_of(cast.colleague, MONDAY + 80 * MINUTE).entries
    assert (place.wait.started_at, place.wall) == (MONDAY, 80 * 60)
