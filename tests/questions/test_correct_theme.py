"""Correcting the theme: beside the resident's choice, on every wait, and closed where it becomes sensitive."""

import uuid
from datetime import timedelta

import pytest

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.correct_theme import correct_theme
from questions.actions.refusals import NobodyAnswers, NotAllowed, ThemeNotInUse
from questions.actions.write_message import write_message
from questions.desk_choices import ThemeReason
from questions.models import Question
from questions.permissions import may_read
from questions.statuses import Settled
from questions.waits.models import Correction, Wait
from questions.waits.writer import rebuild
from services.models import Theme
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=3)
OTHER_SUBJECT = ThemeReason.OTHER_SUBJECT


def theme(slug: str) -> Theme:
    return Theme.objects.get(slug=slug)


def answered(asked: Ask, cast: Cast) -> Question:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Zo", language="nl", settled=Settled.ANSWERED,
        now=LATER,
    )  # fmt: skip
    return question


def write(question: Question, text: str = "En nu?") -> None:
    write_message(question, submission=uuid.uuid4(), text=text, language="nl", now=LATER)


def test_every_wait_carries_the_corrected_theme_beside_the_choice_and_a_later_one_too(asked: Ask, cast: Cast) -> None:
    question = answered(asked, cast)
    write(question)
    correct_theme(cast.colleague, question, theme("wonen"), OTHER_SUBJECT, LATER)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Zo", language="nl", settled=Settled.ANSWERED,
        now=LATER,
    )  # fmt: skip
    write(question, "En dan?")
    waits = some(Wait.objects.all())
    assert len(waits) == 3
    assert {(wait.theme, wait.theme_corrected) for wait in waits} == {("geld", "wonen")}
    corrections = some(Correction.objects.all())
    assert {(row.what, row.theme, row.reason, row.who) for row in corrections} == {
        ("theme", "wonen", "other_subject", "Anna")
    }
    assert len(corrections) == 2
    assert rebuild() == 0


def test_the_theme_of_the_resident_clears_it_and_the_same_again_does_nothing(asked: Ask, cast: Cast) -> None:
    question = asked().question
    for slug in ("wonen", "wonen", "geld"):
        correct_theme(cast.colleague, question, theme(slug), OTHER_SUBJECT, LATER)
    question.refresh_from_db()
    assert question.theme_corrected is None
    assert Wait.objects.get().theme_corrected == ""
    assert [row.theme for row in Correction.objects.order_by("pk")] == ["wonen", "geld"]


def test_a_sensitive_theme_closes_it_also_for_who_corrected_it_and_puts_it_back(asked: Ask, cast: Cast) -> None:
    question = answered(asked, cast)
    now_stands = correct_theme(cast.colleague, question, theme("veilig"), OTHER_SUBJECT, LATER)
    assert now_stands.colleague is None
    assert not may_read(cast.colleague, question)
    assert may_read(cast.confidant, question)
    correct_theme(cast.confidant, question, theme("geld"), OTHER_SUBJECT, LATER)
    assert may_read(cast.colleague, question)


def test_who_may_not_put_it_in_order_corrects_nothing(asked: Ask, cast: Cast) -> None:
    question = answered(asked, cast)
    for who in (cast.teammate, cast.outsider, cast.confidant):
        with pytest.raises(NotAllowed):
            correct_theme(who, question, theme("wonen"), OTHER_SUBJECT, LATER)
    assert not Correction.objects.exists()


def test_a_theme_out_of_use_or_one_that_nobody_answers_is_refused(asked: Ask, cast: Cast) -> None:
    question = asked().question
    Theme.objects.filter(slug="wonen").update(active=False)
    with pytest.raises(ThemeNotInUse):
        correct_theme(cast.colleague, question, theme("wonen"), OTHER_SUBJECT, LATER)
    cast.confidant.sensitive_themes.clear()
    with pytest.raises(NobodyAnswers):
        correct_theme(cast.colleague, question, theme("veilig"), OTHER_SUBJECT, LATER)
    question.refresh_from_db()
    assert question.theme_corrected is None
