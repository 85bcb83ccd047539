"""The office clock counts open seconds only, also where summer time begins and ends."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.hours.rules import (
    Calendar,
    Status,
    WeekVersion,
    always_open,
)

from .written_hours import AMSTERDAM, NIGHT, OFFICE, at, every_day, hours, utc


def test_the_office_clock_counts_only_open_seconds() -> None:
    assert OFFICE.open_seconds_between(at("2026-01-06 16:45"), at("2026-01-06 18:30")) == 45 * 60
    assert OFFICE.open_seconds_between(at("2026-01-09 20:00"), at("2026-01-12 09:00:01")) == 1
    assert OFFICE.open_seconds_between(at("2026-12-24 14:59:59"), at("2026-12-26 12:00")) == 1


def test_the_office_clock_is_exact_to_the_microsecond() -> None:
    start = at("2026-01-06 16:59:59.999998")
    assert OFFICE.open_seconds_between(start, at("2026-01-07 09:00:00.000001")) == 7200.000003


def test_going_back_gives_the_same_seconds_with_a_minus_sign() -> None:
    friday, monday = at("2026-01-09 16:00"), at("2026-01-12 10:00")
    assert OFFICE.open_seconds_between(monday, friday) == -7200
    assert OFFICE.open_seconds_between(friday, friday) == 0


def test_open_seconds_until_starts_at_zero_before_the_first_day_the_calendar_knows() -> None:
    assert OFFICE.open_seconds_until(at("2024-12-31 12:00")) == 0
    assert OFFICE.open_seconds_until(at("1950-01-01 12:00")) == 0
    assert OFFICE.open_seconds_until(at("2025-01-01 10:00")) == 3600
    assert OFFICE.open_seconds_until(at("2025-01-02 17:00")) == 16 * 3600


def test_always_open_is_the_wall_clock() -> None:
    start, end = at("2026-03-27 16:30"), at("2026-10-26 12:00:00.5")
    assert always_open().open_seconds_between(start, end) == (end - start.astimezone(UTC)).total_seconds()
    assert always_open().is_open(start)


def test_the_day_summer_time_begins_has_an_hour_less_and_the_day_it_ends_an_hour_more() -> None:
    for calendar in (always_open(), every_day("00:00-24:00"), every_day("00:00-12:00 12:00-24:00")):
        assert calendar.open_seconds_between(at("2026-03-29 00:00"), at("2026-03-30 00:00")) == 23 * 3600
        assert calendar.open_seconds_between(at("2026-10-25 00:00"), at("2026-10-26 00:00")) == 25 * 3600


def test_a_time_that_is_skipped_is_the_moment_of_the_jump() -> None:
    jump = utc("2026-03-29 01:00")
    from_skipped = every_day("02:30-03:15")
    assert from_skipped.next_opening(utc("2026-03-29 00:00")) == jump
    assert from_skipped.closes_at(jump) == utc("2026-03-29 01:15")
    assert not from_skipped.is_open(utc("2026-03-29 00:59:59"))
    for first_and_last in ("02:00-03:15", "02:59:59-03:15"):
        assert every_day(first_and_last).next_opening(utc("2026-03-29 00:00")) == jump
    to_skipped = every_day("01:00-02:30")
    assert to_skipped.closes_at(utc("2026-03-29 00:30")) == jump
    only_skipped = every_day("02:10-02:50")
    day = (at("2026-03-29 00:00"), at("2026-03-30 00:00"))
    assert only_skipped.open_seconds_between(*day) == 0
    assert only_skipped.next_opening(day[0]) == at("2026-03-30 02:10")


def test_a_time_that_comes_twice_is_its_first_occurrence() -> None:
    only_repeated = every_day("02:10-02:50")
    day = (at("2026-10-25 00:00"), at("2026-10-26 00:00"))
    assert only_repeated.open_seconds_between(*day) == 40 * 60
    assert only_repeated.is_open(utc("2026-10-25 00:30"))
    assert not only_repeated.is_open(utc("2026-10-25 01:30"))
    across = every_day("02:30-03:00")
    assert across.status(utc("2026-10-25 00:30")) == Status(True, utc("2026-10-25 02:00"), None)
    assert across.open_seconds_between(*day) == 90 * 60


def test_a_jump_before_1970_and_one_at_midnight_are_found_too() -> None:
    always = Calendar("Europe/London", (WeekVersion(date(1960, 1, 1), None, (hours("00:00-02:30"),) * 7),))
    assert always.open_seconds_between(utc("1968-02-18 00:00"), utc("1968-02-18 12:00")) == 2 * 3600
    midnight = every_day("00:00-01:30", "Africa/Cairo")
    assert midnight.next_opening(utc("2026-04-23 20:00")) == utc("2026-04-23 22:00")
    assert midnight.closes_at(utc("2026-04-23 22:00")) == utc("2026-04-23 22:30")


# Laws of the office clock, over both changes of summer time

CHANGES = (utc("2026-03-29 01:00"), utc("2026-10-25 01:00"))
near_a_change = st.builds(
    lambda change, away: change + timedelta(microseconds=away),
    st.sampled_from(CHANGES),
    st.integers(-4 * 86_400_000_000, 4 * 86_400_000_000) | st.integers(-7_200_000_000, 7_200_000_000),
)
calendars = st.sampled_from((OFFICE, NIGHT, every_day("01:30-02:30 02:45-03:15"), always_open()))


def microseconds(seconds: float) -> int:
    return round(seconds * 1_000_000)


@settings(max_examples=150, deadline=None)
@given(calendars, near_a_change, near_a_change, near_a_change)
def test_the_office_clock_adds_up(calendar: Calendar, a: datetime, b: datetime, c: datetime) -> None:
    whole = microseconds(calendar.open_seconds_between(a, c))
    parts = [calendar.open_seconds_between(a, b), calendar.open_seconds_between(b, c)]
    until_a, until_c = (microseconds(calendar.open_seconds_until(each)) for each in (a, c))
    assert sum(map(microseconds, parts)) == whole
    assert until_c - until_a == whole


@settings(max_examples=150, deadline=None)
@given(calendars, near_a_change, near_a_change)
def test_the_office_clock_never_goes_back_and_never_runs_faster_than_the_wall_clock(
    calendar: Calendar, one: datetime, other: datetime
) -> None:
    start, end = sorted((one, other))
    office = calendar.open_seconds_between(start, end)
    assert 0 <= office <= (end - start).total_seconds()
    assert calendar.open_seconds_until(start) <= calendar.open_seconds_until(end)


@settings(max_examples=150, deadline=None)
@given(calendars, near_a_change)
def test_nothing_changes_before_the_next_change(calendar: Calendar, moment: datetime) -> None:
    change = calendar.next_change(moment)
    if change is None:
        return
    assert change > moment
    passed = (change.astimezone(UTC) - moment).total_seconds()
    was_open = calendar.is_open(moment)
    assert calendar.open_seconds_between(moment, change) == (passed if was_open else 0)
    assert calendar.is_open(change) is not was_open


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("calendar", [OFFICE, every_day("00:00-02:00 04:00-09:15 22:30-24:00")])
def test_the_office_clock_agrees_with_looking_at_the_clock_on_the_wall_every_minute(
    calendar: Calendar, change: datetime
) -> None:
    first = change - timedelta(days=4)
    minutes = [first + timedelta(minutes=number) for number in range(8 * 24 * 60)]

    def looks_open(moment: datetime) -> bool:
        shown = moment.astimezone(AMSTERDAM)
        second = shown.hour * 3600 + shown.minute * 60
        intervals = calendar.intervals_on(shown.date())
        return any(each.opening_second <= second < each.closing_second for each in intervals)

    open_minutes = [looks_open(minute) for minute in minutes]
    assert [calendar.is_open(minute) for minute in minutes] == open_minutes
    end = minutes[-1] + timedelta(minutes=1)
    assert calendar.open_seconds_between(first, end) == 60 * sum(open_minutes)
