"""Opening hours: moments in, answers out. The clock examples of docs/kpi.md are tested in test_kpi_document.py."""

from datetime import UTC, date, time, timedelta

import pytest

from services.hours.rules import (
    LOOK_AHEAD,
    Calendar,
    DayException,
    Interval,
    Status,
    WeekVersion,
    always_open,
)

from .written_hours import CLOSED, OFFICE, OFFICE_WEEK, at, every_day, hours, utc, week


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
