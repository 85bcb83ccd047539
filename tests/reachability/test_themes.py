"""Which themes are worth a look: exact, and sparing."""

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.reachability.monitor_rules import (
    benjamini_hochberg,
    chance_from,
    chance_up_to,
    clopper_pearson,
    compare,
    looks_per_week,
    theme_looks,
)


@pytest.mark.parametrize(
    ("count", "tries", "low", "high"),
    [
        # Closed forms: 1 - 0.025 ** (1/n) for none of n, 0.025 ** (1/n) for all of n.
        (0, 10, 0.0, 0.3084971),
        (10, 10, 0.6915029, 1.0),
        (0, 1, 0.0, 0.975),
        (0, 20, 0.0, 0.1684335),
        # The four of Newcombe's comparison of seven methods (1998), in his four decimals.
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (1, 29, 0.0009, 0.1776),
        (10, 100, 0.0490, 0.1762),
    ],
)
def test_the_interval_is_that_of_clopper_and_pearson(count: int, tries: int, low: float, high: float) -> None:
    found = clopper_pearson(count, tries)
    assert (found.low, found.high) == (pytest.approx(low, abs=6e-5), pytest.approx(high, abs=6e-5))


def test_the_limits_are_where_each_tail_is_two_and_a_half_percent() -> None:
    found = clopper_pearson(81, 263)
    assert chance_from(81, 263, found.low) == pytest.approx(0.025, abs=1e-9)
    assert chance_up_to(81, 263, found.high) == pytest.approx(0.025, abs=1e-9)


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0.01, 0.99))
def test_the_chances_are_those_of_the_exact_sum(count: int, more: int, share: float) -> None:
    tries = count + more
    exact = math.fsum(math.comb(tries, k) * share**k * (1 - share) ** (tries - k) for k in range(count + 1))
    assert chance_up_to(count, tries, share) == pytest.approx(exact, abs=1e-9)
    assert chance_from(count + 1, tries, share) == pytest.approx(1 - exact, abs=1e-9)


def test_large_numbers_stay_numbers() -> None:
    assert chance_up_to(50_000, 100_000, 0.5) == pytest.approx(0.5, abs=0.01)
    assert clopper_pearson(0, 100_000).high < 1e-4


def test_the_ratio_takes_account_of_the_days_that_were_open() -> None:
    four_of_five = compare(40, 400, 4, 40)
    assert four_of_five is not None
    assert four_of_five.ratio == pytest.approx(1.0)
    assert four_of_five.interval.low < 1 < four_of_five.interval.high
    assert four_of_five.chance > 0.9


def test_the_interval_of_the_ratio_and_the_chance_agree() -> None:
    for count in range(80):
        one = compare(count, 200, 5, 40)
        assert one is not None
        assert (one.chance < 0.05) == (not one.interval.low <= 1 <= one.interval.high)


def test_a_theme_that_nobody_asked_about_before_has_no_upper_limit() -> None:
    new = compare(12, 0, 5, 40)
    assert new is not None
    assert (new.ratio, new.interval.high) == (math.inf, math.inf)
    assert new.interval.low > 1


@pytest.mark.parametrize("nothing", [(0, 0, 5, 40), (10, 10, 0, 40), (10, 10, 5, 0)])
def test_without_questions_or_open_days_there_is_nothing_to_compare(nothing: tuple[int, int, int, int]) -> None:
    assert compare(*nothing) is None


def test_benjamini_and_hochberg_keep_what_their_example_keeps() -> None:
    # The fifteen of the paper of 1995: at 5% the four smallest are kept, one more than Bonferroni keeps.
    paper = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
             0.7590, 1.0]  # fmt: skip
    assert benjamini_hochberg(dict(enumerate(paper))) == {0, 1, 2, 3}
    assert benjamini_hochberg({}) == frozenset()
    assert benjamini_hochberg({"one": 0.05}) == {"one"}


def test_nothing_under_ten_is_marked_or_has_a_ratio() -> None:
    seen = theme_looks({"nine": 9, "ten": 10}, {"nine": 2, "ten": 2}, 5, 40)
    assert (seen["nine"].shown, seen["nine"].marked) == (False, False)
    assert (seen["ten"].shown, seen["ten"].marked) == (True, True)


def test_a_theme_that_triples_is_marked_and_its_neighbours_are_not() -> None:
    before = {"wonen": 80, "geld": 160, "kind": 120, "werk": 80}
    seen = theme_looks({"wonen": 30, "geld": 21, "kind": 14, "werk": 11}, before, 5, 40)
    assert [name for name, look in seen.items() if look.marked] == ["wonen"]


def test_a_week_with_a_holiday_is_no_fall() -> None:
    steady = {"geld": 20, "kind": 15}
    counts = [*[steady] * 8, {"geld": 12, "kind": 9}]
    assert not any(look.marked for look in looks_per_week(counts, [*[5] * 8, 3])[0].values())


@pytest.mark.parametrize("means", [[20] * 11, [40, 25, 18, 14, 12, 10, 9, 8, 7, 6, 5], [6] * 30, [300, 3]])
def test_without_any_change_at_most_one_week_in_twenty_carries_a_mark(means: list[float]) -> None:
    random, weeks = Random(1995), 800  # noqa: S311 (a simulation, no secret)
    days = [random.choice([5, 5, 5, 5, 4, 3]) for _week in range(weeks)]

    def number(mean: float) -> int:
        """As many as come by chance, Poisson."""
        limit, product, count = math.exp(-min(mean, 500)), random.random(), 0
        while product > limit:
            product *= random.random()
            count += 1
        return count

    counts = [{theme: number(mean * day / 5) for theme, mean in enumerate(means)} for day in days]
    marked = [any(look.marked for look in week.values()) for week in looks_per_week(counts, days)]
    # Windows overlap, so weeks are not independent; the exact test is on the careful side of 5% all the same.
    assert sum(marked) / len(marked) <= 0.05
