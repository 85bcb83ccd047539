"""The order of the queue: danger, what is due, waiting before reacted, the oldest first; what is planned is last."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.reopen import reopen
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.desk.order import Place, next_after
from questions.desk.queue.selectors import PAGE, Look, QueueEntry, queue_page_of
from questions.desk_choices import QuestionKind
from questions.models import HeldAnswer, Question, Team
from questions.statuses import AnswerBy, Settled, Status
from services.models import Theme
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
HITS = "mijn man slaat mij"
PHONE = {"phone": "0612345678"}
SECOND = timedelta(seconds=1)


def ago(seconds: float) -> datetime:
    return MONDAY - timedelta(seconds=seconds)


def changed(question: Question, **columns: Any) -> Question:
    """The question as another action leaves it."""
    Question.objects.filter(pk=question.pk).update(**columns)
    question.refresh_from_db()
    return question


def entries(cast: Cast, now: datetime = MONDAY) -> list[QueueEntry]:
    return queue_page_of(cast.colleague, now).entries


def order(cast: Cast, now: datetime = MONDAY) -> list[str]:
    return [entry.question.reference for entry in entries(cast, now)]


def named(*questions: Question) -> list[str]:
    return [question.reference for question in questions]


def body(response: Any) -> str:
    return str(response.content.decode())


def test_every_group_stands_in_its_place_and_the_oldest_second_comes_first(cast: Cast, asked: Ask) -> None:
    waits = [asked(now=ago(seconds)).question for seconds in (900_000, 901_000, 900_001)]
    call = asked(now=ago(10), answer_by=AnswerBy.CALL, **PHONE).question
    older_call = asked(now=ago(11), answer_by=AnswerBy.CALL, **PHONE).question
    past = changed(asked(now=ago(12), answer_by=AnswerBy.CALL, **PHONE).question, due_at=MONDAY)
    later = changed(asked(now=ago(990_000), answer_by=AnswerBy.CALL, **PHONE).question, due_at=MONDAY + SECOND)
    sooner = changed(asked(now=ago(5)).question, due_at=MONDAY + SECOND / 2)
    worry = changed(asked(now=ago(9)).question, kind=QuestionKind.WORRY, due_at=ago(1))
    reacted = changed(asked(now=ago(999_000)).question, status=Status.REACTED)
    danger = asked(HITS, now=ago(2)).question
    put_off = changed(asked(HITS, now=ago(3)).question, due_at=MONDAY + timedelta(days=9))
    due = (past, older_call, call, worry)
    waiting = (waits[1], waits[2], waits[0])
    assert order(cast) == named(put_off, danger, *due, *waiting, reacted, sooner, later)
    places = [entry.place for entry in entries(cast)]
    assert places == [Place.DANGER] * 2 + [Place.DUE] * 4 + [Place.WAITING] * 3 + [Place.REACTED] + [Place.PLANNED] * 2
    # A second later what was planned for then is due, as old as its wait.
    assert order(cast, MONDAY + SECOND)[2:8] == named(later, past, older_call, call, worry, sooner)


def test_a_worry_is_due_until_it_is_settled_also_after_an_answer_unless_it_is_planned(cast: Cast, asked: Ask) -> None:
    older = asked(now=ago(900)).question
    worry = changed(asked(now=ago(9)).question, kind=QuestionKind.WORRY)
    assert order(cast) == named(worry, older)
    changed(worry, status=Status.REACTED)
    assert order(cast) == named(worry, older)
    assert entries(cast)[0].place == Place.DUE
    changed(worry, due_at=MONDAY + SECOND)
    assert order(cast) == named(older, worry)
    assert order(cast, MONDAY + SECOND) == named(worry, older)
    changed(worry, status=Status.SETTLED, waiting_since=None, due_at=None)
    assert order(cast) == named(older)


def test_a_question_that_was_opened_again_says_so_and_not_that_the_resident_wrote(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    again, wrote = (asked(now=ago(seconds)).question for seconds in (90, 80))
    for question in (again, wrote):
        claim(cast.colleague, question, ago(70))
        question.refresh_from_db()
        answer(
            cast.colleague, question, submission=uuid.uuid4(), text="Zo", language="nl",
            settled=Settled.ANSWERED, now=ago(60),
        )  # fmt: skip
    withdraw(again, ago(50))
    reopen(cast.colleague, again, ago(40))
    write_message(wrote, submission=uuid.uuid4(), text="Nog iets", language="nl", now=ago(30))
    assert [(entry.question, entry.reopened) for entry in entries(cast)] == [(again, True), (wrote, False)]
    page = body(sign_in(cast.colleague).get("/beheer/vragen/"))
    assert page.count("Opnieuw geopend") == page.count("Nieuw bericht na een antwoord") == 1


def test_a_wish_to_talk_is_due_until_somebody_reacted_and_a_follow_up_waits_from_its_own_moment(
    cast: Cast, asked: Ask
) -> None:
    talk = changed(asked(now=ago(5)).question, answer_by=AnswerBy.TALK, sealed_contact=b"x")
    plain = asked(now=ago(100)).question
    follow_up = changed(asked(now=ago(90_000)).question, status=Status.SETTLED, waiting_since=None)
    assert order(cast) == named(talk, plain)
    changed(follow_up, status=Status.WAITING, waiting_since=ago(50))
    assert order(cast) == named(talk, plain, follow_up)
    changed(talk, status=Status.REACTED)
    assert order(cast) == named(plain, follow_up, talk)
    found = {entry.question.reference: (entry.wall, entry.office) for entry in entries(cast)}
    # Monday 10:00 in Amsterdam: all of it lies in office hours.
    assert found[follow_up.reference] == (50, 50)


def test_what_has_ended_or_was_set_aside_is_gone_but_for_danger_and_planned_again_it_comes_up(
    cast: Cast, asked: Ask
) -> None:
    ended, danger, aside, unsafe = (
        asked(text, now=ago(60 + index)).question for index, text in enumerate(("a", HITS, "b", HITS))
    )
    withdraw(ended, MONDAY)
    withdraw(danger, MONDAY)
    changed(aside, status=Status.SET_ASIDE, waiting_since=None, due_at=ago(1))
    changed(unsafe, status=Status.SET_ASIDE, waiting_since=None)
    settled = changed(asked(now=ago(99)).question, status=Status.SETTLED, waiting_since=None)
    assert order(cast) == named(unsafe, danger)
    changed(settled, due_at=ago(20))
    assert order(cast) == named(unsafe, danger, settled)
    assert (entries(cast)[2].place, entries(cast)[2].wall) == (Place.DUE, 20)


def test_nobody_sees_what_they_may_not_read(cast: Cast, asked: Ask) -> None:
    theirs, chosen, corrected, moved_away = (asked(now=ago(index), theme="geld").question for index in (4, 3, 2, 1))
    claim(cast.outsider, theirs, MONDAY)
    safe = Theme.objects.get(slug="veilig")
    changed(chosen, theme=safe)
    changed(corrected, theme_corrected=safe)
    changed(moved_away, theme=safe, theme_corrected=Theme.objects.get(slug="wonen"))

    def seen(colleague: Any) -> list[str]:
        return [entry.question.reference for entry in queue_page_of(colleague, MONDAY).entries]

    assert seen(cast.colleague) == []
    assert seen(cast.outsider) == named(theirs)
    assert seen(cast.confidant) == named(chosen, corrected, moved_away)


def test_the_longest_wait_of_all_is_marked_once_and_not_what_is_planned(cast: Cast, asked: Ask) -> None:
    changed(asked(now=ago(900)).question, due_at=MONDAY + timedelta(days=1))
    oldest = asked(now=ago(500)).question
    changed(asked(now=ago(800)).question, status=Status.REACTED)
    asked(now=ago(500))
    marked = [entry.question.reference for entry in entries(cast) if entry.oldest]
    assert marked == named(oldest)


def test_a_page_holds_fifty_and_a_page_too_far_is_the_last(
    cast: Cast, asked: Ask, sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    first = asked(now=ago(5_000)).question
    rows = [asked(now=ago(index)).question for index in range(3)]
    client = sign_in(cast.colleague)
    client.get("/beheer/vragen/")
    assert queue_page_of(cast.colleague, MONDAY, look=Look(PAGE + 1, None, {})).pages == 2
    for number in ("9999", "0", "-1", "x", "1" * 40, "²"):
        page = body(client.get("/beheer/vragen/", {"pagina": number}))
        assert all(question.reference in page for question in (first, *rows)), number
    # As many queries for many questions as for one.
    with django_assert_max_num_queries(40):
        client.get("/beheer/vragen/")


def test_the_first_words_of_a_place_say_why_it_stands_there(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    now = timezone.now()
    waits = asked(now=now - timedelta(hours=3)).question
    danger = asked(HITS, now=now).question
    call = asked(now=now, answer_by=AnswerBy.CALL, **PHONE).question
    later = changed(asked(now=now).question, due_at=now + timedelta(days=2))
    held = asked(now=now - timedelta(minutes=1)).question
    HeldAnswer.objects.create(
        question=held, colleague=cast.colleague, submission=uuid.uuid4(), submission_fingerprint="0" * 64,
        language="nl", settled=Settled.ANSWERED, seen=1, written_at=now, release_at=now + timedelta(seconds=9),
        sealed_text=b"",
    )  # fmt: skip
    page = body(sign_in(cast.colleague).get("/beheer/vragen/"))
    assert page.count("<h1") == 1
    words = {
        danger: "Eerst beoordelen", call: "Nu bellen", waits: "Wacht het langst", held: "Wacht", later: "Gepland voor",
    }  # fmt: skip
    for question, first in some(words.items()):
        item = page[page.index(f'data-question="{question.pk}"') :].partition("</li>")[0]
        assert item.partition("</span>")[0].rpartition(">")[2].strip() == first
        assert ("Antwoord gaat over een paar tellen weg" in item) is (question is held)


def test_the_next_question_is_the_first_that_is_theirs_or_nobodys(cast: Cast, asked: Ask) -> None:
    mates, first, second = (asked(now=ago(seconds)).question for seconds in (30, 20, 10))
    changed(asked(now=ago(40)).question, due_at=MONDAY + SECOND)
    claim(cast.teammate, mates, MONDAY)
    assert next_after(cast.colleague, first.pk, MONDAY) == second
    assert next_after(cast.colleague, second.pk, MONDAY) == first
    claim(cast.colleague, first, MONDAY)
    assert next_after(cast.colleague, second.pk, MONDAY) == first
    claim(cast.teammate, second, MONDAY)
    assert next_after(cast.colleague, first.pk, MONDAY) is None


def test_a_new_message_after_an_answer_says_so(cast: Cast, asked: Ask) -> None:
    question = asked(now=ago(60)).question
    write_message(question, submission=uuid.uuid4(), text="En nog iets", language="nl", now=MONDAY)
    (entry,) = entries(cast)
    # One wait: further messages do not move its start.
    assert (entry.wait.kind, entry.wall) == ("first", 60)
    assert Team.objects.filter(slug="midden").exists()
