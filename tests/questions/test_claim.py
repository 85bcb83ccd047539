"""Claiming: one colleague gets it, and not everybody may."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.actions.claim import claim
from questions.actions.refusals import Ended, NotAllowed, SomebodyWasFirst
from questions.actions.release import release
from questions.actions.withdraw import withdraw
from questions.models import Question
from questions.permissions import may_answer, may_read
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db


def test_the_second_colleague_is_told_that_somebody_was_first(asked: Ask, cast: Cast) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    for other in (cast.teammate, cast.outsider):
        with pytest.raises(SomebodyWasFirst):
            claim(other, Question.objects.get(pk=question.pk), MONDAY)
    question.refresh_from_db()
    assert question.colleague == cast.colleague


def test_two_colleagues_who_looked_at_the_same_moment_do_not_both_get_it(asked: Ask, cast: Cast) -> None:
    pk = asked().question.pk
    first, second = Question.objects.get(pk=pk), Question.objects.get(pk=pk)
    claim(cast.colleague, first, MONDAY)
    with pytest.raises(SomebodyWasFirst):
        claim(cast.teammate, second, MONDAY)


def test_claiming_what_is_already_yours_changes_nothing(asked: Ask, cast: Cast) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    assert question.claimed_at == MONDAY


def test_a_colleague_takes_a_question_in_the_team_of_its_district(asked: Ask, cast: Cast) -> None:
    cast.colleague.teams.add(*cast.outsider.teams.all())
    question = asked(district="noord").question
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    assert question.team is not None
    assert question.team.slug == "noord"


def test_who_is_in_no_team_claims_nothing(asked: Ask, cast: Cast) -> None:
    cast.outsider.teams.clear()
    with pytest.raises(NotAllowed):
        claim(cast.outsider, asked().question, MONDAY)


def test_what_has_ended_cannot_be_claimed(asked: Ask, cast: Cast) -> None:
    question = asked().question
    withdraw(question, MONDAY)
    with pytest.raises(Ended):
        claim(cast.colleague, question, MONDAY)


def test_an_unclaimed_question_is_everybodys_and_a_claimed_one_is_the_teams(asked: Ask, cast: Cast) -> None:
    question = asked().question
    assert may_read(cast.colleague, question)
    assert may_read(cast.outsider, question)
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    assert may_read(cast.teammate, question)
    assert not may_answer(cast.teammate, question)
    assert not may_read(cast.outsider, question)


def test_a_sensitive_question_is_only_for_who_answers_that_theme(asked: Ask, cast: Cast) -> None:
    question = asked(theme="veilig").question
    assert may_read(cast.confidant, question)
    assert not may_read(cast.colleague, question)
    with pytest.raises(NotAllowed):
        claim(cast.colleague, question, MONDAY)


def test_a_teammate_may_put_a_question_back_and_another_team_may_not(asked: Ask, cast: Cast) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    with pytest.raises(NotAllowed):
        release(cast.outsider, question, MONDAY)
    release(cast.teammate, question, MONDAY)
    question.refresh_from_db()
    assert question.colleague is None


def test_the_claim_asks_its_conditions_of_the_row_itself(asked: Ask, cast: Cast) -> None:
    """Of a row that another claim holds, PostgreSQL asks the conditions again, but not those in a sub-query of it."""
    question = asked().question
    with CaptureQueriesContext(connection) as asked_of_the_database:
        claim(cast.colleague, question, MONDAY)
    (update,) = [each["sql"] for each in asked_of_the_database if each["sql"].startswith("UPDATE")]
    assert 'FROM "questions_question"' not in update
