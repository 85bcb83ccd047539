"""A made-up history: believable, the same for the same seed, written as real waits are, never mixed with them."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.forms.models import model_to_dict

from questions.samples.history import WEEKS, SampleTown, history
from questions.samples.management.commands.sample_questions import place
from questions.waits.models import Channel, Source, Wait, WaitEvent, WaitKind
from questions.waits.projection import OutcomeCode, PastEvent, WaitState, project
from questions.waits.writer import clear_samples, open_wait, rebuild, record, write_samples
from services.hours.rules import Calendar, DayException, Interval, WeekVersion
from tests.conftest import Ask
from tests.some import some

UNTIL = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")
NINE_TO_FIVE = (Interval(time(9), time(17)),)
KINGS_DAY = date(2026, 4, 27)
OFFICE = Calendar(
    versions=(WeekVersion(date(2024, 1, 1), None, (NINE_TO_FIVE,) * 5 + ((), ())),),
    exceptions=(DayException(KINGS_DAY, (), "Koningsdag"),),
)
TOWN = SampleTown(
    themes=("geld", "kind", "thuis", "werk", "wonen", "school"),
    districts=("midden", "noord"),
    languages=("nl", "en", "ar"),
    hours={channel.value: OFFICE for channel in Channel},
    rising="wonen",
)


@pytest.fixture(scope="module")
def made() -> list[list[PastEvent]]:
    return history(TOWN, count=3000, seed=1, until=UNTIL)


@pytest.fixture(scope="module")
def states(made: list[list[PastEvent]]) -> list[WaitState]:
    return [project(events) for events in made]


def test_the_same_seed_gives_the_same_history_and_another_seed_another(made: list[list[PastEvent]]) -> None:
    assert history(TOWN, count=3000, seed=1, until=UNTIL) == made
    assert history(TOWN, count=3000, seed=2, until=UNTIL) != made


@pytest.mark.parametrize("count", [1, 2, 17, 300])
def test_there_are_exactly_as_many_waits_as_were_asked_for(count: int) -> None:
    assert len(history(TOWN, count=count, seed=5, until=UNTIL)) == count


def test_nothing_happens_after_the_end_or_before_the_first_week(made: list[list[PastEvent]]) -> None:
    moments = [happened.at for events in made for happened in events]
    assert max(moments) <= UNTIL
    assert min(moments) >= UNTIL - timedelta(weeks=WEEKS, days=1)


def test_every_outcome_both_kinds_and_every_channel_and_language_are_there(states: list[WaitState]) -> None:
    assert {state.outcome for state in states} == set(OutcomeCode)
    assert {state.kind for state in states} == {"first", "follow_up"}
    assert {state.entry_channel for state in states} == {channel.value for channel in Channel}
    assert {state.language for state in states} == set(TOWN.languages)
    assert {state.source for state in states} == {"sample"}
    assert any(state.excluded for state in states)
    assert any(state.channel != state.entry_channel for state in states)
    assert any(state.first_sign_at for state in states)


def test_who_waits_on_the_spot_comes_only_when_it_is_open(states: list[WaitState]) -> None:
    for state in some(states):
        if state.entry_channel in ("phone", "desk", "chat"):
            assert OFFICE.is_open(state.started_at)
    forms = [state.started_at.astimezone(ZONE) for state in states if state.entry_channel == "form"]
    assert sum(not OFFICE.is_open(at) for at in forms) > len(forms) / 3


def test_phone_and_desk_are_left_forms_are_withdrawn_and_nobody_leaves_a_form(states: list[WaitState]) -> None:
    ended = {(state.entry_channel, state.outcome) for state in states}
    assert ("phone", OutcomeCode.LEFT) in ended
    assert ("form", OutcomeCode.WITHDRAWN) in ended
    assert ("callback", OutcomeCode.UNREACHABLE) in ended
    assert ("form", OutcomeCode.LEFT) not in ended
    assert ("phone", OutcomeCode.WITHDRAWN) not in ended


def test_people_are_answered_in_office_hours_and_notices_are_accepted_later(made: list[list[PastEvent]]) -> None:
    written = [
        (happened.at, events[0].data["channel"])
        for events in made
        for happened in events
        if happened.event == "reaction_committed" and happened.data["reaction"] == "message-1"
    ]
    # Who waits at closing time is still helped.
    late = [at for at, channel in written if not OFFICE.is_open(at) and channel in ("form", "email")]
    assert len(late) < len(written) / 100
    pauses = [
        (events[place].at - events[place - 1].at).total_seconds()
        for events in made
        for place, happened in enumerate(events)
        if happened.event == "notice_accepted"
    ]
    assert pauses
    assert min(pauses) >= 0


def test_one_theme_rises_in_the_last_weeks(states: list[WaitState]) -> None:
    def share(first: datetime, last: datetime) -> float:
        themes = Counter(state.theme for state in states if first <= state.started_at < last)
        return themes["wonen"] / themes.total()

    before = share(UNTIL - timedelta(weeks=14), UNTIL - timedelta(weeks=5))
    assert share(UNTIL - timedelta(weeks=2), UNTIL) > 1.5 * before


def test_a_place_without_themes_or_a_count_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        history(TOWN, count=0, seed=1, until=UNTIL)
    with pytest.raises(ValueError, match="themes"):
        history(SampleTown((), (), ("nl",), TOWN.hours), count=1, seed=1, until=UNTIL)


def row(wait: Wait) -> dict[str, Any]:
    events = [(e.number, e.event, e.at, e.recorded_at, e.data, e.sample) for e in wait.events.order_by("number")]
    return model_to_dict(wait, exclude=["id"]) | {"events": events}


@pytest.mark.django_db
def test_many_at_a_time_gives_the_same_rows_as_one_event_after_the_other(made: list[list[PastEvent]]) -> None:
    chosen = [events for events in made if len(events) > 3][:15] + made[:15]
    assert write_samples(chosen) == 30
    bulk = [row(wait) for wait in Wait.objects.sample().order_by("pk")]
    clear_samples()
    for events in chosen:
        opening = events[0].data
        wait = open_wait(
            at=events[0].at, recorded_at=events[0].at, channel=Channel(opening["channel"]),
            kind=WaitKind(opening["kind"]),
            theme=str(opening["theme"]), district=str(opening["district"]), language=str(opening["language"]),
            source=Source.SAMPLE,
        )  # fmt: skip
        for happened in events[1:]:
            record(wait, happened.event, at=happened.at, recorded_at=happened.at, **dict(happened.data))
    assert [row(wait) for wait in Wait.objects.sample().order_by("pk")] == bulk
    assert rebuild() == 0


@pytest.mark.django_db
def test_the_command_writes_what_was_asked_and_takes_the_place_of_earlier_samples() -> None:
    call_command("sample_questions", count=200, seed=1, verbosity=0)
    first = [row(wait) for wait in Wait.objects.sample().order_by("pk")]
    call_command("sample_questions", count=200, seed=1, verbosity=0)
    assert [row(wait) for wait in Wait.objects.sample().order_by("pk")] == first
    assert len(first) == 200
    assert set(place().themes) >= {each["theme"] for each in first}


@pytest.mark.django_db
def test_clearing_takes_away_samples_and_nothing_else(asked: Ask) -> None:
    asked()
    call_command("sample_questions", count=50, seed=1, verbosity=0)
    call_command("sample_questions", clear=True, verbosity=0)
    assert (Wait.objects.sample().count(), Wait.objects.real().count()) == (0, 1)
    assert WaitEvent.objects.filter(sample=True).count() == 0
    with pytest.raises(DatabaseError), transaction.atomic():
        WaitEvent.objects.all().delete()


@pytest.mark.django_db
def test_real_waits_are_never_written_many_at_a_time(made: list[list[PastEvent]]) -> None:
    opening = made[0][0]
    real = PastEvent(opening.event, opening.at, {**opening.data, "source": "measured"})
    with pytest.raises(ValueError, match="only samples"):
        write_samples([[real]])


@pytest.mark.django_db
def test_a_count_of_nothing_is_refused_in_words() -> None:
    with pytest.raises(CommandError, match="--count"):
        call_command("sample_questions", count=0)
