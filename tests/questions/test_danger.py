"""Words of danger in what a resident sends: the question comes first, a person judges, nothing leaks."""

import logging
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from questions.actions.claim import claim
from questions.actions.judge import judge
from questions.actions.refusals import NotAllowed, SomebodyWasFirst, WrittenSince
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.danger.help_lines import danger_lines, help_lines_for
from questions.danger.kinds import DangerKind
from questions.danger.store import lines_of
from questions.desk.queue.selectors import queue_page_of
from questions.models import DangerJudgement, Question
from questions.permissions import read_by_nobody, themes_of_nobody
from questions.statuses import AnswerBy, Danger, Judgement, Status
from services.models import HelpLine
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
HITS = "mijn man slaat mij"
DIE = "ik wil niet meer leven"
LATER = MONDAY + timedelta(hours=1)


def kinds(question: Question) -> frozenset[DangerKind]:
    question = Question.objects.get(pk=question.pk)
    found = question.danger_found(question.key_bytes)
    return found.kinds if found else frozenset()


def say(question: Question, text: str) -> None:
    write_message(question, submission=uuid.uuid4(), text=text, language="nl", now=LATER)


def test_a_question_with_words_of_danger_is_taken_as_any_other_and_waits_to_be_judged(asked: Ask) -> None:
    question = asked(HITS).question
    assert question.status == Status.WAITING
    assert Question.objects.get(pk=question.pk).danger == Danger.UNJUDGED
    assert kinds(question) == {DangerKind.VIOLENCE}


def test_a_question_without_them_is_left_alone(asked: Ask) -> None:
    question = asked().question
    assert (question.danger, question.sealed_danger) == (Danger.NONE, None)


def test_they_are_found_in_every_language_whatever_the_page_is_in(asked: Ask) -> None:
    for text in (HITS, "my husband beats me", "زوجي يضربني", "kocam beni dövüyor", "mąż mnie bije", "чоловік мене б'є"):
        assert asked(text, language="pl").question.danger == Danger.UNJUDGED, text


def test_they_are_found_in_the_wished_time_of_a_call_too(asked: Ask) -> None:
    question = asked(answer_by=AnswerBy.CALL, phone="0612345678", best_time="bang voor mijn man, bel overdag").question
    assert question.danger == Danger.UNJUDGED


def test_a_later_message_makes_it_unjudged_and_adds_its_kind(asked: Ask) -> None:
    question = asked(HITS).question
    say(question, DIE)
    assert kinds(question) == {DangerKind.VIOLENCE, DangerKind.SUICIDE}


def test_sending_the_same_once_more_after_it_was_judged_makes_it_not_unjudged(asked: Ask, cast: Cast) -> None:
    submission = uuid.uuid4()
    question = asked(HITS, submission=submission).question
    judge(cast.colleague, question, seen=1, outcome=Judgement.DANGER, now=LATER)
    asked(HITS, submission=submission, now=MONDAY + timedelta(minutes=1))
    assert Question.objects.get(pk=question.pk).danger == Danger.JUDGED


def test_which_danger_it_is_stands_nowhere_in_the_clear_and_not_in_its_length(asked: Ask, cast: Cast) -> None:
    questions = [asked(text).question for text in (HITS, DIE, f"{HITS} {DIE}", "vannacht geen slaapplek")]
    assert len({len(question.sealed_danger) for question in questions}) == 1
    for question, outcome in zip(questions, Judgement, strict=False):
        judge(cast.colleague, question, seen=1, outcome=outcome, now=LATER)
    assert len({len(row.sealed_outcome) for row in DangerJudgement.objects.all()}) == 1
    rows = [*Question.objects.values(), *DangerJudgement.objects.values()]
    everything = b"\n".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for row in rows
        for value in row.values()
    )
    assert b"judged" in everything
    for word in (*DangerKind, Judgement.DANGER, Judgement.NO_DANGER, Judgement.UNSAID):
        assert word.encode() not in everything


def test_nothing_of_it_is_logged(asked: Ask, cast: Cast, caplog: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        question = asked(HITS).question
        say(question, DIE)
        judge(cast.colleague, question, seen=2, outcome=Judgement.DANGER, now=LATER)
        danger_lines("zelfmoord", "nl")
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends").lower()
    for word in ("slaat", "leven", "zelfmoord", "violence", "suicide", "danger", question.reference.lower()):
        assert word not in logged


def test_the_database_refuses_a_state_without_its_seal_and_a_seal_without_its_state(asked: Ask) -> None:
    plain, flagged = asked().question, asked(HITS).question
    for question, wrong in (
        (plain, {"danger": Danger.UNJUDGED}),
        (flagged, {"danger": Danger.NONE}),
        (flagged, {"sealed_danger": None}),
        (flagged, {"danger": "anders"}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Question.objects.filter(pk=question.pk).update(**wrong)


# --- judging -------------------------------------------------------------------------------------------------------


def test_whoever_may_read_it_may_judge_it_without_a_claim_and_who_and_when_is_kept(asked: Ask, cast: Cast) -> None:
    question = asked(HITS).question
    judge(cast.outsider, question, seen=1, outcome=Judgement.DANGER, now=LATER)
    row = DangerJudgement.objects.get()
    assert (row.colleague, row.at, row.outcome(question.key_bytes)) == (cast.outsider, LATER, Judgement.DANGER)
    assert Question.objects.get().danger == Danger.JUDGED
    assert kinds(question) == {DangerKind.VIOLENCE}


def test_who_may_not_read_it_may_not_judge_it(asked: Ask, cast: Cast) -> None:
    hidden = asked(HITS, theme="veilig").question
    taken = asked(HITS).question
    claim(cast.colleague, taken, MONDAY)
    for who, question in ((cast.colleague, hidden), (cast.outsider, taken)):
        with pytest.raises(NotAllowed):
            judge(who, question, seen=1, outcome=Judgement.UNSAID, now=LATER)
    judge(cast.confidant, hidden, seen=1, outcome=Judgement.UNSAID, now=LATER)
    judge(cast.teammate, taken, seen=1, outcome=Judgement.UNSAID, now=LATER)


def test_the_second_one_is_told_that_it_was_judged_and_adds_nothing(asked: Ask, cast: Cast) -> None:
    question = asked(HITS).question
    judge(cast.colleague, question, seen=1, outcome=Judgement.DANGER, now=LATER)
    with pytest.raises(SomebodyWasFirst):
        judge(cast.teammate, question, seen=1, outcome=Judgement.NO_DANGER, now=LATER)
    with pytest.raises(SomebodyWasFirst):
        judge(cast.teammate, asked().question, seen=1, outcome=Judgement.NO_DANGER, now=LATER)
    assert DangerJudgement.objects.count() == 1
    assert kinds(question) == {DangerKind.VIOLENCE}


def test_words_of_danger_that_the_colleague_had_not_read_are_not_judged_along(asked: Ask, cast: Cast) -> None:
    question = asked(HITS).question
    say(question, "Nog iets anders")
    say(question, DIE)
    with pytest.raises(WrittenSince):
        judge(cast.colleague, question, seen=2, outcome=Judgement.NO_DANGER, now=LATER)
    assert Question.objects.get().danger == Danger.UNJUDGED
    assert not DangerJudgement.objects.exists()


def test_other_words_written_meanwhile_do_not_keep_a_colleague_from_judging(asked: Ask, cast: Cast) -> None:
    question = asked(HITS).question
    say(question, "Dank u wel")
    judge(cast.colleague, question, seen=1, outcome=Judgement.DANGER, now=LATER)
    assert Question.objects.get().danger == Danger.JUDGED


def test_after_a_false_alarm_the_page_opens_without_help_lines_until_there_is_new_danger(
    asked: Ask, cast: Cast
) -> None:
    question = asked(HITS).question
    judge(cast.colleague, question, seen=1, outcome=Judgement.NO_DANGER, now=LATER)
    assert kinds(question) == frozenset()
    say(question, DIE)
    assert Question.objects.get().danger == Danger.UNJUDGED
    assert kinds(question) == {DangerKind.SUICIDE}


# --- the queue -----------------------------------------------------------------------------------------------------


def test_danger_comes_first_then_calls_then_the_longest_wait(asked: Ask, cast: Cast) -> None:
    def at(hours: int) -> Any:
        return MONDAY - timedelta(hours=hours)

    old = asked(now=at(90)).question
    call = asked(now=at(20), answer_by=AnswerBy.CALL, phone="0612345678").question
    older_call = asked(now=at(30), answer_by=AnswerBy.CALL, phone="0612345678").question
    danger = asked(DIE, now=at(1)).question
    older_danger = asked(HITS, now=at(2), answer_by=AnswerBy.CALL, phone="0612345678").question
    new = asked(now=at(3)).question

    def order() -> list[Question]:
        return [place.question for place in queue_page_of(cast.colleague, MONDAY).entries]

    assert order() == [older_danger, danger, older_call, call, old, new]
    judge(cast.colleague, older_danger, seen=1, outcome=Judgement.DANGER, now=MONDAY)
    judge(cast.colleague, danger, seen=1, outcome=Judgement.DANGER, now=MONDAY)
    assert order() == [older_call, call, older_danger, old, new, danger]


def test_who_withdraws_a_question_takes_the_danger_not_out_of_sight(asked: Ask, cast: Cast) -> None:
    question = asked(HITS).question
    withdraw(question, LATER)
    assert [place.question for place in queue_page_of(cast.colleague, LATER).entries] == [question]
    judge(cast.colleague, question, seen=1, outcome=Judgement.NO_DANGER, now=LATER)
    assert queue_page_of(cast.colleague, LATER).entries == []


def test_danger_that_a_choice_leaves_out_of_the_list_is_counted(
    asked: Ask, cast: Cast, sign_in: Callable[[Any], Client]
) -> None:
    asked(HITS, theme="wonen")
    asked(HITS, theme="veilig")
    client = sign_in(cast.colleague)
    told = "1 vraag waarin misschien gevaar is, staat niet in deze lijst"
    assert told in " ".join(client.get("/beheer/vragen/?thema=geld").content.decode().split())
    assert "in deze lijst" not in client.get("/beheer/vragen/").content.decode()


def test_danger_that_nobody_may_read_is_told_to_whoever_looks(
    asked: Ask, cast: Cast, sign_in: Callable[[Any], Client]
) -> None:
    asked(HITS, theme="wonen")
    asked(HITS, theme="veilig")
    told = "kan door geen enkele medewerker"
    client = sign_in(cast.colleague)
    assert told not in client.get("/beheer/vragen/").content.decode()
    cast.confidant.active = False
    cast.confidant.save()
    assert told in client.get("/beheer/vragen/").content.decode()


def test_danger_that_nobody_may_read_is_counted(asked: Ask, cast: Cast, django_assert_max_num_queries: Any) -> None:
    asked(HITS, theme="veilig")
    assert read_by_nobody(Question.objects.to_judge()) == 0
    assert themes_of_nobody() == []
    cast.confidant.active = False
    cast.confidant.save()
    assert read_by_nobody(Question.objects.to_judge()) == 1
    assert [theme.slug for theme in themes_of_nobody()] == ["veilig"]
    Question.objects.all().delete()
    with django_assert_max_num_queries(2):
        read_by_nobody(Question.objects.to_judge())


# --- help lines ----------------------------------------------------------------------------------------------------


def test_every_help_line_of_every_kind_exists() -> None:
    known = set(HelpLine.objects.filter(locale__language_code="nl").values_list("fact__slug", flat=True))
    for kind in DangerKind:
        assert lines_of(kind)[0] == "noodnummer"
        assert set(lines_of(kind)) <= known


def test_the_lines_of_several_kinds_stand_there_once_in_the_readers_language() -> None:
    lines = help_lines_for({DangerKind.SUICIDE, DangerKind.VIOLENCE}, "ar")
    slugs = [line.slug for line in lines]
    assert slugs == ["noodnummer", "veilig-thuis", "seksueel-geweld", "politie", "zelfmoordpreventie"]
    assert lines[1].purpose.lang == "ar"
    assert lines[1].hours
    assert help_lines_for([], "nl") == []


def test_a_search_for_danger_gives_help_lines_and_another_none(django_assert_num_queries: Callable[..., Any]) -> None:
    assert "zelfmoordpreventie" in [line.slug for line in danger_lines("zelfmoord", "en")]
    with django_assert_num_queries(0):
        assert danger_lines("huurtoeslag", "nl") == []


def test_forgetting_takes_the_judgements_along(asked: Ask, cast: Cast) -> None:
    question = asked(HITS).question
    judge(cast.colleague, question, seen=1, outcome=Judgement.DANGER, now=LATER)
    question.delete()
    assert not DangerJudgement.objects.exists()
