"""The resident says that the question is solved: it ends, and no figure looks better for it."""

import uuid
from datetime import date, timedelta

import pytest

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.refusals import Ended
from questions.actions.solve import solve
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.desk_choices import Destination, FollowedUpBy, HistoryKind, QuestionKind
from questions.models import Outcome, Question, Worry
from questions.statuses import Settled, Status
from questions.waits.models import Wait, WaitOutcome
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(minutes=30)


def answered(asked: Ask, cast: Cast, settled: Settled) -> Question:
    question = asked(district="noord").question
    claim(cast.colleague, question, MONDAY)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=settled,
        now=MONDAY + timedelta(minutes=7),
    )  # fmt: skip
    return question


def solved(question: Question) -> Question:
    solve(question, LATER)
    question.refresh_from_db()
    return question


def test_an_open_wait_ends_without_an_answer_and_the_question_ended_with_the_resident(asked: Ask) -> None:
    question = solved(asked(district="noord").question)
    assert (question.status, question.ended_at, question.waiting_since) == (Status.SOLVED, LATER, None)
    wait = Wait.objects.get()
    assert (wait.outcome, wait.answer_outcome) == (WaitOutcome.WITHDRAWN, WaitOutcome.WITHDRAWN)
    outcome = Outcome.objects.get()
    assert (outcome.destination, outcome.district, outcome.theme) == (Destination.SELF, "noord", "geld")
    assert (outcome.asked_on, outcome.settled_on) == (date(2026, 3, 2), date(2026, 3, 2))
    entry = question.history.get(what=HistoryKind.SOLVED)
    assert entry.colleague is None


def test_a_first_reaction_stays_and_the_real_answer_never_came(asked: Ask, cast: Cast) -> None:
    solved(answered(asked, cast, Settled.NOT_YET))
    wait = Wait.objects.get()
    assert (wait.outcome, wait.answer_outcome) == (WaitOutcome.ANSWERED, WaitOutcome.WITHDRAWN)
    assert wait.reacted_at == MONDAY + timedelta(minutes=7)


def test_a_question_that_was_answered_keeps_its_answer(asked: Ask, cast: Cast) -> None:
    solved(answered(asked, cast, Settled.ANSWERED))
    wait = Wait.objects.get()
    assert (wait.outcome, wait.answer_outcome) == (WaitOutcome.ANSWERED, WaitOutcome.ANSWERED)


def test_what_a_colleague_recorded_stays(asked: Ask, cast: Cast) -> None:
    question = answered(asked, cast, Settled.ANSWERED)
    Outcome.objects.create(
        question=question, theme="geld", asked_on=date(2026, 3, 2), settled_on=date(2026, 3, 2), destination="tiem"
    )
    solved(question)
    assert Outcome.objects.get().destination == Destination.TIEM


def test_a_day_of_a_first_conversation_stays_and_the_ending_is_added(asked: Ask) -> None:
    question = asked().question
    day = date(2026, 3, 9)
    Outcome.objects.create(question=question, theme="geld", asked_on=date(2026, 3, 2), first_conversation_on=day)
    solved(question)
    outcome = Outcome.objects.get()
    assert (outcome.destination, outcome.first_conversation_on) == (Destination.SELF, day)


def test_said_twice_it_is_said_once(asked: Ask) -> None:
    question = solved(asked().question)
    solve(question, LATER + timedelta(minutes=5))
    question.refresh_from_db()
    assert question.ended_at == LATER
    assert question.history.count() == 1


def test_what_was_withdrawn_stays_withdrawn(asked: Ask) -> None:
    question = asked().question
    withdraw(question, LATER)
    assert solved(question).status == Status.WITHDRAWN
    assert not Outcome.objects.exists()


def test_afterwards_nothing_can_be_added(asked: Ask) -> None:
    question = solved(asked().question)
    with pytest.raises(Ended):
        write_message(question, submission=uuid.uuid4(), text="Toch nog iets", language="nl", now=LATER)


def test_a_worry_that_nobody_follows_up_is_not_solved_by_the_reporter(asked: Ask) -> None:
    question = asked().question
    Question.objects.filter(pk=question.pk).update(kind=QuestionKind.WORRY)
    worry = Worry.objects.create(question=question)
    assert solved(question).status == Status.WAITING
    assert Wait.objects.get().ended_at is None
    assert not Outcome.objects.exists()
    worry.followed_up_by, worry.followed_up_at = FollowedUpBy.TEAM, LATER
    worry.save()
    assert solved(question).status == Status.SOLVED
