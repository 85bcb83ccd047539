"""Opening hours: moments in, answers out. The clock examples of docs/kpi.md are tested in test_kpi_document.py."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.hours.rules import (
    LOOK_AHEAD,
    Calendar,
    DayException,
    Interval,
    Status,
    WeekVersion,
    always_open,
)
from services.hours.timetable import overlap, overlapping, span_of_days, span_of_times

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Week = tuple[tuple[Interval, ...], ...]


def hours(text: str) -> tuple[Interval, ...]:
    """`"09:00-12:00 13:00-24:00"` as the intervals of a day."""
    return tuple(
        Interval(*(time.fromisoformat(part.replace("24:00", "00:00")) for part in interval.split("-")))
        for interval in text.split()
    )


def week(*days: str) -> Week:
    """The week from Monday on; days that are not named are closed."""
    return tuple(map(hours, [*days, *[""] * (7 - len(days))]))


def every_day(text: str, zone: str = "Europe/Amsterdam") -> Calendar:
    return Calendar(zone, (WeekVersion(date(2025, 1, 1), None, (hours(text),) * 7),))


def at(text: str) -> datetime:
    """A moment on the clock of Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


OFFICE_WEEK = week("09:00-17:00", "09:00-17:00 18:00-20:00", "09:00-17:00", "09:00-17:00", "09:00-17:00")
OFFICE = Calendar(
    versions=(WeekVersion(date(2025, 1, 1), None, OFFICE_WEEK),),
    exceptions=(
        DayException(date(2026, 4, 6), (), "Tweede paasdag"),
        DayException(date(2026, 12, 24), hours("09:00-15:00"), "Dag voor kerst"),
        DayException(date(2026, 12, 25), (), "Eerste kerstdag"),
        DayException(date(2026, 10, 24), hours("10:00-12:00"), "Open dag op zaterdag"),
    ),
)
NIGHT = every_day("00:00-02:15 02:15-02:45 02:50-24:00")
CLOSED = Calendar()


# What a calendar refuses


def test_an_interval_must_close_after_it_opens() -> None:
    with pytest.raises(ValueError, match="17:00:00-09:00:00 must close after it opens"):
        Interval(time(17), time(9))
    with pytest.raises(ValueError, match="must close after it opens"):
        Interval(time(9), time(9))


def test_an_interval_is_in_whole_seconds_on_the_clock_of_the_calendar() -> None:
    with pytest.raises(ValueError, match="whole seconds, without a zone"):
        Interval(time(9, tzinfo=UTC), time(17))
    with pytest.raises(ValueError, match="whole seconds, without a zone"):
        Interval(time(9), time(17, 0, 0, 1))


def test_midnight_closes_at_the_end_of_the_day() -> None:
    assert str(Interval(time(18), time(0))) == "18:00:00-24:00:00"
    assert Interval(time(18), time(0)).closing_second == 24 * 3600
    assert Interval(time(0), time(0)).opening_second == 0


def test_intervals_of_one_day_may_touch_but_not_overlap() -> None:
    assert DayException(date(2026, 1, 2), hours("09:00-12:00 12:00-17:00"), "drukte").intervals
    with pytest.raises(ValueError, match="overlap on 2026-01-02"):
        DayException(date(2026, 1, 2), hours("09:00-12:00 11:59-17:00"), "drukte")
    with pytest.raises(ValueError, match="overlap on day 2 of the week"):
        WeekVersion(date(2026, 1, 1), None, week("", "18:00-24:00 09:00-18:01"))


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="7 days, Monday first; got 5"):
        WeekVersion(date(2026, 1, 1), None, OFFICE_WEEK[:5])


def test_a_version_does_not_end_before_it_begins() -> None:
    assert WeekVersion(date(2026, 1, 1), date(2026, 1, 1), OFFICE_WEEK)
    with pytest.raises(ValueError, match="ends before that"):
        WeekVersion(date(2026, 1, 2), date(2026, 1, 1), OFFICE_WEEK)


def test_versions_may_not_overlap_even_for_a_day() -> None:
    old = WeekVersion(date(2025, 1, 1), date(2025, 12, 31), OFFICE_WEEK)
    assert Calendar(versions=(WeekVersion(date(2026, 1, 1), None, OFFICE_WEEK), old)).versions[0] is old
    with pytest.raises(ValueError, match="the versions from 2025-01-01 and 2025-12-31 overlap"):
        Calendar(versions=(WeekVersion(date(2025, 12, 31), None, OFFICE_WEEK), old))
    with pytest.raises(ValueError, match="overlap"):
        Calendar(versions=(WeekVersion(date(2025, 1, 1), None, OFFICE_WEEK), old))


def test_a_day_has_one_exception() -> None:
    with pytest.raises(ValueError, match="2026-04-27 has two exceptions: 'Koningsdag' and 'storm'"):
        Calendar(
            exceptions=(
                DayException(date(2026, 4, 27), (), "Koningsdag"),
                DayException(date(2026, 4, 27), (), "storm"),
            )
        )


def test_an_exception_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        DayException(date(2026, 4, 27), (), " ")


def test_an_unknown_zone_is_refused() -> None:
    for zone in ("Europe/Zwolle", "Europe", ""):
        with pytest.raises(ValueError, match=f"unknown time zone '{zone}'"):
            Calendar(zone)


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = utc("2026-01-06 12:00").replace(tzinfo=None)
    for ask in (OFFICE.is_open, OFFICE.status, OFFICE.next_opening, OFFICE.open_seconds_until):
        with pytest.raises(ValueError, match="without a time zone"):
            ask(naive)
    with pytest.raises(ValueError, match="without a time zone"):
        OFFICE.open_seconds_between(utc("2026-01-06 12:00"), naive)


# Days


def test_the_week_of_the_version_in_force_gives_the_hours_of_a_day() -> None:
    calendar = Calendar(
        versions=(
            WeekVersion(date(2026, 2, 2), date(2026, 2, 8), week("10:00-11:00")),
            WeekVersion(date(2026, 3, 1), None, week("12:00-13:00")),
        )
    )
    assert calendar.intervals_on(date(2026, 1, 26)) == ()
    assert calendar.intervals_on(date(2026, 2, 2)) == hours("10:00-11:00")
    assert calendar.intervals_on(date(2026, 2, 9)) == ()
    assert calendar.intervals_on(date(2026, 3, 2)) == hours("12:00-13:00")
    assert calendar.version_on(date(2026, 2, 8)) is calendar.versions[0]
    assert calendar.version_on(date(2026, 2, 9)) is None


def test_an_exception_rules_its_day_also_outside_every_version() -> None:
    assert OFFICE.intervals_on(date(2026, 4, 6)) == ()
    assert OFFICE.intervals_on(date(2026, 10, 24)) == hours("10:00-12:00")
    exception = OFFICE.exception_on(date(2026, 4, 6))
    assert exception is not None
    assert exception.reason == "Tweede paasdag"
    assert OFFICE.exception_on(date(2026, 4, 7)) is None
    market = Calendar(exceptions=(DayException(date(2026, 5, 9), hours("09:00-10:00"), "markt"),))
    assert market.is_open(at("2026-05-09 09:30"))
    assert market.open_seconds_until(at("2027-01-01 00:00")) == 3600


def test_intervals_come_from_early_to_late_whatever_the_order_they_were_given_in() -> None:
    calendar = every_day("13:00-17:00 09:00-12:00")
    assert calendar.intervals_on(date(2026, 1, 1)) == hours("09:00-12:00 13:00-17:00")


def test_calendars_with_the_same_hours_are_equal_whatever_was_asked_of_them() -> None:
    one, other = every_day("09:00-17:00"), every_day("09:00-17:00")
    assert one.is_open(at("2026-01-01 12:00"))
    assert one == other
    assert hash(one) == hash(other)


def test_open_days_are_the_days_with_any_opening_both_ends_included() -> None:
    assert OFFICE.open_days(date(2026, 1, 5), date(2026, 1, 11)) == 5
    assert OFFICE.open_days(date(2026, 4, 6), date(2026, 4, 12)) == 4
    assert OFFICE.open_days(date(2026, 10, 19), date(2026, 10, 25)) == 6
    assert OFFICE.open_days(date(2026, 1, 10), date(2026, 1, 10)) == 0
    with pytest.raises(ValueError, match="lies before the first day"):
        OFFICE.open_days(date(2026, 1, 10), date(2026, 1, 9))


# Open or closed


def test_it_is_open_from_the_moment_of_opening_up_to_not_including_that_of_closing() -> None:
    assert not OFFICE.is_open(at("2026-01-06 08:59:59.999999"))
    assert OFFICE.is_open(at("2026-01-06 09:00"))
    assert OFFICE.is_open(at("2026-01-06 16:59:59.999999"))
    assert not OFFICE.is_open(at("2026-01-06 17:00"))
    assert OFFICE.is_open(utc("2026-01-06 17:30"))


def test_the_status_says_until_when_it_is_open() -> None:
    assert OFFICE.status(utc("2026-01-06 08:00")) == Status(True, at("2026-01-06 17:00"), None)
    assert OFFICE.closes_at(at("2026-01-06 19:00")) == at("2026-01-06 20:00")
    assert OFFICE.closes_at(at("2026-12-24 14:00")) == at("2026-12-24 15:00")


def test_the_status_says_when_it_opens() -> None:
    assert OFFICE.status(at("2026-01-06 17:00")) == Status(False, None, at("2026-01-06 18:00"))
    assert OFFICE.status(at("2026-04-03 17:00")) == Status(False, None, at("2026-04-07 09:00"))
    assert OFFICE.closes_at(at("2026-01-06 17:00")) is None


def test_the_next_opening_is_always_later_than_the_moment_asked_about() -> None:
    assert OFFICE.next_opening(at("2026-01-06 08:00")) == at("2026-01-06 09:00")
    assert OFFICE.next_opening(at("2026-01-06 09:00")) == at("2026-01-06 18:00")
    assert OFFICE.next_opening(at("2026-01-06 20:00")) == at("2026-01-07 09:00")


def test_the_next_change_is_a_closing_while_open_and_an_opening_while_closed() -> None:
    assert OFFICE.next_change(at("2026-01-09 09:00")) == at("2026-01-09 17:00")
    assert OFFICE.next_change(at("2026-01-09 17:00")) == at("2026-01-12 09:00")


def test_answers_are_in_the_zone_of_the_calendar() -> None:
    opens = OFFICE.next_opening(utc("2026-07-01 05:00"))
    assert opens is not None
    assert opens.isoformat() == "2026-07-01T09:00:00+02:00"


def test_periods_that_touch_are_one_also_at_midnight_and_at_the_end_of_a_month_and_a_year() -> None:
    calendar = Calendar(
        versions=(WeekVersion(date(2025, 1, 1), None, week("", "", "20:00-24:00", "00:00-02:00")),),
        exceptions=(DayException(date(2026, 4, 30), hours("00:00-09:00 09:00-24:00"), "nacht"),),
    )
    assert calendar.closes_at(at("2025-12-31 23:00")) == at("2026-01-01 02:00")
    assert calendar.status(at("2026-04-29 21:00")) == Status(True, at("2026-05-01 00:00"), None)
    assert calendar.next_opening(at("2026-04-29 21:00")) == at("2026-05-06 20:00")


def test_a_calendar_that_never_changes_says_so() -> None:
    moment = at("2026-06-01 12:00")
    assert CLOSED.status(moment) == Status(False, None, None)
    assert CLOSED.next_change(moment) is None
    assert CLOSED.open_seconds_until(moment) == 0
    assert always_open().status(moment) == Status(True, None, None)
    assert always_open().next_opening(moment) is None
    assert always_open().next_change(moment) is None


def test_a_change_is_found_up_to_the_look_ahead_and_not_beyond() -> None:
    opening = at("2027-06-01 09:00")
    calendar = Calendar(exceptions=(DayException(date(2027, 6, 1), hours("09:00-24:00"), "opening"),))
    reach = opening.astimezone(UTC) - LOOK_AHEAD
    assert calendar.next_opening(reach) == opening
    assert calendar.next_opening(reach - timedelta(microseconds=1)) is None
    assert calendar.status(reach - timedelta(microseconds=1)) == Status(False, None, None)
    assert always_open() is always_open()


# The office clock


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


# What overlaps: one rule for hours of a day and for weeks, in forms, files and rows

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
