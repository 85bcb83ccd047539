"""The table of the finder: every path ends, every ending is reached, and what is wrong is told."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from services.finder.faults import MOST_QUESTIONS, FaultyRules
from services.finder.rules import DANGER, URGENCY, Ending, FinderQuestion, Rules, longest, positions, walk
from services.finder.table import rules_of
from tests.some import some

FOLDER = Path(__file__).parents[2] / "content" / "finder"
SMALL = {
    "themes": {"geld": {"brief": ["alleen", "buurt", "team", "zorg"], "huis": "nu"}},
    "danger": "nu",
    "today": "vandaag",
    "endings": {
        "alleen": {"weight": "self", "main": ["ik"]},
        "buurt": {"weight": "basis", "main": ["ik"]},
        "team": {"weight": "team", "main": ["ik"]},
        "zorg": {"weight": "special", "main": ["ik"]},
        "nu": {"weight": "now", "main": ["ik"], "sensitive": True},
        "vandaag": {"weight": "now", "main": ["ik"], "also": ["ik"], "pages": ["diensten"]},
    },
    "helpers": {"ik": {"icon": "user"}},
}


def table() -> Any:
    return yaml.safe_load((FOLDER / "rules.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> Rules:
    return rules_of(table())


def ending(rules: Rules, path: str) -> str:
    at = walk(rules.first, path.split("/")).at
    assert isinstance(at, Ending), f"{path} goes on with {at.key}"
    return at.key


def test_every_path_ends_within_six_questions(rules: Rules) -> None:
    ends = [place for place in positions(rules.first) if isinstance(place.at, Ending)]
    assert len(ends) > 300
    assert max(len(place.given) for place in ends) == longest(rules.first) <= MOST_QUESTIONS
    asking = [place.at for place in positions(rules.first) if isinstance(place.at, FinderQuestion)]
    assert all(question.leads_to for question in some(asking))


def test_the_longest_way_has_at_least_four_questions(rules: Rules) -> None:
    assert longest(rules.first) >= 4


def test_every_ending_is_reached_and_names_somebody(rules: Rules) -> None:
    reached = {place.at.key for place in positions(rules.first) if isinstance(place.at, Ending)}
    assert reached == set(rules.endings)
    assert all(each.main for each in some(rules.endings.values()))


def test_walking_the_answers_of_a_place_comes_to_that_place(rules: Rules) -> None:
    for place in some(positions(rules.first)):
        assert walk(rules.first, place.answers) == place


def test_danger_leads_at_once_to_the_same_help_from_every_question(rules: Rules) -> None:
    for place in some(positions(rules.first)):
        if isinstance(place.at, FinderQuestion):
            assert ending(rules, "/".join([*place.answers, DANGER])) == "gevaar"
            assert DANGER not in place.at.choices
    numbers = [helper.fact for helper in rules.endings["gevaar"].main]
    assert numbers == ["noodnummer", "veilig-thuis", "zelfmoordpreventie"]


def test_whoever_thinks_of_dying_comes_to_the_help_lines_at_once(rules: Rules) -> None:
    assert ending(rules, "eenzaam/dood") == "gevaar"


@pytest.mark.parametrize(
    ("path", "who"),
    [
        # Annex 3: lightly limited is for the sociale basis, moderately for the team, severely for specialised help.
        ("hulp-thuis/huishouden/zelf", "zelf"),
        ("hulp-thuis/huishouden/samen", "buurthulp"),
        ("hulp-thuis/huishouden/vast/licht", "buurthulp"),
        ("hulp-thuis/huishouden/vast/matig/wachten", "thuis"),
        ("hulp-thuis/huishouden/vast/ernstig/wachten", "begeleiding"),
        ("hulp-thuis/huishouden/vast/ernstig/vandaag", "vandaag"),
        # Money is not done by the team: simple help in the sociale basis, the rest by others.
        ("geld/brief/samen", "papieren"),
        ("geld/tekort/vast/ernstig/wachten", "inkomen"),
        ("werk/uitkering", "inkomen"),
        # Work is for Tiem, social participation for the team.
        ("werk/baan/samen", "werk"),
        ("werk/baan/vast/matig/wachten", "meedoen"),
        ("nieuw/inburgering", "inburgering"),
        ("veilig/bang", "veilig"),
        ("kind/onveilig", "zorgen"),
        ("school/gestopt", "terug"),
    ],
)
def test_who_helps_follows_the_table_of_the_assignment(rules: Rules, path: str, who: str) -> None:
    assert ending(rules, path) == who


@pytest.mark.parametrize(
    ("who", "helper"),
    [("inkomen", "inkomen"), ("werk", "tiem"), ("inburgering", "ipa"), ("papieren", "op-orde"), ("zorg", "huisarts")],
)
def test_the_right_organisation_comes_first(rules: Rules, who: str, helper: str) -> None:
    assert rules.endings[who].main[0].key == helper


def test_nobody_is_sent_away_without_the_team_as_a_way_on(rules: Rules) -> None:
    without = {
        key
        for key, each in rules.endings.items()
        if "wijkteam" not in {helper.key for helper in (*each.main, *each.also)}
    }
    assert without == set()


def test_only_who_is_stuck_is_asked_how_long_it_can_wait(rules: Rules) -> None:
    for place in some(positions(rules.first)):
        if isinstance(place.at, FinderQuestion) and place.at.key == URGENCY:
            assert place.answers[-2:] in {("vast", "matig"), ("vast", "ernstig")}


@pytest.mark.parametrize(
    ("path", "understood"),
    [
        (["onzin"], ()),
        (["geld", "onzin"], ("geld",)),
        (["geld", "brief", "zelf", "nog-iets"], ("geld", "brief", "zelf")),
        (["geld", "", "brief"], ("geld",)),
    ],
)
def test_an_unknown_answer_stops_at_the_last_one_that_was_understood(
    rules: Rules, path: list[str], understood: tuple[str, ...]
) -> None:
    place = walk(rules.first, path)
    assert place.lost
    assert place.answers == understood


def test_a_theme_that_is_closed_is_no_answer_any_more(rules: Rules) -> None:
    narrowed = rules.narrowed(["wonen", "geld", "unheard-of"])
    assert narrowed.first.choices == ["wonen", "geld"]
    assert walk(narrowed.first, ["kind"]).lost
    assert not walk(narrowed.first, [DANGER]).lost


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (("danger",), "weg", "danger: there is no ending weg"),
        (("today",), None, "today: must name an ending"),
        (("themes",), {}, "themes: is missing"),
        (("themes", "geld"), {}, "themes.geld: is empty: it must have names and values"),
        (("themes", "Geld Zorgen"), {"a": "nu"}, "themes.Geld Zorgen: is no name for a path"),
        (("themes", "geld", "brief"), ["alleen"], "themes.geld.brief: one ending, or 4 in the order of the table"),
        (("themes", "geld", "brief"), ["alleen", "x", "team", "zorg"], "themes.geld.brief: there is no ending x"),
        (("themes", "geld", "gevaar"), "nu", "themes.geld.gevaar: is no name for a path"),
        (("endings", "nu", "weight"), "zwaar", "endings.nu.weight: must be one of self, basis, team, special, now"),
        (("endings", "nu", "main"), [], "endings.nu: names nobody who helps"),
        (("endings", "nu", "also"), ["jij"], "endings.nu.also: there is no helper jij"),
        (("endings", "nu", "colour"), "red", "endings.nu.colour: is not known"),
        (("endings", "over"), {"weight": "now", "main": ["ik"]}, "endings.over: no answer leads there"),
        (("helpers", "jij"), {"icon": "user"}, "helpers.jij: no ending names it"),
        (("helpers", "ik"), {"name": "Ik"}, "helpers.ik: has no icon"),
    ],
)
def test_what_is_wrong_with_a_table_is_told(place: tuple[str, ...], value: Any, fault: str) -> None:
    broken: Any = copy.deepcopy(SMALL)
    row = broken
    for name in place[:-1]:
        row = row[name]
    row[place[-1]] = value
    with pytest.raises(FaultyRules) as raised:
        rules_of(broken)
    assert fault in map(str, raised.value.faults)


def test_a_small_table_is_enough() -> None:
    assert longest(rules_of(SMALL).first) == 5
