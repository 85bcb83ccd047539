"""Setting aside and taking back: out of the figures with a reason, never out of sight."""

import uuid
from datetime import timedelta

import pytest

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.exclude import exclude, include
from questions.actions.forget import forget_due
from questions.actions.refusals import Ended, NotAllowed
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.desk_choices import ExclusionReason, HistoryKind, TakeBackReason
from questions.models import Question
from questions.statuses import Settled, Status
from questions.waits.models import Correction, Wait
from questions.waits.writer import rebuild
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=3)
SPAM, BY_MISTAKE = ExclusionReason.SPAM, TakeBackReason.BY_MISTAKE


def test_all_its_waits_are_left_out_with_reason_and_name_and_come_back(asked: Ask, cast: Cast) -> None:
    question = asked().question
    before = Wait.objects.get()
    exclude(cast.colleague, question, SPAM, LATER)
    question.refresh_from_db()
    assert (question.status, question.waiting_since) == (Status.SET_ASIDE, None)
    assert Wait.objects.get().excluded
    row = Correction.objects.get()
    assert (row.what, row.reason, row.who, row.at) == ("excluded", "spam", "Anna", LATER)
    include(cast.teammate, question, BY_MISTAKE, LATER)
    question.refresh_from_db()
    assert (question.status, question.waiting_since) == (Status.WAITING, MONDAY)
    after = Wait.objects.get()
    assert not after.excluded
    assert (after.started_at, after.outcome) == (before.started_at, before.outcome)
    told = [(each.what, each.reason) for each in Correction.objects.order_by("pk")]
    assert told == [("excluded", "spam"), ("included", "by_mistake")]
    assert rebuild() == 0


def test_the_same_form_again_and_taking_back_twice_change_nothing(asked: Ask, cast: Cast) -> None:
    question, submission = asked().question, uuid.uuid4()
    for _ in range(2):
        exclude(cast.colleague, question, SPAM, LATER, submission)
    for _ in range(2):
        include(cast.colleague, question, BY_MISTAKE, LATER)
    kinds = [entry.what for entry in question.history.all()]
    assert kinds == [HistoryKind.EXCLUDED, HistoryKind.INCLUDED]
    exclude(cast.colleague, question, SPAM, LATER, submission)
    question.refresh_from_db()
    assert question.status == Status.WAITING


def test_only_who_may_put_it_in_order_sets_aside_and_takes_back(asked: Ask, cast: Cast) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    sensitive = asked(theme="veilig").question
    for who, what in some([(cast.teammate, question), (cast.outsider, question), (cast.colleague, sensitive)]):
        with pytest.raises(NotAllowed):
            exclude(who, what, SPAM, LATER)
        with pytest.raises(NotAllowed):
            include(who, what, BY_MISTAKE, LATER)
    withdraw(question, LATER)
    with pytest.raises(Ended):
        exclude(cast.colleague, question, SPAM, LATER)
    assert not Correction.objects.exists()


def test_what_the_resident_asks_after_that_counts_until_a_colleague_looked_again(asked: Ask, cast: Cast) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Zo", language="nl", settled=Settled.ANSWERED,
        now=LATER,
    )  # fmt: skip
    exclude(cast.colleague, question, SPAM, LATER)
    write_message(question, submission=uuid.uuid4(), text="Hallo?", language="nl", now=LATER)
    question.refresh_from_db()
    assert question.status == Status.SET_ASIDE
    assert Wait.objects.counted().open().count() == 1
    exclude(cast.colleague, question, SPAM, LATER)
    assert not Wait.objects.counted().exists()
    include(cast.colleague, question, BY_MISTAKE, LATER)
    question.refresh_from_db()
    assert question.status == Status.WAITING
    assert Wait.objects.counted().count() == 2


def test_what_was_set_aside_is_forgotten_after_the_term_and_its_correction_stays(asked: Ask, cast: Cast) -> None:
    question = asked().question
    exclude(cast.colleague, question, SPAM, LATER)
    assert forget_due(MONDAY + timedelta(days=29), timedelta(days=30)) == 0
    assert forget_due(MONDAY + timedelta(days=31), timedelta(days=30)) == 1
    assert not Question.objects.exists()
    assert Correction.objects.get().wait == Wait.objects.get()
