"""The wish to talk with somebody, as a colleague reads it beside the question."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.models import Outgoing
from questions.statuses import AnswerBy, Settled
from questions.waits.models import Wait, WaitOutcome
from tests.conftest import Ask, Cast
from tests.markup import one_line

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]


def known(asked: Ask, cast: Cast, sign_in: SignIn, **contact: Any) -> str:
    """What stands beside the question of somebody who would rather talk."""
    question = asked(now=timezone.now(), answer_by=AnswerBy.TALK, **contact).question
    page = one_line(sign_in(cast.colleague).get(f"/beheer/vragen/{question.pk}/").content.decode())
    return page.split('<dl class="question-known"')[1].split("</dl>")[0]


def test_where_when_and_with_which_interpreter_stand_beside_the_question(
    asked: Ask, cast: Cast, sign_in: SignIn
) -> None:
    text = known(
        asked, cast, sign_in, phone="0612345678", talk_place="office", talk_location="noord", talk_time="evening",
        interpreter="<Tigrinya>",
    )  # fmt: skip
    for words in ("Wijkteam Noord", "Avonds", "&lt;Tigrinya&gt;", "tel:0612345678"):
        assert words in text, words


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"talk_place": "office"}, "Op een locatie, maakt niet uit welke"),
        ({"talk_place": "office", "talk_location": "gesloopt"}, "gesloopt"),
        ({"talk_place": "home"}, "Bij de inwoner thuis"),
        ({"talk_place": "phone"}, "Aan de telefoon"),
    ],
)
def test_the_place_is_told_in_words(asked: Ask, cast: Cast, sign_in: SignIn, wish: dict[str, str], words: str) -> None:
    text = known(asked, cast, sign_in, phone="0612345678", talk_time="either", **wish)
    assert words in text
    assert "Tolk" not in text
    assert "een e-mail laat de inwoner weten" not in text


def test_who_left_only_an_address_reads_the_proposal_and_is_told_of_it(asked: Ask, cast: Cast, sign_in: SignIn) -> None:
    text = known(asked, cast, sign_in, email="fatima@example.org", talk_place="home", talk_time="day")
    assert "een e-mail laat de inwoner weten" in text


def test_a_proposal_counts_when_its_notice_was_accepted(asked: Ask, cast: Cast) -> None:
    now = timezone.now()
    question = asked(now=now, answer_by=AnswerBy.TALK, email="fatima@example.org", talk_place="home").question
    claim(cast.colleague, question, now)
    message = answer(
        cast.colleague, question, submission=question.submission, text="Past maandag om tien uur?", language="nl",
        settled=Settled.AGREED, now=now,
    )  # fmt: skip
    assert Outgoing.objects.get().message == message
    assert Wait.objects.get().outcome == WaitOutcome.OPEN
