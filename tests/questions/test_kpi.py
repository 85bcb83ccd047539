"""The KPI in small cases that can be worked out by hand: who counts, and when a figure may be shown."""

import json
import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.reachability.kpi import (
    ENDED_WITHOUT_ANSWER,
    OFFICE_THRESHOLDS,
    PERCENTILES,
    WALL_THRESHOLDS,
    Counts,
    Curve,
    Duration,
    OutcomeCode,
    Percentile,
    enough_for_percentiles,
    is_provisional,
    is_small_cell,
    merge_small_cells,
    read_durations,
)

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


@pytest.mark.parametrize("outcome", [each for each in OutcomeCode if each is not OutcomeCode.ANSWERED])
def test_when_nobody_was_answered_the_share_stays_zero(outcome: OutcomeCode) -> None:
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
    assert read_durations(rows) == (Duration(60, OutcomeCode.ANSWERED), Duration(5.5, OutcomeCode.LEFT))
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
