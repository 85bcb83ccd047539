"""What overlaps: one rule for hours of a day and for weeks, in forms, files and rows."""

from datetime import date, time
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from services.hours.timetable import overlap, overlapping, span_of_days, span_of_times

SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda each: (each[0], sum(each))), max_size=6)


@given(SPANS)
def test_overlap_is_found_exactly_when_two_of_all_have_a_second_in_common(spans: list[tuple[int, int]]) -> None:
    seconds = [second for first, end in spans for second in range(first, end)]
    assert bool(list(overlapping(spans, lambda span: span))) == (len(seconds) > len(set(seconds)))


@given(SPANS)
def test_two_spans_overlap_whichever_is_asked_first(spans: list[tuple[int, int]]) -> None:
    wrong = [
        (one, other)
        for one, other in product(spans, repeat=2)
        if not overlap(one, other) == overlap(other, one) == bool({*range(*one)} & {*range(*other)})
    ]
    assert wrong == []


def test_midnight_ends_a_day_and_a_week_without_an_end_never_ends() -> None:
    assert span_of_times(time(22), time(0)) == (22 * 3600, 24 * 3600)
    assert not overlap(span_of_times(time(9), time(12)), span_of_times(time(12), time(13)))
    assert overlap(span_of_days(date(2026, 1, 1), None), span_of_days(date(2199, 1, 1), date(2199, 1, 1)))
    assert not overlap(span_of_days(date(2026, 1, 1), date(2026, 1, 31)), span_of_days(date(2026, 2, 1), None))
