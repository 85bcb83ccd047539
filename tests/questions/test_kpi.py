"""The KPI and its document: what docs/kpi.md promises in tables is what the code computes."""

import json
import math
import re
from datetime import date, datetime, time
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.reachability.kpi import (
    DEFINITION_VERSION,
    ENDED_WITHOUT_ANSWER,
    NORMAL_95,
    OFFICE_THRESHOLDS,
    PERCENTILES,
    WALL_THRESHOLDS,
    Counts,
    Curve,
    Duration,
    Outcome,
    Percentile,
    enough_for_percentiles,
    is_provisional,
    is_small_cell,
    merge_small_cells,
    read_durations,
)
from services.hours.rules import Calendar, DayException, Interval, WeekVersion
from tests.some import some

# The document

DOCUMENT = (Path(__file__).parents[2] / "docs" / "kpi.md").read_text(encoding="utf-8")
Row = dict[str, str]


def section(title: str) -> str:
    """The text under the heading with this title, up to the next heading."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found is not None, f"docs/kpi.md has no heading {title!r}"
    return found[1]


def tables(title: str) -> list[list[Row]]:
    """The tables under a heading: one dictionary per row, by the names in the table's head."""
    blocks = re.findall(r"(?:^\|.*\|\n)+", section(title), re.MULTILINE)
    assert blocks, f"no table under {title!r}"
    found = []
    for block in blocks:
        cells = [[cell.strip() for cell in line[1:-1].split("|")] for line in block.splitlines()]
        head, _rule, *lines = cells
        found.append([dict(zip(head, line, strict=True)) for line in lines])
    return found


def fenced_json(title: str) -> object:
    found = re.search(r"^```json\n(.*?)^```", section(title), re.MULTILINE | re.DOTALL)
    assert found is not None, f"no JSON under {title!r}"
    return json.loads(found[1])


def intervals(texts: list[str]) -> tuple[Interval, ...]:
    return tuple(Interval(*map(time.fromisoformat, text.split("-"))) for text in texts)


def documented_calendar() -> Calendar:
    data = fenced_json("The calendar of the examples")
    assert isinstance(data, dict)
    until = data["valid_until"]
    version = WeekVersion(
        date.fromisoformat(data["valid_from"]),
        date.fromisoformat(until) if until else None,
        tuple(intervals(day) for day in data["week"]),
    )
    closed = tuple(DayException(date.fromisoformat(day), (), why) for day, why in data["closed"].items())
    return Calendar(data["zone"], (version,), closed)


def moment(text: str, zone: str) -> datetime:
    """`Fri 2026-03-27 16:30:00+01:00`, with weekday and distance to UTC checked against the zone."""
    weekday, day_and_time = text.split(" ", 1)
    found = datetime.fromisoformat(day_and_time)
    local = found.astimezone(ZoneInfo(zone))
    assert found.utcoffset() == local.utcoffset(), f"{text} is not the time in {zone}"
    assert weekday == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[local.weekday()], text
    return found


def h_mm_ss(seconds: float) -> str:
    assert seconds == int(seconds)
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def documented_clock_examples() -> list[Row]:
    [table] = tables("Clock examples")
    assert len(table) >= 6
    return table


@pytest.mark.parametrize("row", documented_clock_examples(), ids=lambda row: row["why"])
def test_every_clock_example_in_the_document_holds_on_both_clocks(row: Row) -> None:
    calendar = documented_calendar()
    assert row["zone"] == calendar.zone
    start, end = moment(row["from"], row["zone"]), moment(row["to"], row["zone"])
    assert h_mm_ss((end - start).total_seconds()) == row["wall"]
    assert h_mm_ss(calendar.open_seconds_between(start, end)) == row["office"]


EXAMPLES = tuple(re.findall(r"^### (Example \w+)$", DOCUMENT, re.MULTILINE))


def example(title: str) -> tuple[Curve, list[Row], list[Row]]:
    """The curve of the waits of an example, its table of F and its table of percentiles."""
    waits, shares, percentiles = tables(title)
    return Curve([(int(row["seconds"]), row["outcome"]) for row in waits]), shares, percentiles


def or_not_reached(text: str) -> float | None:
    return None if text == "not reached" else float(text)


def test_the_document_works_out_three_examples() -> None:
    assert EXAMPLES == ("Example A", "Example B", "Example C")


@pytest.mark.parametrize("title", EXAMPLES)
def test_the_shares_of_every_example_in_the_document_hold(title: str) -> None:
    curve, shares, _ = example(title)
    computed = [[f"{step.seconds:g}", *(f"{part:.6f}" for part in step[1:])] for step in curve.steps]
    assert computed == [[row["t"], row["F"], row["low"], row["high"]] for row in shares]


@pytest.mark.parametrize("title", EXAMPLES)
def test_the_percentiles_of_every_example_in_the_document_hold(title: str) -> None:
    curve, _, percentiles = example(title)
    assert [float(row["p"]) for row in percentiles] == list(PERCENTILES)
    for row in some(percentiles):
        expected = Percentile(*(or_not_reached(row[name]) for name in ("value", "low", "high")))
        assert curve.percentile(float(row["p"])) == expected


def test_the_json_in_the_document_is_what_the_curve_of_example_a_gives() -> None:
    given_text = json.dumps(fenced_json("The answer in JSON"))
    assert json.dumps(example("Example A")[0].to_json()) == given_text


def test_the_document_tells_every_outcome_and_which_of_them_last_for_ever() -> None:
    [rows] = tables("Outcomes")
    told = {row["outcome"].strip("`"): row["duration in the statistics"] for row in rows}
    assert set(told) == set(Outcome)
    assert {outcome for outcome, duration in told.items() if duration == "for ever"} == ENDED_WITHOUT_ANSWER


def test_the_document_carries_the_version_of_the_definition_and_its_constants() -> None:
    assert f"Definitie {DEFINITION_VERSION}." in DOCUMENT
    assert f"This is definition {DEFINITION_VERSION}." in DOCUMENT
    statistics = section("Statistics")
    for constant in (f"+-{NORMAL_95}", "tolerance of 1e-9", "from 20 waits up", "cells under 10"):
        assert constant in statistics


# Shares


def answered(*seconds: float) -> list[tuple[float, str]]:
    return [(each, "answered") for each in seconds]


def still_open(*seconds: float) -> list[tuple[float, str]]:
    return [(each, "open") for each in seconds]


def test_of_nobody_no_share_is_answered_and_no_percentile_is_reached() -> None:
    curve = Curve([])
    not_reached = {"value": None, "low": None, "high": None}
    assert curve.counts == Counts(0, 0, 0, None, 0, 0, 0, 0)
    assert curve.answered_within(WALL_THRESHOLDS[-1]) == 0
    assert curve.percentile(0.5) == Percentile(None, None, None)
    percentiles = dict.fromkeys(("0.5", "0.8", "0.9"), not_reached)
    assert curve.to_json() == {"n": 0, "open": 0, "P": percentiles, "F": []}


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.ANSWERED])
def test_when_nobody_was_answered_the_share_stays_zero(outcome: Outcome) -> None:
    curve = Curve([(each, outcome) for each in range(30)])
    assert curve.steps == ()
    assert curve.answered_within(10**9) == 0
    assert curve.percentile(0.5).value is None


def test_when_all_were_answered_the_share_becomes_exactly_one_without_an_interval() -> None:
    curve = Curve(answered(*range(1, 2_001)))
    last = curve.step_at(2_000)
    assert (last.share, last.low, last.high) == (1, 1, 1)
    assert not last.has_interval
    assert curve.step_at(1_999).has_interval
    assert not curve.step_at(0).has_interval
    assert curve.percentile(1).value == 2_000


def test_answers_at_one_moment_are_one_step() -> None:
    curve = Curve([*answered(60, 60.0, 60), (5, "left")])
    assert [(step.seconds, step.share) for step in curve.steps] == [(60, 0.75)]


def test_a_wait_that_is_open_at_the_very_moment_of_an_answer_is_still_at_risk() -> None:
    assert Curve(answered(60) + still_open(60)).answered_within(60) == 0.5
    assert Curve(answered(60) + still_open(59)).answered_within(60) == 1


def test_a_wait_that_ended_without_an_answer_counts_at_every_moment_however_early_it_ended() -> None:
    for outcome in ENDED_WITHOUT_ANSWER:
        curve = Curve([*answered(60, 120, 180), (0, outcome)])
        assert curve.answered_within(10**9) == 0.75


def test_the_share_holds_from_the_moment_of_the_answer_on() -> None:
    curve = Curve([*answered(60), (0, "left")])
    assert curve.answered_within(59.999) == 0
    assert curve.answered_within(60) == 0.5
    assert curve.answered_within(math.inf) == 0.5


def test_an_answer_at_once_counts_at_time_zero() -> None:
    assert Curve(answered(0, 10)).answered_within(0) == 0.5


def test_the_interval_of_a_percentile_closes_when_all_were_answered_at_one_moment() -> None:
    assert Curve(answered(60)).percentile(1) == Percentile(60, 60, 60)


def test_a_percentile_is_the_smallest_time_although_the_shares_are_rounded_by_the_machine() -> None:
    for number in range(1, 300, 7):
        curve = Curve(answered(*range(1, 10 * number + 1)))
        found = [curve.percentile(share).value for share in PERCENTILES]
        assert found == [5 * number, 8 * number, 9 * number]


@pytest.mark.parametrize("seconds", [-1, math.nan])
def test_a_share_is_asked_at_a_real_time(seconds: float) -> None:
    with pytest.raises(ValueError, match="a time must be a number of seconds, not negative"):
        Curve([]).answered_within(seconds)


@pytest.mark.parametrize("share", [0, -0.1, 1.1, 90, math.nan])
def test_a_percentile_is_asked_as_a_share(share: float) -> None:
    with pytest.raises(ValueError, match="a percentile is a share above 0 and up to 1"):
        Curve(answered(1)).percentile(share)


def test_json_keeps_whole_seconds_whole_and_fractions_as_they_are() -> None:
    rows = Curve([*answered(0.5, 60.0, 86_400), (0, "left")]).to_json()["F"]
    assert json.dumps([row[0] for row in rows]) == "[0.5, 60, 86400]"


def test_the_thresholds_are_those_of_the_definition() -> None:
    assert WALL_THRESHOLDS == (60, 300, 3_600, 14_400, 86_400, 172_800, 432_000)
    assert OFFICE_THRESHOLDS == (3_600, 14_400, 28_800, 57_600)


# Rows that cannot be read


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ([-1, "answered"], "row 2: seconds must be finite and not negative, got -1"),
        ([math.nan, "answered"], "row 2: seconds must be finite and not negative, got nan"),
        ([math.inf, "left"], "row 2: seconds must be finite and not negative, got inf"),
        (["60", "answered"], "row 2: seconds must be a number, got '60'"),
        ([True, "answered"], "row 2: seconds must be a number, got True"),
        ([None, "open"], "row 2: seconds must be a number, got None"),
        ([60, "solved"], "row 2: unknown outcome 'solved'; one of answered, open, left, withdrawn"),
        ([60, ["open"]], "row 2: unknown outcome"),
        ([60], "row 2: expected [seconds, outcome], got [60]"),
        ("60 answered", "row 2: expected [seconds, outcome]"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(row: object, complaint: str) -> None:
    with pytest.raises(ValueError, match=re.escape(complaint)):
        read_durations([[60, "answered"], row])


@pytest.mark.parametrize("rows", [{"60": "answered"}, "answered", 60, None])
def test_what_is_no_list_of_rows_is_refused(rows: object) -> None:
    with pytest.raises(ValueError, match=re.escape("expected a list of [seconds, outcome]")):
        read_durations(rows)


def test_rows_keep_their_order_and_a_curve_refuses_them_alike() -> None:
    rows = [[60, "answered"], (5.5, "left")]
    assert read_durations(rows) == (Duration(60, Outcome.ANSWERED), Duration(5.5, Outcome.LEFT))
    with pytest.raises(ValueError, match="row 1: unknown outcome"):
        Curve([(60, "solved")])


# What stands beside the figures


def test_every_wait_is_counted_in_one_outcome() -> None:
    waits = [
        *answered(1, 2, 3),
        *still_open(40, 500),
        (9_000, "left"),
        *[(8, "withdrawn")] * 2,
        *[(9, "closed_unanswered")] * 3,
        *[(7, "unreachable")] * 4,
    ]
    assert Curve(waits).counts == Counts(
        asked=15,
        answered=3,
        open=2,
        oldest_open=500,
        left=1,
        withdrawn=2,
        closed_unanswered=3,
        unreachable=4,
    )


def test_percentiles_are_shown_from_twenty_waits_up() -> None:
    assert [enough_for_percentiles(asked) for asked in (0, 19, 20, 21)] == [False, False, True, True]


def test_a_cell_under_ten_is_small() -> None:
    assert [is_small_cell(asked) for asked in (0, 9, 10)] == [True, True, False]


def test_small_cells_are_merged_into_the_level_above() -> None:
    cells = merge_small_cells({"noord": 30, "oost": 4, "zuid": 10, "west": 9, "midden": 50})
    assert cells.shown == ("noord", "zuid", "midden")
    assert cells.merged == ("oost", "west")


def test_one_small_cell_takes_the_smallest_other_with_it_so_that_subtraction_cannot_find_it() -> None:
    cells = merge_small_cells({"noord": 30, "oost": 4, "zuid": 12, "midden": 50})
    assert cells.shown == ("noord", "midden")
    assert cells.merged == ("oost", "zuid")


def test_empty_cells_alone_take_no_other_with_them() -> None:
    assert merge_small_cells({"noord": 30, "oost": 0}).shown == ("noord",)


def test_without_small_cells_nothing_is_merged_and_with_only_small_ones_everything() -> None:
    assert merge_small_cells({"noord": 10, "oost": 12}).merged == ()
    assert merge_small_cells({"noord": 3, "oost": 2}).merged == ("noord", "oost")
    assert merge_small_cells({}).shown == ()


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.integers(), st.integers(0, 40)))
def test_no_published_cell_is_small_and_none_can_be_found_by_subtraction(asked: dict[int, int]) -> None:
    cells = merge_small_cells(asked)
    assert sorted(cells.shown + cells.merged) == sorted(asked)
    assert not any(is_small_cell(asked[cell]) for cell in cells.shown)
    hidden = sum(asked[cell] for cell in cells.merged)
    assert not 0 < hidden < 10 or not cells.shown


def test_a_cohort_is_provisional_until_every_wait_had_the_time_of_the_largest_threshold() -> None:
    day = 86_400
    assert is_provisional([6 * day, 5 * day - 1], WALL_THRESHOLDS, period_over=True)
    assert not is_provisional([6 * day, 5 * day], WALL_THRESHOLDS, period_over=True)
    assert not is_provisional([2 * day], [3_600, 2 * day], period_over=True)


def test_a_cohort_is_provisional_while_its_period_still_runs() -> None:
    assert is_provisional([10**9], WALL_THRESHOLDS, period_over=False)
    assert is_provisional([], WALL_THRESHOLDS, period_over=False)
    assert not is_provisional([], WALL_THRESHOLDS, period_over=True)


# Laws

MODEST = settings(max_examples=120, deadline=None)
moments = st.integers(0, 12) | st.sampled_from([0.5, 2.25, 1e6])
waits_of = st.tuples(moments, st.sampled_from(tuple(Outcome)))
some_waits = st.lists(waits_of, max_size=14)
unanswered = st.tuples(moments, st.sampled_from([each for each in Outcome if each is not Outcome.ANSWERED]))
Wait = tuple[float, Outcome]


def never_higher(now: Curve, before: Curve) -> bool:
    """Whether F is nowhere higher than before; it only changes at the times with an answer."""
    times = {step.seconds for curve in (now, before) for step in curve.steps}
    return all(now.answered_within(each) <= before.answered_within(each) + 1e-9 for each in times)


def no_percentile_earlier(now: Curve, before: Curve) -> bool:
    pairs = ((now.percentile(share).value, before.percentile(share).value) for share in PERCENTILES)
    return all(after is None or (was is not None and after >= was) for after, was in pairs)


@MODEST
@given(some_waits, unanswered)
def test_adding_an_unanswered_wait_never_makes_a_figure_look_better(waits: list[Wait], extra: Wait) -> None:
    before, now = Curve(waits), Curve([*waits, extra])
    assert never_higher(now, before)
    assert no_percentile_earlier(now, before)


@MODEST
@given(some_waits, moments, st.sampled_from(sorted(ENDED_WITHOUT_ANSWER)), moments)
def test_ending_a_wait_without_an_answer_never_looks_better_than_answering_it(
    waits: list[Wait], seconds: float, outcome: Outcome, ended: float
) -> None:
    before = Curve([*waits, (seconds, Outcome.ANSWERED)])
    now = Curve([*waits, (ended, outcome)])
    assert never_higher(now, before)
    assert no_percentile_earlier(now, before)


@MODEST
@given(some_waits, moments, st.just(0) | moments)
def test_leaving_a_wait_open_never_looks_better_than_answering_it_at_the_same_or_an_earlier_age(
    waits: list[Wait], seconds: float, longer: float
) -> None:
    before = Curve([*waits, (seconds, Outcome.ANSWERED)])
    now = Curve([*waits, (seconds + longer, Outcome.OPEN)])
    assert never_higher(now, before)
    assert no_percentile_earlier(now, before)


@MODEST
@given(st.data())
def test_the_order_of_the_waits_is_irrelevant(data: st.DataObject) -> None:
    waits = data.draw(some_waits)
    shuffled = data.draw(st.permutations(waits))
    assert json.dumps(Curve(waits).to_json()) == json.dumps(Curve(shuffled).to_json())


@MODEST
@given(some_waits)
def test_shares_rise_and_lie_within_their_limits(waits: list[Wait]) -> None:
    steps = Curve(waits).steps
    shares = [step.share for step in steps]
    assert shares == sorted(shares)
    assert [step for step in steps if not 0 <= step.low <= step.share <= step.high <= 1] == []


def directly(waits: list[Wait], seconds: float) -> Fraction:
    """F by its definition, word for word: exact, slow, and with infinities for who never gets an answer."""
    lasting = [(math.inf if outcome in ENDED_WITHOUT_ANSWER else each, outcome) for each, outcome in waits]
    unanswered_share = Fraction(1)
    for tj in {each for each, outcome in lasting if outcome == "answered" and each <= seconds}:
        at_risk = sum(1 for each, _ in lasting if each >= tj)
        now = sum(1 for each, outcome in lasting if outcome == "answered" and each == tj)
        unanswered_share *= 1 - Fraction(now, at_risk)
    return 1 - unanswered_share


def by_redistribution(waits: list[Wait], seconds: float) -> Fraction:
    """F another way (Efron): everybody weighs the same, and who is open hands the weight to who lasts longer.

    What an open wait keeps because nobody lasts longer stays unanswered.
    """
    lasting = sorted(
        (math.inf if outcome in ENDED_WITHOUT_ANSWER else each, outcome == Outcome.OPEN) for each, outcome in waits
    )
    weights = [Fraction(1, len(waits)) for _ in waits]
    reached = Fraction(0)
    for index, (lasts, is_open) in enumerate(lasting):
        if not is_open:
            reached += weights[index] if lasts <= seconds else 0
            continue
        later = range(index + 1, len(lasting))
        for each in later:
            weights[each] += weights[index] / len(later)
    return reached


@MODEST
@given(some_waits)
def test_the_shares_agree_with_two_slow_and_independent_computations(waits: list[Wait]) -> None:
    curve = Curve(waits)
    for seconds in {0, 1e9, *(each for each, _ in waits)}:
        share = curve.answered_within(seconds)
        assert share == pytest.approx(float(directly(waits, seconds)), abs=1e-12)
        assert share == pytest.approx(float(by_redistribution(waits, seconds)), abs=1e-12)
