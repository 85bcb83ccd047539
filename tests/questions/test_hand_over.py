"""Handing over: to whom, by whom, and that the wait keeps its start."""

import uuid
from datetime import timedelta

import pytest

from questions.actions.claim import claim
from questions.actions.hand_over import hand_over
from questions.actions.refusals import Ended, NotAllowed, NotForThem, SomebodyWasFirst
from questions.actions.withdraw import withdraw
from questions.desk_choices import HistoryKind
from questions.models import Question, Team, Unconfirmed
from questions.permissions import may_answer, may_read
from questions.waits.models import Wait
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=3)


def claimed(asked: Ask, cast: Cast, **other: str) -> Question:
    question = asked(**other).question
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    return question


def test_a_colleague_gets_the_question_with_the_word_and_the_wait_keeps_its_start(asked: Ask, cast: Cast) -> None:
    question = claimed(asked, cast)
    hand_over(cast.colleague, question, cast.outsider, words="Zij kent u.", now=LATER, of=cast.colleague.pk)
    question.refresh_from_db()
    assert may_answer(cast.outsider, question)
    assert not may_read(cast.colleague, question)
    assert question.team is not None
    assert question.team.slug == "noord"
    assert Wait.objects.get().started_at == MONDAY
    entry = question.history.get(what=HistoryKind.HANDED_OVER)
    assert entry.words(question.key_bytes) == "Zij kent u."
    assert entry.data == {"receiver": cast.outsider.pk}
    assert b"Zij kent" not in bytes(entry.sealed_words or b"")


def test_a_team_gets_it_unclaimed_and_one_of_them_may_claim_it(asked: Ask, cast: Cast) -> None:
    question = claimed(asked, cast)
    noord = Team.objects.get(slug="noord")
    hand_over(cast.colleague, question, noord, words="Uw wijk", now=LATER, of=cast.colleague.pk)
    question.refresh_from_db()
    assert (question.colleague, question.team) == (None, noord)
    claim(cast.outsider, question, LATER)
    question.refresh_from_db()
    assert question.colleague == cast.outsider


def test_a_teammate_hands_over_and_with_an_unclaimed_one_everybody_who_may_read_it(asked: Ask, cast: Cast) -> None:
    question = claimed(asked, cast)
    with pytest.raises(NotAllowed):
        hand_over(cast.outsider, question, cast.outsider, words="x", now=LATER, of=cast.colleague.pk)
    hand_over(cast.teammate, question, cast.teammate, words="x", now=LATER, of=cast.colleague.pk)
    free = asked().question
    hand_over(cast.outsider, free, cast.colleague, words="x", now=LATER)
    sensitive = asked(theme="veilig").question
    with pytest.raises(NotAllowed):
        hand_over(cast.colleague, sensitive, cast.confidant, words="x", now=LATER)
    free.refresh_from_db()
    assert free.colleague == cast.colleague


def test_it_goes_to_nobody_who_may_not_read_it(asked: Ask, cast: Cast) -> None:
    sensitive = asked(theme="veilig").question
    hand_over(cast.confidant, sensitive, Team.objects.get(slug="centraal"), words="x", now=LATER)
    for team in some(Team.objects.exclude(slug="centraal")):
        with pytest.raises(NotForThem):
            hand_over(cast.confidant, sensitive, team, words="x", now=LATER)
    for receiver in (cast.colleague, cast.outsider):
        with pytest.raises(NotForThem):
            hand_over(cast.confidant, sensitive, receiver, words="x", now=LATER)
    plain = asked().question
    cast.teammate.active = False
    cast.teammate.save()
    Unconfirmed.objects.create(user=cast.outsider.user, since=MONDAY)
    cast.confidant.user.is_superuser = True
    cast.confidant.user.save()
    for receiver in (cast.teammate, cast.outsider, cast.confidant):
        with pytest.raises(NotForThem):
            hand_over(cast.colleague, plain, receiver, words="x", now=LATER)
    plain.refresh_from_db()
    assert plain.colleague is None


def test_of_two_at_once_one_gets_through(asked: Ask, cast: Cast) -> None:
    question = claimed(asked, cast)
    hand_over(cast.colleague, question, cast.teammate, words="x", now=LATER, of=cast.colleague.pk)
    for who in (cast.colleague, cast.teammate):
        with pytest.raises(SomebodyWasFirst):
            hand_over(who, question, cast.outsider, words="y", now=LATER, of=cast.colleague.pk)
    question.refresh_from_db()
    assert question.colleague == cast.teammate


def test_the_same_form_again_is_the_same_and_what_ended_stays(asked: Ask, cast: Cast) -> None:
    question, submission = claimed(asked, cast), uuid.uuid4()
    for _ in range(2):
        hand_over(
            cast.colleague, question, cast.outsider, words="x", now=LATER, submission=submission, of=cast.colleague.pk
        )
    assert question.history.filter(what=HistoryKind.HANDED_OVER).count() == 1
    ended = asked().question
    withdraw(ended, LATER)
    with pytest.raises(Ended):
        hand_over(cast.colleague, ended, cast.outsider, words="x", now=LATER)
