"""Thirty questions in six languages from six kinds of asker: every wait and outcome is right to the second."""

import io
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils import timezone

from questions.actions.forget import forget
from questions.models import CallAttempt, FormalMatter, Outcome, Question, SecondCode
from questions.reachability.outcomes import outcomes_in, quarter_of
from questions.reachability.reports import Report, ReportFilter, ReportRow, report
from questions.waits.clocks import Clock, elapsed, stopwatch
from questions.waits.measures import Measure
from questions.waits.models import Correction, Wait, WaitKind
from services.hours.models import CalendarInterval, CalendarVersion
from tests.conftest import Cast, colleague
from tests.desk.thirty_expected import (
    CHANNELS,
    CUT_OFF,
    ENDED_AT,
    EXCLUDED,
    EXPECTED,
    FIRST,
    FIRST_ANSWERS,
    FOLLOW_UP,
    Waited,
)
from tests.desk.thirty_more_stories import OTHERS
from tests.desk.thirty_people import Town, moment
from tests.desk.thirty_stories import FIFTEEN
from tests.some import some

pytestmark = pytest.mark.django_db
NOW = moment(CUT_OFF)
QUARTER = {"first": "2026-01-01", "last": "2026-03-31"}
SignIn = Callable[[Any], Client]


@dataclass(frozen=True)
class Told:
    """The numbers of a question and of its waits, in the order in which they were written; the figures outlive it."""

    question: int
    reference: str
    waits: tuple[int, ...]


@pytest.fixture(scope="module")
def told(module_database: None, django_db_blocker: Any) -> dict[str, Told]:
    """Every story, told once for this file."""
    found: dict[str, Told] = {}
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        override_settings(SECOND_FACTOR_REQUIRED=False),
    ):
        open_as_in_the_document()
        teams = {"anna": "midden", "bert": "midden", "carla": "noord", "dirk": "centraal"}
        people = {name: colleague(f"{name}-30", team, sensitive=name == "dirk") for name, team in teams.items()}
        town = Town(patch, people)
        for story in (*FIFTEEN, *OTHERS):
            before = Wait.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            askers = story(town)
            waits = list(Wait.objects.filter(pk__gt=before).order_by("pk").values_list("pk", flat=True))
            for name, asker in askers.items():
                # Of two that became one each has the wait that its own form opened.
                own = [waits.pop(0)] if len(askers) > 1 else waits
                found[name] = Told(asker.pk, asker.reference, tuple(own))
    return found


def open_as_in_the_document() -> None:
    """Office and chat keep the hours of the examples in docs/kpi.md: content has them but for Tuesday evening."""
    for slug in ("office", "chat"):
        version = CalendarVersion.objects.current().get(calendar__slug=slug)
        CalendarInterval.objects.create(version=version, weekday=1, opens=time(18), closes=time(20))


@pytest.fixture
def at_the_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def written(value: Any) -> str:
    """A moment as the table writes it, without what is finer than a second; empty for none."""
    return f"{timezone.localtime(value):%d-%m %H:%M:%S}" if value else ""


def as_it_is(wait: Wait) -> Waited:
    """The wait as the table tells it."""
    answered = wait.reacted_at is not None
    settled = wait.settled_at is not None
    return Waited(
        channel=wait.channel,
        started=written(wait.started_at),
        office=round(elapsed(wait, Clock.OFFICE, NOW)),
        r1=written(wait.reacted_at),
        r2=written(wait.settled_at),
        how=wait.settled_how,
        kind=wait.kind,
        entry="" if wait.entry_channel == wait.channel else wait.entry_channel,
        sign=written(wait.first_sign_at),
        outcome=wait.outcome,
        ended="" if answered else written(wait.ended_at),
        answer_outcome=wait.answer_outcome,
        answer_ended="" if settled else written(wait.answer_ended_at),
        excluded=wait.excluded,
        theme=wait.theme,
        corrected=wait.theme_corrected,
    )


def test_there_are_five_in_every_language_and_five_of_every_kind_of_asker(told: dict[str, Told]) -> None:
    assert told.keys() == EXPECTED.keys()
    languages, askers = zip(*(name.split("-") for name in told), strict=True)
    assert Counter(languages) == dict.fromkeys(("nl", "en", "ar", "tr", "pl", "uk"), 5)
    assert Counter(askers) == dict.fromkeys(("form", "chat", "call", "talk", "other", "worry"), 5)
    for name, one in some(told.items()):
        found = Wait.objects.filter(pk__in=one.waits).values_list("language", "source", "district").distinct()
        assert list(found) == [(name[:2], "measured", "")], name


def test_every_wait_is_right_to_the_second(told: dict[str, Told]) -> None:
    wrong = {}
    for name, one in some(told.items()):
        rows = Wait.objects.in_bulk(one.waits)
        found = tuple(as_it_is(rows[pk]) for pk in one.waits)
        if found != EXPECTED[name].waits:
            wrong[name] = [asdict(row) for row in found]
    assert not wrong


def test_every_question_stands_where_it_should_and_ended_where_it_did(told: dict[str, Told]) -> None:
    wrong = {}
    for name, one in some(told.items()):
        question = Question.objects.filter(pk=one.question).first()
        outcome = Outcome.objects.filter(question=one.question).first()
        found = (
            question.status if question else "gone",
            outcome.destination if outcome else "",
            question.kind if question else EXPECTED[name].kind,
        )
        if found != (EXPECTED[name].status, EXPECTED[name].destination, EXPECTED[name].kind):
            wrong[name] = found
    assert not wrong
    found_in_quarter = outcomes_in(quarter_of(date(2026, 3, 31)), date(2026, 3, 31))
    assert found_in_quarter.by_destination() == ENDED_AT


def test_what_happened_on_the_way_is_written_down(told: dict[str, Told]) -> None:
    calls = CallAttempt.objects.filter(question=told["nl-call"].question)
    assert [written(call.at) for call in calls] == ["15-01 10:00:00", "16-01 10:00:00", "19-01 10:00:00"]
    assert not calls.filter(reached=True).exists()
    matter = FormalMatter.objects.get()
    assert (matter.question_id, matter.kind, matter.received_on) == (
        told["en-other"].question, "complaint", date(2026, 2, 4),
    )  # fmt: skip
    codes = SecondCode.objects.order_by("question_id").values_list("question_id", flat=True)
    assert list(codes) == [told["nl-other"].question, told["ar-other"].question]
    over = Question.objects.get(pk=told["nl-other"].question)
    assert (over.team.slug if over.team else "", str(over.colleague)) == ("noord", "Carla-30")
    merged = Question.objects.get(pk=told["pl-form"].question)
    assert merged.merged_into_id == told["pl-other"].question
    done = [(row.what, row.reason, row.wait_id, written(row.at)) for row in Correction.objects.order_by("at")]
    assert done == [
        ("theme", "turned_out", told["tr-other"].waits[0], "24-02 11:20:00"),
        ("excluded", "test", told["tr-worry"].waits[0], "26-02 12:30:00"),
        ("included", "by_mistake", told["tr-worry"].waits[0], "27-02 09:00:00"),
        ("merged", "duplicate", told["pl-other"].waits[0], "09-03 10:50:00"),
        ("excluded", "spam", told["uk-form"].waits[0], "16-03 09:15:00"),
    ]


@pytest.mark.parametrize(
    ("kind", "reactions", "answers"), [("first", FIRST, FIRST_ANSWERS), ("follow_up", FOLLOW_UP, FOLLOW_UP)]
)
def test_the_report_counts_what_was_counted_by_hand(
    told: dict[str, Told], cast: Cast, sign_in: SignIn, at_the_cut_off: None, kind: str, reactions: Any, answers: Any
) -> None:
    page = sign_in(cast.leader).get("/beheer/bereikbaarheid/", QUARTER | {"kind": kind})
    made: Report = page.context["report"]
    for counts, by_hand in ((made.whole.counts, reactions), (made.whole.answers, answers)):
        assert {name: getattr(counts, name) for name in by_hand} == by_hand
    assert made.excluded == EXCLUDED[kind]
    shown = [dd.get_text(strip=True) for dd in BeautifulSoup(page.content, "html.parser").select(".report-counts dd")]
    del shown[5]  # the age of the oldest that is open
    by_hand = [reactions["asked"], reactions["answered"], answers["answered"], reactions["open"], answers["open"]]
    by_hand += [reactions[name] for name in ("left", "withdrawn", "closed_unanswered", "unreachable")]
    assert shown == [str(number) for number in (*by_hand, *filter(None, [EXCLUDED[kind]]))]
    parts = [*made.kpi_channels, *made.beside]
    assert {row.name: row.counts.asked for row in parts} == CHANNELS[kind]


def test_making_the_waits_again_from_their_events_gives_the_same_rows(told: dict[str, Told]) -> None:
    before = list(Wait.objects.order_by("pk").values())
    assert rebuilt() == "0 waits differed from their events\n"
    everything = {"theme": "verzonnen", "first_sign_at": NOW, "excluded": True, "language": "xx", "channel": "email"}
    Wait.objects.update(**everything)
    assert rebuilt() == f"{len(before)} waits differed from their events\n"
    assert list(Wait.objects.order_by("pk").values()) == before


def rebuilt() -> str:
    out = io.StringIO()
    call_command("rebuild_waits", stdout=out)
    return out.getvalue()


def test_forgetting_all_contents_changes_no_figure_to_the_last_digit(
    told: dict[str, Told], cast: Cast, sign_in: SignIn, at_the_cut_off: None
) -> None:
    client = sign_in(cast.leader)
    before, pages_before = every_figure(), pages_of_figures(client)
    for question in some(Question.objects.order_by("-pk")):
        forget(question)
    assert not Question.objects.exists()
    assert every_figure() == before
    assert len(pages_before) == 5
    assert pages_of_figures(client) == pages_before


def every_figure() -> list[object]:
    """Every number of both reports and of where questions ended, not rounded."""
    found: list[object] = []
    for kind in WaitKind:
        made = report(ReportFilter(date(2026, 1, 1), date(2026, 3, 31), kind=kind), NOW)
        for row in (made.whole, *made.kpi_channels, *made.beside, *made.per_theme):
            found += figures_of(row)
        found += [made.weeks, made.excluded, made.not_measured, made.coverage]
    for wait in some(Wait.objects.order_by("pk")):
        found += [stopwatch(clock, NOW, measure)(wait) for clock in Clock for measure in Measure]
    return [*found, outcomes_in(quarter_of(date(2026, 3, 31)), date(2026, 3, 31))]


def figures_of(row: ReportRow) -> list[object]:
    lines = [(row.name, line.measure, each) for line in row.lines for each in (line.wall, line.office)]
    return [
        (name, measure, each.clock, each.counts, each.curve.steps, each.within, each.percentiles)
        for name, measure, each in lines
    ]


def pages_of_figures(client: Client) -> list[str]:
    """What the team leader reads: the report, its corrections, the complaints and where questions ended."""
    pages = [client.get("/beheer/bereikbaarheid/", QUARTER | {"kind": kind}) for kind in WaitKind]
    pages += [client.get(f"/beheer/bereikbaarheid/{address}") for address in ("correcties/", "klachten/")]
    pages.append(client.get("/beheer/bereikbaarheid/uitkomsten/", {"kwartaal": "2026-1"}))
    found = [BeautifulSoup(page.content, "html.parser").select_one("main") for page in pages]
    return [str(main) for main in found if main is not None and main.get_text(strip=True)]
