"""How fast do we answer, for residents: true, in words, and never about a few."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from questions.reachability import public_presenters
from questions.reachability.public_figures import (
    GroupSpeed,
    MeasuredWait,
    Quarter,
    QuarterFigures,
    ReachedShare,
    figures_of,
    last_quarter,
)
from questions.waits.measures import Measure
from questions.waits.models import Channel, Source, WaitKind
from questions.waits.projection import Event
from questions.waits.writer import open_wait, record

QUARTER = Quarter(date(2026, 1, 1), date(2026, 3, 31))
ASKED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = 86_400
UNKNOWN = "We do not know yet how long an answer usually takes."


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def rows(
    channel: str, *waits: tuple[int | None, str], asked: datetime = ASKED, answer_after: int = 0
) -> list[MeasuredWait]:
    """Waits of a channel; the real answer came so many seconds after the first reaction."""
    found = []
    for seconds, outcome in waits:
        end = (None if seconds is None else asked + timedelta(seconds=seconds), outcome)
        later = (end[0] and end[0] + timedelta(seconds=answer_after), outcome)
        found.append(MeasuredWait(channel, asked, reaction=end, answer=later, sign=end))
    return found


def answered(*seconds: int) -> list[tuple[int | None, str]]:
    return [(each, "answered") for each in seconds]


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ((2026, 4, 5, 20), "2025-10-01"),
        ((2026, 4, 6, 0), "2026-01-01"),
        ((2026, 6, 30, 12), "2026-01-01"),
        ((2027, 1, 8, 12), "2026-10-01"),
    ],
)
def test_a_quarter_is_told_when_everybody_in_it_had_five_days(now: tuple[int, int, int, int], first: str) -> None:
    quarter = last_quarter(datetime(*now, tzinfo=UTC))
    assert str(quarter.first) == first
    assert quarter.last.day in (30, 31)


def of(found: QuarterFigures, channel: str) -> GroupSpeed:
    return next(speed for speed in (*found.kpi.speeds, *found.beside.speeds) if speed.channel == channel)


def reaction(found: QuarterFigures, channel: str) -> tuple[ReachedShare, ...]:
    return of(found, channel).reached[Measure.REACTION]


def test_nine_of_ten_is_said_with_the_time_rounded_up() -> None:
    found = figures_of(rows("form", *answered(*[3 * 3600] * 17, *[30 * 3600] * 3)), QUARTER)
    assert reaction(found, "form") == (ReachedShare(9, 2 * DAY), ReachedShare(5, 4 * 3600))


def test_questions_without_an_answer_count_and_can_leave_less_than_half() -> None:
    waits = [*answered(*[60] * 9), *[(None, "open")] * 6, *[(3600, "withdrawn")] * 5]
    found = figures_of(rows("form", *waits), QUARTER)
    assert (of(found, "form").asked, reaction(found, "form")) == (20, ())


def test_an_answer_after_the_moment_of_counting_is_no_answer_yet() -> None:
    just_before = QUARTER.counted_until - timedelta(hours=1)
    on_time = figures_of(rows("form", *answered(*[3600] * 20), asked=just_before), QUARTER)
    too_late = figures_of(rows("form", *answered(*[3601] * 20), asked=just_before), QUARTER)
    assert reaction(on_time, "form") == (ReachedShare(9, 3600),)
    assert reaction(too_late, "form") == ()


def test_reaction_and_real_answer_stand_together_and_the_chat_begins_with_the_answer() -> None:
    waits = answered(*[60] * 20)
    found = figures_of([*rows("form", *waits, answer_after=3600), *rows("chat", *waits, answer_after=3600)], QUARTER)
    assert of(found, "form").reached == {
        Measure.REACTION: (ReachedShare(9, 60),),
        Measure.ANSWER: (ReachedShare(9, 7200),),
    }
    assert list(of(found, "form").reached) == [Measure.REACTION, Measure.ANSWER]
    assert list(of(found, "chat").reached) == [Measure.ANSWER, Measure.REACTION, Measure.SIGN]
    with translation.override("en"):
        for channel, first in (("form", "had a first reaction"), ("chat", "had a real answer")):
            said = public_presenters.sentences(of(found, channel))
            assert first in said[0]
            assert any("had a real answer within 2 hours" in each for each in said)
            assert any("had a first reaction from a person within 1 minute" in each for each in said)


def test_the_four_channels_stand_apart_from_form_and_call_back() -> None:
    channels = ("form", "callback", "chat", "phone", "desk", "email")
    found = figures_of([each for name in channels for each in rows(name, *answered(*[60] * 20))], QUARTER)
    assert {speed.channel for speed in found.kpi.channels} == {"chat", "phone", "desk", "email"}
    assert found.kpi.whole is not None
    assert found.kpi.whole.asked == 80
    assert {speed.channel for speed in found.beside.speeds} == {"form", "callback"}
    assert found.beside.whole is None


def test_a_small_group_is_merged_and_cannot_be_computed_from_the_rest() -> None:
    few = [*rows("chat", *answered(*[60] * 30)), *rows("email", *answered(*[60] * 12)), *rows("desk", (60, "left"))]
    found = figures_of(few, QUARTER)
    assert [speed.channel for speed in found.kpi.channels] == ["chat"]
    assert found.kpi.merged == ("desk", "email")


def test_a_small_group_beside_is_not_told_at_all() -> None:
    found = figures_of([*rows("form", *answered(*[60] * 30)), *rows("callback", (60, "answered"))], QUARTER)
    assert [speed.channel for speed in found.beside.speeds] == ["form"]
    assert found.beside.merged == ("callback",)


def test_of_fewer_than_twenty_no_speed_is_told() -> None:
    found = figures_of(rows("form", *answered(*[60] * 19)), QUARTER)
    assert (found.enough, of(found, "form").reached) == (False, {})
    together = figures_of([*rows("chat", (60, "answered")), *rows("desk", (60, "answered"))], QUARTER)
    assert (together.enough, together.kpi.channels) == (False, ())


def test_a_channel_of_ten_to_nineteen_gives_its_number_and_no_speed() -> None:
    found = figures_of([*rows("phone", *answered(*[60] * 30)), *rows("chat", *answered(*[60] * 10))], QUARTER)
    assert (of(found, "chat").asked, of(found, "chat").reached) == (10, {})


@pytest.mark.parametrize("seconds", [60, 120, 3600, 7200, DAY, 5 * DAY])
@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr", "pl", "uk"])
def test_a_time_is_said_in_every_language_with_its_number(seconds: int, language: str) -> None:
    with translation.override(language):
        assert "%" not in public_presenters.time_text(seconds)


def asked_and_answered(number: int, seconds: int, source: Source = Source.MEASURED, *, really: bool = False) -> None:
    for _each in range(number):
        wait = open_wait(
            at=ASKED, recorded_at=ASKED, channel=Channel.FORM, kind=WaitKind.FIRST, theme="geld", district="",
            language="nl", source=source,
        )  # fmt: skip
        at = ASKED + timedelta(seconds=seconds)
        record(wait, Event.REACTION_COMMITTED, at=at, recorded_at=at, reaction="message-1", delivery="page")
        if really:
            record(wait, Event.SETTLED, at=at, recorded_at=at, reaction="message-1", how="answered")


@pytest.fixture
def in_april(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


@pytest.mark.django_db
@pytest.mark.usefixtures("in_april")
def test_the_page_says_so_when_there_are_too_few_and_counts_no_samples(client: Client) -> None:
    asked_and_answered(19, 60)
    asked_and_answered(50, 60, Source.SAMPLE)
    response = client.get("/en/bereikbaarheid/")
    page = response.content.decode()
    assert "We cannot say it yet" in page
    assert "out of 10" not in page


@pytest.mark.django_db
@pytest.mark.usefixtures("in_april")
def test_the_page_tells_speed_period_and_number_without_a_cookie(client: Client) -> None:
    asked_and_answered(24, 90 * 60)
    response = client.get("/en/bereikbaarheid/")
    page = response.content.decode()
    assert response.status_code == 200
    assert "9 out of 10 questions had a first reaction from a person within 2 hours." in page
    assert "Fewer than half had a real answer within 5 days." in page
    assert "24 questions" in page
    assert "1 January 2026" in page
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in page


@pytest.mark.parametrize(
    ("waits", "said"),
    [
        (
            rows("form", *answered(*[60] * 30), answer_after=3600),
            "9 out of 10 questions had a real answer within 2 hours",
        ),
        (rows("form", *answered(*[60] * 12), *[(None, "open")] * 8), "Half of the questions had a real answer"),
        (rows("form", *[(None, "open")] * 20), "Fewer than half had a real answer within 5 days"),
        (rows("form", *answered(*[60] * 19)), UNKNOWN),
        (rows("chat", *answered(*[60] * 30)), UNKNOWN),
        ([], UNKNOWN),
    ],
)
def test_how_long_an_answer_usually_takes_is_one_sentence_and_of_few_it_is_not_known(
    waits: list[MeasuredWait], said: str
) -> None:
    with translation.override("en"):
        assert public_presenters.usual_wait_text(figures_of(waits, QUARTER).alone("form")).startswith(said)


@pytest.mark.django_db
def test_it_is_said_where_somebody_asks_after_asking_and_beside_every_way_to_reach_us(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown(path: str, hour: int = 9) -> str:
        monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 4, 20, hour, 0, tzinfo=UTC))
        return client.get(path).content.decode()

    for place in ("/en/", "/en/vraag/", "/en/chat/"):
        assert UNKNOWN in shown(place), place
    asked_and_answered(24, 90 * 60, really=True)
    cache.clear()
    known = "9 out of 10 questions had a real answer within 2 hours."
    form = {"theme": "geld", "text": "Mijn vraag", "answer_by": "page"}
    assert known in client.post("/en/vraag/", form).content.decode()
    for place in ("/en/", "/en/vraag/", "/en/gesprek/"):
        assert known in shown(place), place
    # What is written in a chat that is closed becomes a question.
    assert UNKNOWN in shown("/en/chat/")
    assert known in shown("/en/chat/", hour=20)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr", "pl", "uk"])
def test_the_page_is_there_in_every_language_and_linked_from_every_page(client: Client, language: str) -> None:
    assert client.get(f"/{language}/bereikbaarheid/").status_code == 200
    assert f'href="/{language}/bereikbaarheid/"' in client.get(f"/{language}/vraag/").content.decode()
