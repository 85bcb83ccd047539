"""The rules of the self-check: every way ends, nothing is refused, not knowing closes no way."""

import random

from hypothesis import assume, given
from hypothesis import strategies as st

from services.eligibility_check.rules import AGE, NO, UNKNOWN, YES, Band, Chance, Check, CheckOutcome, Rule, every_path
from tests.some import some

AGES = st.none() | st.integers(0, 110)


@st.composite
def rules(draw: st.DrawFn, slug: str) -> Rule:
    low, high = draw(AGES), draw(AGES)
    if low is not None and high is not None and high < low:
        low, high = high, low
    return Rule(
        slug,
        frozenset(draw(st.sets(st.sampled_from(["thuis", "jeugd", "school"]), max_size=2))),
        draw(st.sampled_from(["", "", "oud", "jong"])),
        low,
        high,
    )


@st.composite
def checks(draw: st.DrawFn) -> Check:
    number = draw(st.integers(1, 5))
    return Check(tuple(draw(rules(f"regel-{each}")) for each in range(number)))


@st.composite
def answered(draw: st.DrawFn) -> tuple[Check, dict[str, str]]:
    check = draw(checks())
    return check, {question.key: draw(st.sampled_from(question.choices)) for question in check.questions}


@given(checks())
def test_every_way_ends_and_asks_nothing_twice(check: Check) -> None:
    ends = 0
    for path in some(every_path(check)):
        ends += 1
        keys = [question.key for question, _answer in path.given]
        assert len(keys) == len(set(keys)) <= len(check.questions)
        assert check.outcome(path.answers).chance in Chance
    assert ends


@given(checks())
def test_no_ending_refuses(check: Check) -> None:
    for path in some(every_path(check)):
        assert check.outcome(path.answers).chance >= Chance.PERHAPS_NOT
    assert {chance.name for chance in Chance} == {"PERHAPS_NOT", "PERHAPS", "SEEMS_SO"}


@given(answered(), st.randoms())
def test_the_order_of_answers_makes_no_difference(case: tuple[Check, dict[str, str]], by: random.Random) -> None:
    check, answers = case
    shuffled = list(answers.items())
    by.shuffle(shuffled)
    assert check.outcome(dict(shuffled)) == check.outcome(answers)
    assert check.path(dict(shuffled)) == check.path(answers)


@given(answered(), st.data())
def test_not_knowing_is_never_worse_than_no(case: tuple[Check, dict[str, str]], data: st.DataObject) -> None:
    check, answers = case
    question = data.draw(st.sampled_from(check.questions))
    refusing = data.draw(st.sampled_from(question.choices)) if question.key == AGE else NO
    said = check.outcome(answers | {question.key: refusing})
    not_known = check.outcome(answers | {question.key: UNKNOWN})
    assert names(said) <= names(not_known)
    if question.key != AGE:
        assert not_known.chance >= said.chance


def names(outcome: CheckOutcome) -> set[str]:
    return {service for service, _chance in outcome.services}


@given(checks())
def test_who_knows_nothing_is_told_perhaps(check: Check) -> None:
    nothing = {question.key: UNKNOWN for question in check.questions}
    assert check.outcome(nothing).chance == Chance.PERHAPS
    assert check.outcome({}).chance == Chance.PERHAPS


@given(answered())
def test_what_does_not_count_any_more_changes_nothing(case: tuple[Check, dict[str, str]]) -> None:
    check, answers = case
    assert check.outcome(check.path(answers).answers) == check.outcome(answers)


WORDS = st.text(max_size=8)
KEYS = st.sampled_from([AGE, "oud", "jong", "regel-0", "regel-1", "regel-2"])


@given(checks(), st.dictionaries(KEYS | WORDS, st.sampled_from([YES, NO, UNKNOWN, "0-17"]) | WORDS, max_size=5))
def test_whatever_is_sent_is_understood_or_left_out(check: Check, sent: dict[str, str]) -> None:
    answers = check.understood(sent)
    for question in some(check.questions):
        assert answers.get(question.key) in (None, *question.choices)
    assert check.path(answers).given is not None


@given(checks())
def test_the_bands_hold_every_age_once(check: Check) -> None:
    assume(check.bands)
    for age in range(130):
        assert sum(band.first <= age and (band.last is None or age <= band.last) for band in check.bands) == 1


LEERPLICHT = Check(
    (
        Rule("leeftijd", frozenset({"school"}), "leerplicht", 5, 16),
        Rule("jong", frozenset({"school"}), "terug", 18, 23),
        Rule("diploma", frozenset({"school"}), "terug"),
    )
)


def test_age_is_asked_once_in_ranges() -> None:
    assert LEERPLICHT.bands == (Band(0, 4), Band(5, 16), Band(17, 17), Band(18, 23), Band(24, None))
    assert [question.key for question in LEERPLICHT.questions] == [AGE, "diploma"]
    assert LEERPLICHT.questions[0].choices == ("0-4", "5-16", "17-17", "18-23", "24-", UNKNOWN)


def test_one_route_is_enough() -> None:
    assert LEERPLICHT.outcome({AGE: "5-16"}).chance == Chance.SEEMS_SO
    assert LEERPLICHT.path({AGE: "5-16"}).next is None
    assert LEERPLICHT.path({AGE: "18-23"}).next is not None
    assert LEERPLICHT.outcome({AGE: "18-23", "diploma": YES}).chance == Chance.SEEMS_SO
    assert LEERPLICHT.outcome({AGE: "18-23", "diploma": NO}).chance == Chance.PERHAPS_NOT
    assert LEERPLICHT.outcome({AGE: "18-23", "diploma": UNKNOWN}).chance == Chance.PERHAPS
    assert LEERPLICHT.outcome({AGE: "24-"}).services == ()


WMO = Check((Rule("zwolle"), Rule("huis", frozenset({"thuis"})), Rule("praten", frozenset({"gesprek"}))))


def test_what_counts_for_all_help_ends_the_check_at_once() -> None:
    assert WMO.path({"zwolle": NO}).next is None
    assert WMO.outcome({"zwolle": NO}).chance == Chance.PERHAPS_NOT


def test_a_no_for_one_service_leaves_the_others() -> None:
    outcome = WMO.outcome({"zwolle": YES, "huis": NO, "praten": UNKNOWN})
    assert outcome.chance == Chance.PERHAPS
    assert outcome.services == (("gesprek", Chance.PERHAPS),)


def test_what_seems_possible_stands_before_what_may_be() -> None:
    outcome = WMO.outcome({"zwolle": YES, "huis": UNKNOWN, "praten": YES})
    assert outcome.services == (("gesprek", Chance.SEEMS_SO), ("thuis", Chance.PERHAPS))


def test_the_question_before() -> None:
    path = WMO.path({"zwolle": YES, "huis": NO})
    assert path.next is not None
    before = path.before(path.next.key)
    assert before is not None
    assert before.key == "huis"
    assert path.before("zwolle") is None
