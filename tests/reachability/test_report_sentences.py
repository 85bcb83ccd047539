"""The sentences with which the report opens."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.reachability.report_sentences import report_sentences
from questions.reachability.reports import ReportFilter, report
from questions.statuses import Settled
from questions.waits.models import Channel
from tests.conftest import MONDAY, Ask, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LATER = MONDAY + timedelta(days=10)
NAMES = {"form": "Formulier", "email": "E-mail"}


@pytest.fixture
def said(asked: Ask, cast: Cast) -> Callable[..., list[tuple[str, str]]]:
    """Asks that many questions of a channel, answers some after an hour, and returns what the report then says."""

    def do(*groups: tuple[Channel, int, int]) -> list[tuple[str, str]]:
        for channel, many, answered in groups:
            for number in range(many):
                question = asked(channel=channel).question
                if number < answered:
                    claim(cast.colleague, question, MONDAY)
                    answer(
                        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl",
                        settled=Settled.ANSWERED, now=MONDAY + timedelta(hours=1),
                    )  # fmt: skip
        with translation.override("nl"):
            made = report(ReportFilter(first=MONDAY.date(), last=MONDAY.date()), LATER)
            return [(each.text, each.tone) for each in report_sentences(made, NAMES)]

    return do


def test_who_waits_comes_first_and_the_share_is_in_tenths(said: Callable[..., list[tuple[str, str]]]) -> None:
    assert said((Channel.FORM, 12, 9)) == [
        ("Er wachten nu 3 vragen, de langste 10 d 0 u.", "waits"),
        ("Bij 8 van de 10 vragen kwam binnen 2 dagen een eerste reactie.", "plain"),
    ]


@pytest.mark.parametrize(
    ("many", "answered", "those"),
    [(10, 10, "alle 10 vragen"), (10, 0, "geen van de 10 vragen"), (10, 5, "de helft van de vragen")],
)
def test_all_and_none_are_said_only_when_it_is_so(
    said: Callable[..., list[tuple[str, str]]], many: int, answered: int, those: str
) -> None:
    assert said((Channel.FORM, many, answered))[1][0] == f"Bij {those} kwam binnen 2 dagen een eerste reactie."


def test_nearly_all_is_not_all(said: Callable[..., list[tuple[str, str]]]) -> None:
    assert said((Channel.FORM, 21, 20))[1][0] == "Bij bijna alle vragen kwam binnen 2 dagen een eerste reactie."


def test_few_questions_give_a_number_and_no_share(said: Callable[..., list[tuple[str, str]]]) -> None:
    assert said((Channel.FORM, 9, 9)) == [
        ("Er wacht nu niemand.", "plain"),
        ("Dit zijn te weinig vragen om in één zin te zeggen hoe snel de antwoorden komen.", "plain"),
    ]
    assert said()[0][0] == "Er wacht nu niemand."


def test_nobody_asked_is_said_too(said: Callable[..., list[tuple[str, str]]]) -> None:
    assert said() == [("In deze periode vroeg niemand iets.", "plain")]


def test_a_channel_stays_behind_only_when_its_margin_lies_below_all(
    said: Callable[..., list[tuple[str, str]]], asked: Ask, cast: Cast
) -> None:
    assert said((Channel.FORM, 10, 8), (Channel.CALLBACK, 10, 7))[2] == (
        "Geen kanaal is duidelijk langzamer dan de andere.", "plain",
    )  # fmt: skip
    behind = said((Channel.FORM, 20, 20), (Channel.CALLBACK, 12, 0))[2]
    assert behind[1] == "behind"
    assert behind[0].startswith("callback blijft achter. Bij 3 van de 10 vragen kwam binnen 2 dagen")


def test_the_page_opens_with_them_and_has_no_letters_of_a_formula(
    asked: Ask, cast: Cast, sign_in: Callable[[Any], Client]
) -> None:
    asked()
    answered = sign_in(cast.leader).get("/beheer/bereikbaarheid/", {"first": "2026-03-02", "last": "2026-03-08"})
    page = BeautifulSoup(answered.content, "html.parser")
    main = page.select_one("main")
    assert main is not None
    desk = main.select_one(".desk")
    assert desk is not None
    assert desk.find(True, recursive=False)["class"] == ["report-said"]  # type: ignore[index]
    words = main.get_text(" ")
    assert not {sign for sign in ("F(t)", "R1", "R2", "P50", "P80", "P90") if sign in words}
    assert main.select_one('a[href="/beheer/handleiding/kpi/"]') is not None
