"""The log of one question: everything that happened, in order, a stretch at a time."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.history import note_in_history
from questions.actions.judge import judge
from questions.actions.record_call import record_call
from questions.actions.write_note import write_note
from questions.desk.question.timeline import AT_ONCE, stretch_of
from questions.desk_choices import HistoryKind
from questions.models import Note, Question, Team
from questions.permissions import readable_merged
from questions.statuses import Judgement, Settled, Status
from services.models import Theme
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def body(response: Any) -> str:
    return str(response.content.decode())


def many_notes(question: Question, cast: Cast, number: int) -> None:
    key, rows = question.key_bytes, []
    for each in range(number):
        note = Note(
            question=question, submission=uuid.uuid4(), colleague=cast.colleague, at=MONDAY + timedelta(minutes=each)
        )
        note.seal_text(key, f"Notitie {each}.")
        rows.append(note)
    Note.objects.bulk_create(rows, batch_size=1000)


def test_everything_that_happened_stands_there_in_the_order_of_time(cast: Cast, asked: Ask) -> None:
    question = asked("Mijn man slaat mij en ik wil dood.").question
    at = iter(MONDAY + timedelta(minutes=each) for each in range(1, 20))
    judge(cast.colleague, question, seen=1, outcome=Judgement.DANGER, now=next(at))
    claim(cast.colleague, question, next(at))
    write_note(cast.teammate, question, submission=uuid.uuid4(), text="Ik ken haar.", now=next(at))
    record_call(cast.colleague, question, submission=uuid.uuid4(), reached=False, settled=Settled.NOT_YET, now=next(at))
    note_in_history(
        question, HistoryKind.HANDED_OVER, at=next(at), colleague=cast.colleague, words="Ik ben weg.",
        team=Team.objects.get(slug="noord").pk,
    )  # fmt: skip
    question.refresh_from_db()
    lines = stretch_of(question, question.key_bytes, []).lines
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    said = [f"{line.who} {line.text}" for line in lines]
    for place, words in enumerate(some(["Inwoner", "gevaar", "Opgepakt", "Ik ken haar.", "niemand", "Ik ben weg."])):
        assert words in said[place]
    assert "Noord" in said[-1]
    assert "Anna" in said[-1]


def test_ten_thousand_notes_are_shown_a_stretch_at_a_time(
    cast: Cast, asked: Ask, sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    question = asked().question
    many_notes(question, cast, 10_000)
    with django_assert_max_num_queries(12):
        latest = stretch_of(question, question.key_bytes, [])
    assert (len(latest.lines), latest.number_of) == (AT_ONCE, 201)
    assert latest.lines[-1].text == "Notitie 9999."
    client = sign_in(cast.colleague)
    page = body(client.get(f"/beheer/vragen/{question.pk}/"))
    assert page.count('class="internal"') == AT_ONCE
    assert "?eerder=2" in page
    first = body(client.get(f"/beheer/vragen/{question.pk}/?eerder=201"))
    assert "Ik kan de huur niet betalen." in first
    assert "?eerder=200" in first
    for odd in some(["999999", "-1", "x", "9" * 30, "0"]):
        assert client.get(f"/beheer/vragen/{question.pk}/", {"eerder": odd}).status_code == 200


def test_what_was_merged_stands_in_between_and_a_closed_theme_stays_closed(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    one = asked("De eerste vraag.").question
    other = asked("De tweede vraag.", now=MONDAY + timedelta(minutes=1)).question
    closed = asked("De gesloten vraag.", theme="veilig", now=MONDAY + timedelta(minutes=2)).question
    claim(cast.outsider, other, MONDAY + timedelta(minutes=3))
    merged = Question.objects.filter(pk__in=[other.pk, closed.pk])
    merged.update(merged_into=one, status=Status.MERGED, ended_at=MONDAY + timedelta(minutes=5))
    page = body(sign_in(cast.colleague).get(f"/beheer/vragen/{one.pk}/"))
    assert page.index("De eerste vraag.") < page.index("De tweede vraag.")
    assert other.reference in page
    assert "De gesloten vraag." not in page
    assert "De gesloten vraag." in body(sign_in(cast.confidant).get(f"/beheer/vragen/{one.pk}/"))
    line = next(
        line for line in stretch_of(one, one.key_bytes, readable_merged(cast.colleague, one)).lines if line.source
    )
    assert (line.number, line.source) == (0, other.reference)


def test_words_of_danger_are_judged_by_who_read_the_last_stretch(cast: Cast, asked: Ask) -> None:
    question = asked("Ik wil dood.").question
    many_notes(question, cast, 60)
    latest = stretch_of(question, question.key_bytes, [])
    assert latest.last_seen == question.last_number == 1
    assert stretch_of(question, question.key_bytes, [], 2).last_seen == 1


def test_nothing_is_shown_of_a_question_that_somebody_may_not_read(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(theme="veilig").question
    for who in some([cast.colleague, cast.editor, cast.leader, cast.administrator, cast.root]):
        assert sign_in(who).get(f"/beheer/vragen/{question.pk}/").status_code == 403


def test_an_answer_tells_whether_it_was_opened(cast: Cast, asked: Ask) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Bel Op Orde.", language="nl",
        settled=Settled.ANSWERED, now=timezone.now(),
    )  # fmt: skip
    question.refresh_from_db()
    line = stretch_of(question, question.key_bytes, []).lines[-1]
    assert line.state == "Nog niet geopend"
    assert line.pk


def test_the_theme_that_staff_corrected_is_the_name_of_the_page(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    Question.objects.filter(pk=question.pk).update(theme_corrected=Theme.objects.get(slug="wonen"))
    page = body(sign_in(cast.colleague).get(f"/beheer/vragen/{question.pk}/"))
    assert Theme.objects.get(slug="wonen").name in page
