"""The laws of the KPI, for any waits: no figure looks better by leaving somebody without an answer."""

import json
import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.reachability.kpi import (
    ENDED_WITHOUT_ANSWER,
    PERCENTILES,
    Curve,
    OutcomeCode,
)

MODEST = settings(max_examples=120, deadline=None)
moments = st.integers(0, 12) | st.sampled_from([0.5, 2.25, 1e6])
waits_of = st.tuples(moments, st.sampled_from(tuple(OutcomeCode)))
some_waits = st.lists(waits_of, max_size=14)
unanswered = st.tuples(moments, st.sampled_from([each for each in OutcomeCode if each is not OutcomeCode.ANSWERED]))
Wait = tuple[float, OutcomeCode]


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
    waits: list[Wait], seconds: float, outcome: OutcomeCode, ended: float
) -> None:
    before = Curve([*waits, (seconds, OutcomeCode.ANSWERED)])
    now = Curve([*waits, (ended, outcome)])
    assert never_higher(now, before)
    assert no_percentile_earlier(now, before)


@MODEST
@given(some_waits, moments, st.just(0) | moments)
def test_leaving_a_wait_open_never_looks_better_than_answering_it_at_the_same_or_an_earlier_age(
    waits: list[Wait], seconds: float, longer: float
) -> None:
    before = Curve([*waits, (seconds, OutcomeCode.ANSWERED)])
    now = Curve([*waits, (seconds + longer, OutcomeCode.OPEN)])
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
        (math.inf if outcome in ENDED_WITHOUT_ANSWER else each, outcome == OutcomeCode.OPEN) for each, outcome in waits
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
