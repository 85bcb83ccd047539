"""Which days of a formal matter cannot be."""

from datetime import date

from questions.formal.dates import DayFault, FormalDates, faults_of

TODAY = date(2028, 3, 1)


def faults(**days: date | None) -> dict[str, DayFault]:
    dates = FormalDates(**({"received_on": date(2028, 2, 28)} | days))
    return faults_of(dates, complaint=True, today=TODAY, asked_on=date(2028, 2, 20))


def test_days_in_their_order_are_right_also_the_29th_of_february_and_all_on_one_day() -> None:
    assert faults() == {}
    assert faults(admissible_on=date(2028, 2, 29), resolved_on=date(2028, 2, 29)) == {}
    same = date(2028, 2, 20)
    assert faults(received_on=same, inadmissible_on=same, resolved_on=same) == {}
    assert faults(received_on=TODAY, resolved_on=TODAY) == {}


def test_a_day_that_cannot_be_is_named() -> None:
    tomorrow, early = date(2028, 3, 2), date(2028, 2, 19)
    assert faults(received_on=None) == {"received_on": DayFault.MISSING}
    assert faults(received_on=early) == {"received_on": DayFault.BEFORE_ASKED}
    assert faults(resolved_on=tomorrow) == {"resolved_on": DayFault.FUTURE}
    assert faults(received_on=tomorrow)["received_on"] == DayFault.FUTURE
    assert faults(admissible_on=date(2028, 2, 27)) == {"admissible_on": DayFault.BEFORE_RECEIVED}
    assert faults(admissible_on=TODAY, resolved_on=date(2028, 2, 29)) == {"resolved_on": DayFault.BEFORE_ADMISSIBLE}
    assert faults(admissible_on=TODAY, inadmissible_on=TODAY) == {"inadmissible_on": DayFault.BOTH}


def test_only_a_complaint_is_admissible_and_a_forgotten_question_has_no_day() -> None:
    dates = FormalDates(date(2028, 2, 1), admissible_on=date(2028, 2, 2))
    found = faults_of(dates, complaint=False, today=TODAY)
    assert found == {"admissible_on": DayFault.COMPLAINTS_ONLY}
    assert faults_of(dates, complaint=True, today=TODAY) == {}
