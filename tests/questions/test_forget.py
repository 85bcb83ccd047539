"""Forgetting: the contents go, every figure stays; and events cannot be changed."""

import json
import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.forget import due_for_forgetting, forget
from questions.actions.record_call import record_call
from questions.actions.withdraw import withdraw
from questions.models import Message, Question
from questions.privacy.models import QuestionKey
from questions.reachability.reports import ReportFilter, figures
from questions.statuses import CloseReason, Settled
from questions.waits.clocks import Clock
from questions.waits.models import Channel, Source, Wait, WaitEvent, WaitKind, WaitLink
from questions.waits.writer import open_wait
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db


def published() -> str:
    """Every figure of that week, to the last digit."""
    chosen = ReportFilter(first=MONDAY.date(), last=MONDAY.date() + timedelta(days=7))
    return json.dumps(
        [figures("", chosen.waits(), clock, MONDAY + timedelta(days=30)).curve.to_json() for clock in Clock]
    )


def settled_question(asked: Ask, cast: Cast) -> Question:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED,
        now=MONDAY + timedelta(minutes=7),
    )  # fmt: skip
    question.refresh_from_db()
    return question


def test_forgetting_destroys_contents_key_and_link_and_changes_no_figure(asked: Ask, cast: Cast) -> None:
    asked()
    question = settled_question(asked, cast)
    before = published()
    assert '"n": 2' in before
    forget(question)
    assert published() == before
    assert not Message.objects.filter(question_id=question.pk).exists()
    assert QuestionKey.objects.count() == 1
    assert WaitLink.objects.count() == 1
    assert Wait.objects.count() == 2


def test_only_what_is_done_and_past_its_term_is_forgotten(asked: Ask, cast: Cast) -> None:
    waiting = asked().question
    done = settled_question(asked, cast)
    term = timedelta(days=100)
    assert list(due_for_forgetting(MONDAY + timedelta(days=99), term)) == []
    assert list(due_for_forgetting(MONDAY + timedelta(days=101), term)) == [done]
    assert waiting not in due_for_forgetting(MONDAY + timedelta(days=1000), term)


@pytest.mark.parametrize("last", ["an answer", "a call", "a closing", "a withdrawal"])
def test_the_term_runs_from_the_last_thing_that_happened(asked: Ask, cast: Cast, last: str) -> None:
    question, day, term = asked().question, timedelta(days=1), timedelta(days=100)
    happened = MONDAY + 90 * day
    claim(cast.colleague, question, MONDAY)
    if last == "an answer":
        answer(
            cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED,
            now=happened,
        )  # fmt: skip
    elif last == "a call":
        record_call(
            cast.colleague, question, submission=uuid.uuid4(), reached=True, settled=Settled.ANSWERED, now=happened
        )
    elif last == "a closing":
        close(cast.colleague, question, CloseReason.CLOSED_UNANSWERED, happened)
    else:
        withdraw(question, happened)
    assert list(due_for_forgetting(happened + 99 * day, term)) == []
    assert list(due_for_forgetting(happened + 101 * day, term)) == [question]


def refused(change: object) -> bool:
    """Whether the database refuses the change."""
    try:
        with transaction.atomic():
            change()  # type: ignore[operator]
    except DatabaseError:
        return True
    return False


def test_the_database_refuses_to_change_or_delete_an_event(asked: Ask) -> None:
    asked()
    event = WaitEvent.objects.get()
    assert refused(lambda: WaitEvent.objects.filter(pk=event.pk).update(at=MONDAY + timedelta(days=1)))
    assert refused(lambda: WaitEvent.objects.filter(pk=event.pk)._raw_delete("default"))
    assert WaitEvent.objects.get() == event


def test_the_database_lets_samples_be_deleted(db: None) -> None:
    wait = open_wait(
        at=MONDAY, recorded_at=MONDAY, channel=Channel.CHAT, kind=WaitKind.FIRST, theme="geld", district="",
        language="nl", source=Source.SAMPLE,
    )  # fmt: skip
    assert not refused(lambda: wait.events.all().delete())


def test_an_event_has_no_place_for_words(db: None) -> None:
    with pytest.raises(ValueError, match="name from a list"):
        open_wait(
            at=MONDAY, recorded_at=MONDAY, channel=Channel.CHAT, kind=WaitKind.FIRST, theme="mijn buurman is boos",
            district="", language="nl",
        )  # fmt: skip


def test_samples_and_real_waits_are_never_in_one_figure(asked: Ask) -> None:
    asked()
    open_wait(
        at=MONDAY, recorded_at=MONDAY, channel=Channel.CHAT, kind=WaitKind.FIRST, theme="geld", district="",
        language="nl", source=Source.SAMPLE,
    )  # fmt: skip
    day = MONDAY.date()
    real, sample = ReportFilter(day, day).waits(), ReportFilter(day, day, sample=True).waits()
    assert [wait.source for wait in real] == ["measured"]
    assert [wait.source for wait in sample] == ["sample"]
