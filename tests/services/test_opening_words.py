"""Open or closed in words, in each language; hours by appointment; days that differ."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from services.hours.presenters import OpeningView, VisitView
from services.hours.rules import Calendar, DayException, Interval, WeekVersion
from services.hours.status_words import status_html, status_words
from services.hours.week_words import same_hours, week_html, week_text
from services.open_data.opening_times import days_by_time

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = (Interval(time(9), time(17)),)
EVENING = (*DAY, Interval(time(18), time(20), by_appointment=True))
KINGS_DAY = DayException(date(2026, 4, 27), (), "Koningsdag")
TEAM_DAY = DayException(date(2026, 4, 29), (), "Teamdag")
SHORT = DayException(date(2026, 4, 30), (Interval(time(13), time(15)),), "Verhuizing")
OFFICE = Calendar(
    versions=(WeekVersion(date(2025, 1, 1), None, (DAY, EVENING, DAY, DAY, DAY, (), ())),),
    exceptions=(KINGS_DAY, TEAM_DAY, SHORT),
)


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d-%m-%Y %H:%M").replace(tzinfo=AMSTERDAM)


def said(moment: str, language: str) -> str:
    with translation.override(language):
        return status_words(OFFICE.status(at(moment)), at(moment))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("21-04-2026 10:00", "Open until 17:00"),
        ("21-04-2026 19:00", "Only by appointment, until 20:00"),
        ("22-04-2026 07:00", "Closed, opens today at 09:00"),
        ("22-04-2026 18:00", "Closed, opens tomorrow at 09:00"),
        ("24-04-2026 18:00", "Closed, opens Tuesday 28 April at 09:00"),
        ("27-04-2026 10:00", "Closed today: King's Day. Opens tomorrow at 09:00"),
        ("29-04-2026 10:00", "Closed today: Teamdag. Opens tomorrow at 13:00"),
    ],
)
def test_in_english(moment: str, words: str) -> None:
    assert said(moment, "en") == words


def test_in_dutch_the_reason_is_as_the_editor_wrote_it() -> None:
    assert "Koningsdag" in said("27-04-2026 10:00", "nl")


def test_in_arabic_times_and_dutch_words_keep_their_own_direction() -> None:
    words = said("29-04-2026 10:00", "ar")
    assert "\u206813:00\u2069" in words
    assert "\u2068Teamdag\u2069" in words
    assert "\u2068" not in said("29-04-2026 10:00", "nl")


def test_a_reason_in_dutch_is_marked_as_dutch_for_who_reads_arabic() -> None:
    moment = at("29-04-2026 10:00")
    with translation.override("ar"):
        assert '<span lang="nl" dir="ltr">Teamdag</span>' in status_html(OFFICE.status(moment), moment)
    with translation.override("nl"):
        assert "<span" not in status_html(OFFICE.status(moment), moment)


def test_a_reason_is_escaped() -> None:
    day = DayException(date(2026, 4, 29), (), "<b>Feest</b> & meer")
    known = Calendar(versions=OFFICE.versions, exceptions=(day,))
    moment = at("29-04-2026 10:00")
    with translation.override("nl"):
        assert "<b>" not in status_html(known.status(moment), moment)


def test_hours_by_appointment_count_on_no_clock() -> None:
    assert not OFFICE.is_open(at("21-04-2026 19:00"))
    assert OFFICE.open_seconds_between(at("21-04-2026 17:00"), at("21-04-2026 21:00")) == 0
    assert OFFICE.intervals_on(date(2026, 4, 21)) == EVENING


def test_hours_by_appointment_are_no_opening_time_in_open_data() -> None:
    assert days_by_time(OFFICE.versions[0]) == {("09:00", "17:00"): [0, 1, 2, 3, 4]}


def test_a_day_with_hours_by_appointment_only_is_no_open_day() -> None:
    only = Calendar(versions=(WeekVersion(date(2025, 1, 1), None, ((Interval(time(9), time(17), True),),) * 7),))
    assert only.open_days(date(2026, 4, 20), date(2026, 4, 26)) == 0


def test_hours_with_and_without_appointment_may_not_overlap() -> None:
    with pytest.raises(ValueError, match="overlap"):
        DayException(date(2026, 4, 21), (Interval(time(9), time(12)), Interval(time(11), time(13), True)), "Proef")


def test_other_hours_on_a_day_are_no_closure() -> None:
    with translation.override("en"):
        differing = {each.day: each for each in OpeningView(OFFICE, at("25-04-2026 10:00"), sample=False).exceptions}
    assert differing[SHORT.day].intervals == SHORT.intervals
    assert differing[KINGS_DAY.day].intervals == ()
    assert differing[KINGS_DAY.day].reason == "King's Day"


def test_a_new_week_is_told_a_month_ahead() -> None:
    now = OFFICE.versions[0]
    ends, follows = (
        WeekVersion(now.valid_from, date(2026, 5, 31), now.week),
        WeekVersion(date(2026, 6, 1), None, (DAY,) * 4 + ((),) * 3),
    )
    known = Calendar(versions=(ends, follows))
    with translation.override("en"):
        assert OpeningView(known, at("20-04-2026 10:00"), sample=False).next_from is None
        soon = OpeningView(known, at("20-05-2026 10:00"), sample=False)
        assert soon.next_from == date(2026, 6, 1)
        assert "Monday to Thursday" in soon.next_hours


def test_a_week_in_one_sentence() -> None:
    week = (DAY, EVENING, DAY, DAY, (), (), ())
    with translation.override("en"):
        assert week_text(week) == (
            "Monday 09:00 – 17:00; Tuesday 09:00 – 17:00, 18:00 – 20:00 (by appointment); "
            "Wednesday and Thursday 09:00 – 17:00"
        )
        assert week_html((DAY,) * 5 + ((), ())) == 'Monday to Friday <bdi class="times">09:00 – 17:00</bdi>'
        assert week_text(((),) * 7) == "Closed"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "maandag en donderdag 9.00-12.00 uur"),
        ("en", "Monday and Thursday 09:00 – 12:00"),
        ("ar", "الاثنين والخميس، من 9:00 إلى 12:00"),
        ("tr", "Pazartesi ve Perşembe 09:00–12:00"),
        ("pl", "poniedziałek i czwartek 09:00–12:00"),
        ("uk", "понеділок і четвер 09:00–12:00"),
    ],
)
def test_days_with_the_same_walk_in_hours_are_one_line_in_every_language(language: str, words: str) -> None:
    morning = (Interval(time(9), time(12)),)
    with translation.override(language):
        assert week_text((morning, (), (), morning, (), (), ())) == words


def test_closed_days_of_a_week_are_said_once_and_a_week_in_dutch_runs_to_the_last_day() -> None:
    with translation.override("nl"):
        said = [each.text for each in same_hours((DAY,) * 5 + ((), ()))]
    assert said == ["maandag tot en met vrijdag 9.00-17.00 uur", "zaterdag en zondag gesloten"]


def test_a_day_that_is_free_anyway_does_not_differ_and_one_that_closes_everything_is_told_once() -> None:
    holiday = DayException(date(2026, 4, 25), (), "Zaterdag")
    office = Calendar(versions=OFFICE.versions, exceptions=(holiday, KINGS_DAY))
    walk_in = Calendar(versions=OFFICE.versions, exceptions=(KINGS_DAY, SHORT))
    moment = at("24-04-2026 10:00")
    visit = VisitView(OpeningView(office, moment, sample=False), OpeningView(walk_in, moment, sample=True))
    assert [each.day for each in visit.exceptions] == [KINGS_DAY.day, SHORT.day]
    assert visit.sample
