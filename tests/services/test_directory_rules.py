"""Choosing among organisations: which fit, how many, how far, in what order."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from services.directory import facets
from services.directory.distance import distance_km
from services.directory.facets import FACETS, is_meant, sift
from services.directory.query import DirectoryQuery, directory_query
from services.directory.sorting import sort_key


@dataclass(frozen=True)
class Club:
    """An organisation as the rules see it."""

    name: str
    facets: Mapping[str, frozenset[str]]
    line: str = field(default="")


def club(name: str, line: str = "", **values: str) -> Club:
    return Club(name, {facet: frozenset(values.get(facet, "").split()) for facet in FACETS}, line)


BANK = club("bank", " geld brieven", theme="geld", cost="gratis")
CHOIR = club("choir", " zingen", theme="eenzaam", district="noord", language="nl ar")
SCHOOL = club("school", " leren geld", theme="geld werk", district="zuid", audience="jongeren")
ALL = [BANK, CHOIR, SCHOOL]


def names(clubs: list[Club]) -> list[str]:
    return [each.name for each in clubs]


def test_nothing_chosen_shows_all() -> None:
    assert names(sift(ALL, {}).found) == ["bank", "choir", "school"]


def test_everything_chosen_must_fit() -> None:
    assert names(sift(ALL, {"theme": "geld", "cost": "gratis"}).found) == ["bank"]
    assert names(sift(ALL, {"theme": "eenzaam", "cost": "gratis"}).found) == []


def test_who_is_for_the_whole_town_is_there_in_every_district() -> None:
    found = sift(ALL, {"district": "noord"}).found
    assert names(found) == ["bank", "choir"]
    assert [is_meant(each, {"district": "noord"}) for each in found] == [False, True]


def test_what_nobody_told_of_cost_or_language_is_no_yes() -> None:
    assert names(sift(ALL, {"language": "ar"}).found) == ["choir"]


def test_words_must_all_begin_a_word() -> None:
    assert names(sift(ALL, {}, ["gel", "le"]).found) == ["school"]


@pytest.mark.parametrize("chosen", [{}, {"theme": "geld"}, {"district": "noord"}, {"theme": "geld", "cost": "gratis"}])
def test_a_count_is_what_choosing_it_gives(chosen: dict[str, str]) -> None:
    sifted = sift(ALL, chosen)
    for facet in FACETS:
        for value in ("geld", "werk", "noord", "zuid", "jongeren", "gratis", "ar", "nergens"):
            assert sifted.count(facet, value) == len(sift(ALL, {**chosen, facet: value}).found), (facet, value)


def test_a_kilometre_is_a_kilometre() -> None:
    assert distance_km((52.5, 6.1), (52.5, 6.1)) == 0
    assert distance_km((52.0, 6.0), (53.0, 6.0)) == pytest.approx(111.2, abs=0.1)
    assert distance_km((0.0, 179.5), (0.0, -179.5)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", ["113", "één", "Eén huis", "GGD", "WIJZ", "ZwolleDoet!"]),
        ("tr", ["can", "çay", "ırmak", "ip", "şeker", "tuz"]),
        ("pl", ["lato", "łąka", "ósemka", "zamek", "żaba"]),
        ("uk", ["гора", "ґанок", "ера", "єдність", "ім'я", "їжак"]),
        ("ar", ["أمان", "بيت", "تعليم", "هاتف", "يد"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(language: str, expected: list[str]) -> None:
    mixed = expected[::-1]
    assert sorted(mixed, key=lambda name: sort_key(name, language)) == expected


KNOWN = {facet: frozenset({"geld", "noord", "gratis", "ar", "ja", "thuis", "jongeren"}) for facet in FACETS}


def test_the_address_says_what_was_chosen_and_back() -> None:
    given = {"thema": "geld", "stadsdeel": "noord", "q": "hulp bij brieven", "pagina": "2"}
    asked = directory_query(given, KNOWN)
    assert asked.chosen == {facets.THEME: "geld", facets.DISTRICT: "noord"}
    assert asked.query == "?q=hulp+bij+brieven&thema=geld&stadsdeel=noord&pagina=2"


def test_taking_one_thing_away_leaves_the_rest_on_the_first_page() -> None:
    asked = DirectoryQuery({"theme": "geld", "district": "noord"}, text="brief", postcode="8021", page=3)
    assert asked.without("theme").query == "?q=brief&postcode=8021&stadsdeel=noord"
    assert asked.without("q").query == "?postcode=8021&thema=geld&stadsdeel=noord"
    assert asked.without("postcode").query == "?q=brief&thema=geld&stadsdeel=noord"


@pytest.mark.parametrize(
    "given",
    [{"thema": "bestaat-niet"}, {"pagina": "-1"}, {"pagina": "x"}, {"pagina": "²"}, {"pagina": "9" * 50}, {"zz": "1"}],
)
def test_what_nobody_knows_is_ignored(given: dict[str, str]) -> None:
    assert directory_query(given, KNOWN) == DirectoryQuery()


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("8021", "8021"), ("8021 AB", "8021"), ("8021ab", "8021"), ("٨٠٢١", "8021"), ("0123", ""), ("802", ""), ("x", "")],
)
def test_a_postcode_is_read_as_people_type_it(typed: str, digits: str) -> None:
    assert DirectoryQuery(postcode=typed).digits == digits


def test_another_choice_begins_on_the_first_page() -> None:
    asked = DirectoryQuery(chosen={facets.THEME: "geld"}, page=3)
    assert asked.choosing(facets.DISTRICT, "noord").query == "?thema=geld&stadsdeel=noord"
    assert asked.without(facets.THEME).query == ""
