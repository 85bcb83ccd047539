"""The resident erases everything: it is gone at once, and no figure changes but for what never got an answer."""

import json
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from home.database.durable import may_the_log_hold_words
from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.conversations import find_question, open_conversation, opened_by_token
from questions.actions.erase import Erased, erase, what_is_erased
from questions.actions.follow_up import open_follow_up
from questions.actions.withdraw import withdraw
from questions.desk_choices import HistoryKind, QuestionKind
from questions.models import (
    Conversation,
    Draft,
    FormalMatter,
    HeldAnswer,
    Message,
    Note,
    Outcome,
    Outgoing,
    Question,
    SecondCode,
    Worry,
)  # fmt: skip
from questions.privacy.access_log import record_opening
from questions.privacy.keyring import CannotOpen
from questions.privacy.models import Opening, QuestionKey
from questions.reachability.reports import ReportFilter, figures
from questions.statuses import AnswerBy, CloseReason, Settled, Status
from questions.waits.clocks import Clock
from questions.waits.models import Wait, WaitLink, WaitOutcome
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(minutes=30)


def published() -> str:
    chosen = ReportFilter(first=MONDAY.date(), last=MONDAY.date() + timedelta(days=7))
    return json.dumps(
        [figures("", chosen.waits(), clock, MONDAY + timedelta(days=30)).curve.to_json() for clock in Clock]
    )


def answered(asked: Ask, cast: Cast, settled: Settled = Settled.ANSWERED, **more: Any) -> Question:
    question = asked(**more).question
    claim(cast.colleague, question, MONDAY)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=settled,
        now=MONDAY + timedelta(minutes=7),
    )  # fmt: skip
    question.refresh_from_db()
    return question


def with_everything(asked: Ask, cast: Cast) -> Question:
    """A question with all that can belong to one."""
    question = answered(asked, cast, answer_by=AnswerBy.NOTICE, email="fatima@example.org", name="Fatima")
    key = question.key_bytes
    note = Note(question=question, submission=uuid.uuid4(), colleague=cast.colleague, at=LATER)
    note.seal_text(key, "een notitie")
    note.save()
    draft = Draft(question=question, colleague=cast.colleague, saved_at=LATER)
    draft.seal_form(key, {"text": "half getypt"})
    draft.save()
    held = HeldAnswer(
        question=question, colleague=cast.colleague, submission=uuid.uuid4(), submission_fingerprint="x",
        language="nl", settled=Settled.ANSWERED, seen=1, written_at=LATER, release_at=LATER,
    )  # fmt: skip
    held.seal_text(key, "onderweg")
    held.save()
    SecondCode.objects.create(question=question, code_fingerprint="x", made_at=LATER)
    Outcome.objects.create(question=question, theme="geld", asked_on=date(2026, 3, 2))
    FormalMatter.objects.create(question=question, kind="complaint", theme="geld", received_on=date(2026, 3, 2))
    record_opening(cast.colleague.user_id, question.reference, LATER)
    open_conversation(question, LATER)
    return question


def test_everything_with_words_goes_and_what_is_only_counted_stays(asked: Ask, cast: Cast) -> None:
    question = with_everything(asked, cast)
    assert erase(question, LATER) is Erased.EVERYTHING
    for model in (
        Question, Message, QuestionKey, Note, Draft, HeldAnswer, SecondCode, Conversation, Outgoing, WaitLink
    ):  # fmt: skip
        assert not model._default_manager.exists(), model
    assert Wait.objects.count() == 1
    assert Outcome.objects.get().question_id is None
    assert FormalMatter.objects.get().question_id is None
    assert Opening.objects.get().reference == question.reference
    assert what_is_erased(str(question.uid)) is Erased.EVERYTHING


def test_an_open_wait_is_withdrawn_at_that_moment_and_an_answered_one_keeps_its_figures(asked: Ask, cast: Cast) -> None:
    done = answered(asked, cast)
    asked()
    before = published()
    erase(done, LATER)
    assert published() == before
    erase(Question.objects.get(), LATER)
    wait = Wait.objects.get(outcome=WaitOutcome.WITHDRAWN)
    assert wait.ended_at == LATER


def test_a_question_without_a_real_answer_never_gets_one(asked: Ask, cast: Cast) -> None:
    erase(answered(asked, cast, Settled.NOT_YET), LATER)
    wait = Wait.objects.get()
    assert (wait.outcome, wait.answer_outcome) == (WaitOutcome.ANSWERED, WaitOutcome.WITHDRAWN)


@pytest.mark.parametrize("how", ["withdrawn", "closed"])
def test_a_question_that_has_ended_can_be_erased_and_its_wait_does_not_change(asked: Ask, cast: Cast, how: str) -> None:
    question = asked().question
    if how == "withdrawn":
        withdraw(question, LATER)
    else:
        claim(cast.colleague, question, MONDAY)
        close(cast.colleague, question, CloseReason.CLOSED_UNANSWERED, LATER)
    before = list(Wait.objects.values())
    erase(question, LATER + timedelta(hours=1))
    assert list(Wait.objects.values()) == before
    assert not Question.objects.exists()


def test_a_follow_up_that_waits_is_withdrawn_too(asked: Ask, cast: Cast) -> None:
    question = answered(asked, cast)
    open_follow_up(question, at=LATER, now=LATER)
    erase(question, LATER + timedelta(minutes=1))
    outcomes = set(Wait.objects.values_list("outcome", flat=True))
    assert outcomes == {WaitOutcome.ANSWERED, WaitOutcome.WITHDRAWN}


def test_erased_twice_it_says_that_it_is_gone(asked: Ask) -> None:
    question = asked().question
    pk = question.pk
    erase(question, LATER)
    question.pk = pk
    with pytest.raises(CannotOpen):
        erase(question, LATER)


def test_a_colleague_who_answers_meanwhile_writes_nothing(asked: Ask, cast: Cast) -> None:
    question = answered(asked, cast, Settled.NOT_YET)
    same = Question.objects.get(pk=question.pk)
    erase(question, LATER)
    with pytest.raises(CannotOpen):
        answer(
            cast.colleague, same, submission=uuid.uuid4(), text="Te laat", language="nl", settled=Settled.ANSWERED,
            now=LATER,
        )  # fmt: skip
    assert not Message.objects.exists()


def test_the_log_of_the_database_is_marked_as_one_that_holds_words(asked: Ask) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA user_version=1")
    erase(asked().question, LATER)
    assert may_the_log_hold_words() is (connection.vendor == "sqlite")


def worry(asked: Ask, **more: Any) -> tuple[Question, str]:
    found = asked("Het kind hiernaast huilt.", answer_by=AnswerBy.NOTICE, email="buur@example.org", name="Bo", **more)
    Question.objects.filter(pk=found.question.pk).update(kind=QuestionKind.WORRY)
    question = Question.objects.get(pk=found.question.pk)
    row = Worry(question=question)
    row.seal_report(question.key_bytes, {"noticed": "huilt"})
    row.save()
    return question, found.code


def test_a_worry_that_nobody_follows_up_stays_and_only_what_leads_to_the_reporter_goes(asked: Ask) -> None:
    question, code = worry(asked)
    token = open_conversation(question, LATER)
    SecondCode.objects.create(question=question, code_fingerprint="x", made_at=LATER)
    assert erase(question, LATER) is Erased.REPORTER
    question.refresh_from_db()
    assert question.contact(question.key_bytes) == {}
    assert question.answer_by == AnswerBy.PAGE
    assert question.messages.get().text(question.key_bytes) == "Het kind hiernaast huilt."
    assert question.status not in {Status.SETTLED, Status.WITHDRAWN}
    assert question.waiting_since is not None
    assert find_question(question.reference, code) is None
    assert opened_by_token(token, LATER) is None
    assert not SecondCode.objects.exists()
    assert question.history.get(what=HistoryKind.WITHDRAWN).data == {"contact": "erased"}
    assert what_is_erased(str(question.uid)) is Erased.REPORTER
    assert Wait.objects.get().outcome == WaitOutcome.WITHDRAWN


def test_the_form_of_a_worry_that_is_sent_again_gives_the_reporter_no_new_code(asked: Ask) -> None:
    submission = uuid.uuid4()
    question, _code = worry(asked, submission=submission)
    erase(question, LATER)
    again = asked(
        "Het kind hiernaast huilt.", answer_by=AnswerBy.NOTICE, email="buur@example.org", name="Bo",
        submission=submission, now=LATER,
    )  # fmt: skip
    assert again.question == question
    assert again.code == ""


def test_a_worry_that_was_followed_up_goes_as_a_whole(asked: Ask) -> None:
    question, _code = worry(asked)
    Worry.objects.update(followed_up_by="team", followed_up_at=LATER)
    assert erase(question, LATER) is Erased.EVERYTHING
    assert not Question.objects.exists()
