"""The report in the admin, and the command without a database."""

import io
import json
import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import translation

from home.text.days import EARLIEST, LATEST
from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.reachability.public_figures import Quarter, quarter_figures
from questions.reachability.reports import ReportFilter, report
from questions.reachability.templatetags.durations import clock, share
from questions.reachability.templatetags.reports import times
from questions.statuses import Settled
from questions.waits.models import Channel
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.once
SignIn = Callable[[Any], Client]
WEEK = {"first": "2026-03-02", "last": "2026-03-08"}


def settled_after(asked: Ask, cast: Cast, seconds: int, **more: Any) -> None:
    question = asked(**more).question
    claim(cast.colleague, question, MONDAY)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED,
        now=MONDAY + timedelta(seconds=seconds),
    )  # fmt: skip


@pytest.mark.django_db
def test_the_report_counts_everybody_and_shows_the_waiting_time_to_the_second(
    asked: Ask, cast: Cast, sign_in: SignIn
) -> None:
    settled_after(asked, cast, 3725)
    asked(theme="wonen")
    page = sign_in(cast.leader).get("/beheer/bereikbaarheid/", WEEK).content.decode()
    assert '<dd data-count="asked">2</dd>' in page
    assert '<dd data-count="answered">1</dd>' in page
    assert '<dd data-count="open">1</dd>' in page
    # On both clocks, as first reaction and as real answer.
    assert page.count('<th scope="row">1:02:05</th>') == 4
    assert '<dd data-count="settled">1</dd>' in page
    assert "50,0%" in page


@pytest.mark.django_db
def test_reaction_and_real_answer_stand_together_and_the_chat_begins_with_the_answer(
    asked: Ask, cast: Cast, sign_in: SignIn
) -> None:
    settled_after(asked, cast, 60)
    asked(channel=Channel.CHAT)
    client = sign_in(cast.leader)
    page = BeautifulSoup(client.get("/beheer/bereikbaarheid/", WEEK).content, "html.parser")

    def measures(slug: str) -> list[str]:
        return [str(row["data-measure"]) for row in page.select(f'tbody[data-slug="{slug}"] tr')]

    assert measures("form") == ["reaction", "answer"]
    assert measures("chat") == ["answer", "reaction"]
    headings = [heading.get_text() for heading in page.select("h2")]
    kpi = headings.index("KPI Bereikbaarheid: balie, telefoon, e-mail en chat")
    assert headings[kpi + 1] == "Ernaast: formulier en terugbellen"
    part = page.select_one("[data-clock=wall]")
    assert part is not None
    assert [each.get_text() for each in part.select("h3")] == ["Eerste reactie", "Echt antwoord"]
    chat = BeautifulSoup(client.get("/beheer/bereikbaarheid/", WEEK | {"channel": "chat"}).content, "html.parser")
    part = chat.select_one("[data-clock=wall]")
    assert part is not None
    assert part.select("h3")[0].get_text() == "Echt antwoord"


@pytest.mark.django_db
def test_as_nothing_can_be_left_out_yet_the_report_says_that_everything_counts(
    asked: Ask, cast: Cast, sign_in: SignIn
) -> None:
    asked()
    page = sign_in(cast.leader).get("/beheer/bereikbaarheid/", WEEK).content.decode()
    assert "Er is niets weggelaten: ook spam, tests en dubbele vragen tellen mee." in page
    assert "Weggelaten" not in page


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (45, 71, "63,4%"),
        (1, 3, "33,3%"),
        (2, 3, "66,7%"),
        (1, 8, "12,5%"),
        (1, 16, "6,3%"),
        (0, 5, "0,0%"),
        (5, 5, "100,0%"),
        (9996, 10_000, "> 99,9%"),
        (9990, 10_000, "99,9%"),
        (1, 10_000, "< 0,1%"),
    ],
)
def test_a_share_is_rounded_and_only_everybody_is_a_hundred_per_cent(part: int, whole: int, printed: str) -> None:
    with translation.override("nl"):
        assert share(part / whole) == printed


def test_a_time_and_a_ratio_are_rounded_so_that_neither_flatters() -> None:
    with translation.override("nl"):
        assert clock(3600.2) == "1:00:01"
        assert times(1.96) == "2,0"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last"),
    [("0001-01-01", "2026-12-31"), ("2026-01-01", "9999-12-31"), ("0206-01-01", "2026-12-31"), ("30-11", "2026-12-31")],
)
def test_a_day_that_cannot_be_meant_is_refused_beside_its_field(
    cast: Cast, sign_in: SignIn, first: str, last: str
) -> None:
    answer = sign_in(cast.leader).get("/beheer/bereikbaarheid/", {"first": first, "last": last})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert ("buiten 1900 tot 2199" in page) != ("Schrijf de dag zo: 30-11-2026." in page)
    assert f'value="{first}"' in page
    assert f'value="{last}"' in page


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["2-3-2026", "02/03/2026", "2 maart 2026", "2026-03-02"])
def test_a_day_is_read_as_people_write_it(asked: Ask, cast: Cast, sign_in: SignIn, typed: str) -> None:
    asked()
    page = sign_in(cast.leader).get("/beheer/bereikbaarheid/", {"first": typed, "last": typed}).content.decode()
    assert '<dd data-count="asked">1</dd>' in page
    assert f'value="{typed}"' in page


@pytest.mark.django_db
def test_the_weeks_begin_with_the_first_question_and_end_today(asked: Ask) -> None:
    asked()
    now = MONDAY + timedelta(days=365)
    longest = report(ReportFilter(date(EARLIEST, 1, 1), date(LATEST, 12, 31)), now)
    assert longest.whole.counts.asked == 1
    assert [week.first for week in longest.weeks][:: len(longest.weeks) - 1] == [date(2026, 3, 2), date(2027, 3, 1)]


@pytest.mark.django_db
def test_percentiles_appear_from_twenty_waits_on(asked: Ask, cast: Cast, sign_in: SignIn) -> None:
    for minute in range(1, 20):
        settled_after(asked, cast, 60 * minute)
    client = sign_in(cast.leader)
    assert "9vande10</th><td>" not in re.sub(r"\s+", "", client.get("/beheer/bereikbaarheid/", WEEK).content.decode())
    settled_after(asked, cast, 1200)
    page = client.get("/beheer/bereikbaarheid/", WEEK).content.decode()
    page = re.sub(r"\s+", "", page)
    assert "dehelft</th><td>0:10:00</td>" in page
    assert "9vande10</th><td>0:18:00</td>" in page


@pytest.mark.django_db
def test_the_report_is_cut_by_channel_theme_and_period(asked: Ask, cast: Cast, sign_in: SignIn) -> None:
    asked(theme="wonen")
    asked(theme="geld")
    client = sign_in(cast.leader)

    def count(**more: str) -> str:
        page = client.get("/beheer/bereikbaarheid/", WEEK | more).content.decode()
        return page.split('data-count="asked">')[1].split("<")[0]

    assert count() == "2"
    assert count(theme="wonen") == "1"
    assert count(channel="chat") == "0"
    assert count(source="sample") == "0"
    assert count(first="2026-03-03") == "0"


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [{"first": "gisteren"}, {"last": "2026-01-01"}, {"theme": "x"}, {"channel": "duif"}])
def test_a_period_or_theme_that_cannot_be_is_said_beside_the_field(
    cast: Cast, sign_in: SignIn, wrong: dict[str, str]
) -> None:
    response = sign_in(cast.leader).get("/beheer/bereikbaarheid/", WEEK | wrong)
    assert response.status_code == 422
    assert "desk-error" in response.content.decode()


def test_the_command_computes_example_a_of_the_definition(tmp_path: Path) -> None:
    rows = [
        [60, "answered"], [120, "answered"], [120, "left"], [300, "answered"], [600, "open"], [900, "answered"],
        [900, "answered"], [1500, "withdrawn"], [3600, "open"], [7200, "answered"],
    ]  # fmt: skip
    file = tmp_path / "waits.json"
    file.write_text(json.dumps(rows))
    out = io.StringIO()
    call_command("reachability", from_json=str(file), stdout=out)
    answered = json.loads(out.getvalue())
    assert (answered["n"], answered["open"]) == (10, 2)
    assert answered["P"]["0.5"] == {"value": 900, "low": 300, "high": None}
    assert answered["F"][0] == [60, 0.1, 0.005723, 0.358127]


@pytest.mark.parametrize("text", ["", "{}", "[[1]]", '[[-1, "answered"]]', '[[1, "maybe"]]', '[["x", "open"]]'])
def test_the_command_says_what_is_wrong_with_the_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "waits.json"
    file.write_text(text)
    with pytest.raises(CommandError):
        call_command("reachability", from_json=str(file))


def test_the_command_says_that_a_file_is_not_there() -> None:
    with pytest.raises(CommandError, match="cannot read"):
        call_command("reachability", from_json="/nergens/waits.json")


@pytest.mark.django_db
def test_real_answers_of_before_they_were_measured_are_said_to_be_unknown(
    asked: Ask, cast: Cast, sign_in: SignIn
) -> None:
    for settled in (Settled.NOT_YET, Settled.ANSWERED):
        question = asked().question
        claim(cast.colleague, question, MONDAY)
        answer(
            cast.colleague, question, submission=uuid.uuid4(), text="Wij kijken ernaar.", language="nl",
            settled=settled, now=MONDAY + timedelta(hours=1),
        )  # fmt: skip
    migration = MigrationRecorder.Migration.objects.get(app="reachability", name="0004_real_answer")
    for learned, unknown in ((MONDAY + timedelta(days=1), 1), (MONDAY, 0)):
        migration.applied = learned
        migration.save()
        shown = sign_in(cast.leader).get("/beheer/bereikbaarheid/", {"first": "2026-01-01", "last": "2026-12-31"})
        assert shown.context["report"].not_measured == unknown
        assert shown.content.decode().count("data-not-measured") == unknown
        assert shown.context["report"].whole.answers.answered == 1  # and never the other one too
        assert (quarter_figures(Quarter(date(2026, 1, 1), date(2026, 3, 31))).measured_since is not None) == bool(
            unknown
        )
