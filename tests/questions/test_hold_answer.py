"""An answer of the desk waits ten seconds: what is exactly when, taken back or not, and whoever releases it."""

import base64
import uuid
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.drafts import draft_of, keep_draft
from questions.actions.forget import forget, forget_due
from questions.actions.hold_answer import hold_answer
from questions.actions.mark_read import mark_read
from questions.actions.notices import accept_notice
from questions.actions.record_call import record_call
from questions.actions.record_outcome import Ending
from questions.actions.refusals import AlreadySent, Ended, NotAllowed
from questions.actions.release_answers import release_all_due, release_due
from questions.actions.reopen import reopen
from questions.actions.undo_answer import undo_answer
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.desk_choices import Destination, HistoryKind
from questions.models import Colleague, HeldAnswer, Message, Outcome, Outgoing, Question
from questions.statuses import AnswerBy, CloseReason, Settled, Status
from questions.waits.models import Wait, WaitEvent
from questions.waits.writer import rebuild
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db


def at(seconds: float) -> datetime:
    """So many seconds after Monday ten o'clock."""
    return MONDAY + timedelta(seconds=seconds)


def waits(question: Question) -> list[Wait]:
    return list(Wait.objects.filter(link__question=question).order_by("started_at", "pk"))


def texts(question: Question) -> list[str]:
    return [message.text(question.key_bytes) for message in question.messages.order_by("number")]


@pytest.fixture
def question(asked: Ask, cast: Cast) -> Question:
    """A question that the colleague has claimed."""
    asking = asked().question
    claim(cast.colleague, asking, MONDAY)
    return asking


def send(who: Colleague, question: Question, seconds: float, text: str = "Bel Op Orde.", **more: Any) -> uuid.UUID:
    """Sends an answer so many seconds after ten o'clock; the id of its form."""
    submission = more.pop("submission", None) or uuid.uuid4()
    given = {"settled": Settled.ANSWERED, "language": "nl"} | more
    hold_answer(who, question, submission=submission, text=text, now=at(seconds), **given)
    return submission


def test_nobody_sees_an_answer_before_its_moment_and_then_it_counts_from_exactly_that_moment(
    question: Question, cast: Cast
) -> None:
    send(cast.colleague, question, 60)
    for moment in (60, 65, 69.999999):
        assert not release_due(question.pk, at(moment))
    mark_read(question, at(65))
    (wait,) = waits(question)
    assert (question.messages.count(), wait.outcome, WaitEvent.objects.filter(event="reaction_committed").count()) == (
        1, "open", 0,
    )  # fmt: skip
    assert release_due(question.pk, at(70))
    (wait,) = waits(question)
    assert (wait.reacted_at, wait.settled_at, wait.started_at) == (at(70), at(70), MONDAY)
    assert question.messages.get(number=2).at == at(70)
    question.refresh_from_db()
    assert question.status == Status.SETTLED


def test_released_an_hour_late_it_counts_from_its_own_moment(question: Question, cast: Cast) -> None:
    send(cast.colleague, question, 60)
    assert release_all_due(at(3700)) == 1
    assert release_all_due(at(3701)) == 0
    (wait,) = waits(question)
    assert (wait.reacted_at, question.messages.get(number=2).at) == (at(70), at(70))
    assert rebuild() == 0


def test_run_due_releases_what_was_left_when_the_process_was_killed(question: Question, cast: Cast) -> None:
    send(cast.colleague, question, 60)
    call_command("run_due")
    assert waits(question)[0].reacted_at == at(70)


def test_with_a_notice_it_counts_when_the_mail_server_has_it_and_the_notice_waits_as_well(
    asked: Ask, cast: Cast
) -> None:
    question = asked(answer_by=AnswerBy.NOTICE, email="fatima@example.org").question
    claim(cast.colleague, question, MONDAY)
    send(cast.colleague, question, 60)
    assert not Outgoing.objects.exists()
    release_due(question.pk, at(71))
    assert waits(question)[0].reacted_at is None
    accept_notice(Outgoing.objects.get(), at(75))
    assert waits(question)[0].reacted_at == at(75)


@pytest.mark.parametrize("seconds", [60, 65, 69.999999])
def test_what_is_taken_back_is_in_the_draft_and_leaves_no_trace_in_the_figures(
    question: Question, cast: Cast, seconds: float
) -> None:
    submission = send(cast.colleague, question, 60, ending=Ending(Destination.TIEM, no_offer=True, gap="tolk"))
    for _time in range(2):
        undo_answer(cast.colleague, question, submission, at(seconds))
    assert not HeldAnswer.objects.exists()
    assert release_all_due(at(100)) == 0
    (wait,) = waits(question)
    assert (wait.outcome, question.messages.count(), Outcome.objects.count()) == ("open", 1, 0)
    draft = draft_of(cast.colleague, question, question.key_bytes)
    told = {"text": "Bel Op Orde.", "settled": "answered", "language": "nl", "destination": "tiem", "gap": "tolk"}
    assert {name: draft[name] for name in told} == told
    (entry,) = question.history.filter(what=HistoryKind.UNDONE)
    assert (entry.colleague, entry.at) == (cast.colleague, at(seconds))


@pytest.mark.parametrize("seconds", [70, 71, 4000])
def test_from_its_moment_on_it_cannot_be_taken_back(question: Question, cast: Cast, seconds: float) -> None:
    submission = send(cast.colleague, question, 60)
    with pytest.raises(AlreadySent):
        undo_answer(cast.colleague, question, submission, at(seconds))
    release_due(question.pk, at(seconds))
    with pytest.raises(AlreadySent):
        undo_answer(cast.colleague, question, submission, at(seconds + 1))
    assert waits(question)[0].reacted_at == at(70)
    assert not question.history.filter(what=HistoryKind.UNDONE).exists()


def test_nobody_else_takes_it_back_or_sends_it(question: Question, cast: Cast) -> None:
    submission = send(cast.colleague, question, 60)
    for other in (cast.teammate, cast.outsider, cast.confidant):
        with pytest.raises(NotAllowed):
            undo_answer(other, question, submission, at(61))
        with pytest.raises(NotAllowed):
            send(other, question, 61)
    assert HeldAnswer.objects.get().release_at == at(70)


def test_what_was_typed_meanwhile_stays_below_what_is_taken_back(question: Question, cast: Cast) -> None:
    submission = send(cast.colleague, question, 60)
    typed = {"submission": str(uuid.uuid4()), "text": "En nog iets."}
    keep_draft(cast.colleague, question, question.key_bytes, typed, at(62))
    undo_answer(cast.colleague, question, submission, at(63))
    assert draft_of(cast.colleague, question, question.key_bytes)["text"] == "Bel Op Orde.\n\nEn nog iets."


def test_the_same_form_is_the_same_answer_while_it_waits_after_it_went_and_after_it_was_taken_back(
    question: Question, cast: Cast
) -> None:
    submission = send(cast.colleague, question, 60)
    send(cast.colleague, question, 61, submission=submission)
    assert HeldAnswer.objects.get().release_at == at(70)
    undo_answer(cast.colleague, question, submission, at(62))
    send(cast.colleague, question, 64, submission=submission)
    assert HeldAnswer.objects.get().release_at == at(74)
    send(cast.colleague, question, 80, submission=submission)
    send(cast.colleague, question, 81, submission=submission)
    assert (HeldAnswer.objects.count(), texts(question)[1:]) == (0, ["Bel Op Orde."])
    withdraw(question, at(90))
    send(cast.colleague, question, 91, submission=submission)
    assert question.messages.count() == 2


def test_the_same_form_with_other_words_is_another_answer_and_both_are_once(question: Question, cast: Cast) -> None:
    submission = send(cast.colleague, question, 60, "Een")
    for _time in range(2):
        send(cast.colleague, question, 61, "Twee", submission=submission)
    assert HeldAnswer.objects.count() == 2
    release_due(question.pk, at(75))
    for _time in range(2):
        send(cast.colleague, question, 76, "Twee", submission=submission)
    assert texts(question)[1:] == ["Een", "Twee"]


def test_two_answers_within_ten_seconds_keep_their_order_also_when_the_clock_goes_back(
    question: Question, cast: Cast
) -> None:
    send(cast.colleague, question, 60, "Een", settled=Settled.NOT_YET)
    send(cast.colleague, question, 57, "Twee")
    release_due(question.pk, at(75))
    assert texts(question)[1:] == ["Een", "Twee"]
    (wait,) = waits(question)
    assert (wait.reacted_at, wait.settled_at) == (at(70), at(70) + timedelta(microseconds=1))


def test_a_clock_that_is_set_back_a_day_keeps_no_answer_for_a_day(question: Question, cast: Cast) -> None:
    send(cast.colleague, question, 90_000)
    assert release_all_due(at(3600)) == 1
    assert waits(question)[0].reacted_at == at(90_010)


@pytest.mark.parametrize("how", ["withdrawn", "closed"])
def test_a_question_that_ends_meanwhile_gets_no_answer_and_the_words_go_back(
    question: Question, cast: Cast, how: str
) -> None:
    send(cast.colleague, question, 60)
    if how == "withdrawn":
        withdraw(question, at(64))
    else:
        close(cast.colleague, question, CloseReason.CLOSED_UNANSWERED, at(64))
    release_due(question.pk, at(70))
    (wait,) = waits(question)
    assert (wait.reacted_at, wait.ended_at, question.messages.count()) == (None, at(64), 1)
    assert draft_of(cast.colleague, question, question.key_bytes)["text"] == "Bel Op Orde."
    assert question.history.get(what=HistoryKind.NOT_SENT).colleague == cast.colleague
    reopen(cast.colleague, question, at(100))
    assert draft_of(cast.colleague, question, question.key_bytes)["text"] == "Bel Op Orde."


def test_a_question_that_is_erased_meanwhile_takes_the_answer_along(question: Question, cast: Cast) -> None:
    send(cast.colleague, question, 60)
    forget(question)
    assert (release_all_due(at(70)), HeldAnswer.objects.count()) == (0, 0)


def test_a_settled_question_is_not_forgotten_while_an_answer_waits(question: Question, cast: Cast) -> None:
    send(cast.colleague, question, 60)
    release_due(question.pk, at(70))
    year = 366 * 86_400
    send(cast.colleague, question, year)
    assert forget_due(at(year + 5), timedelta(days=365)) == 0
    release_due(question.pk, at(year + 10))
    assert question.messages.count() == 3


# --- what the resident writes in the window --------------------------------------------------------------------


def test_what_the_resident_writes_meanwhile_waits_for_an_answer_of_its_own_from_when_it_was_written(
    question: Question, cast: Cast
) -> None:
    send(cast.colleague, question, 60, seen=1)
    write_message(question, submission=uuid.uuid4(), text="En de borg?", language="nl", now=at(65))
    assert len(waits(question)) == 1
    release_due(question.pk, at(70))
    first, second = waits(question)
    assert (first.started_at, first.reacted_at, first.settled_at) == (MONDAY, at(70), at(70))
    assert (second.kind, second.started_at, second.outcome) == ("follow_up", at(65), "open")
    question.refresh_from_db()
    assert (question.status, question.waiting_since) == (Status.WAITING, at(65))
    assert [message.at for message in question.messages.order_by("number")] == [MONDAY, at(65), at(70)]
    send(cast.colleague, question, 100, "De borg ook.", seen=3)
    release_due(question.pk, at(110))
    assert waits(question)[1].reacted_at == at(110)
    assert rebuild() == 0


def test_what_was_written_before_sending_and_after_the_page_was_made_is_not_answered_either(
    question: Question, cast: Cast
) -> None:
    write_message(question, submission=uuid.uuid4(), text="En de borg?", language="nl", now=at(50))
    send(cast.colleague, question, 60, seen=1)
    release_due(question.pk, at(70))
    first, second = waits(question)
    assert (first.reacted_at, second.started_at, second.reacted_at) == (at(70), at(50), None)


def test_a_new_question_that_was_not_seen_is_not_answered_by_an_answer_to_the_one_before(
    question: Question, cast: Cast
) -> None:
    send(cast.colleague, question, 60, settled=Settled.NOT_YET)
    release_due(question.pk, at(70))
    send(cast.colleague, question, 100, seen=2)
    write_message(question, submission=uuid.uuid4(), text="En de borg?", language="nl", now=at(105))
    release_due(question.pk, at(110))
    first, second = waits(question)
    assert (first.reacted_at, first.settled_at) == (at(70), at(110))
    assert (second.started_at, second.reacted_at) == (at(105), None)


def test_with_a_notice_what_was_not_seen_begins_to_wait_once_the_notice_is_accepted(asked: Ask, cast: Cast) -> None:
    question = asked(answer_by=AnswerBy.NOTICE, email="fatima@example.org").question
    claim(cast.colleague, question, MONDAY)
    send(cast.colleague, question, 60, "Een", seen=1)
    send(cast.colleague, question, 61, "Twee", seen=1)
    write_message(question, submission=uuid.uuid4(), text="En de borg?", language="nl", now=at(65))
    release_due(question.pk, at(72))
    assert len(waits(question)) == 1
    one, two = Outgoing.objects.order_by("pk")
    accept_notice(one, at(80))
    accept_notice(two, at(81))
    first, second = waits(question)
    assert (first.reacted_at, second.started_at, second.reacted_at) == (at(80), at(65), None)


def test_every_action_after_the_moment_comes_after_the_answer(question: Question, cast: Cast) -> None:
    send(cast.colleague, question, 60)
    message = write_message(question, submission=uuid.uuid4(), text="En nu?", language="nl", now=at(70))
    assert (message.number, [each.at for each in question.messages.order_by("number")]) == (3, [MONDAY, at(70), at(70)])
    assert [wait.started_at for wait in waits(question)] == [MONDAY, at(70)]
    send(cast.colleague, question, 100)
    record_call(cast.colleague, question, submission=uuid.uuid4(), reached=True, settled=Settled.ANSWERED, now=at(111))
    assert waits(question)[1].reacted_at == at(110)


def test_an_answer_to_what_has_ended_is_refused(question: Question, cast: Cast) -> None:
    withdraw(question, at(10))
    with pytest.raises(Ended):
        send(cast.colleague, question, 20)


def test_a_missing_key_puts_it_off_and_loses_nothing(question: Question, cast: Cast, settings: Any) -> None:
    send(cast.colleague, question, 60)
    ring, settings.KEY_RING = settings.KEY_RING, "other:" + base64.b64encode(b"o" * 32).decode()
    assert release_all_due(at(70)) == 1
    assert question.messages.count() == 1
    settings.KEY_RING = ring
    assert release_all_due(at(100)) == 0
    release_all_due(at(130))
    assert waits(question)[0].reacted_at == at(130)


def test_where_it_ended_is_recorded_when_it_goes(question: Question, cast: Cast) -> None:
    send(cast.colleague, question, 60, ending=Ending(Destination.COMMUNITY))
    assert not Outcome.objects.exists()
    release_due(question.pk, at(70))
    outcome = Outcome.objects.get()
    assert (outcome.destination, outcome.theme, outcome.settled_on) == ("community", "geld", MONDAY.date())


def test_zero_seconds_sends_at_once(question: Question, cast: Cast, settings: Any) -> None:
    settings.UNDO_SECONDS = 0
    sent = hold_answer(
        cast.colleague,
        question,
        submission=uuid.uuid4(),
        text="Nu",
        language="nl",
        settled=Settled.ANSWERED,
        now=at(60),
    )
    assert isinstance(sent, Message)
    assert waits(question)[0].reacted_at == at(60)
