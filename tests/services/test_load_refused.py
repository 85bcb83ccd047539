"""Faults in the files of content: each is told with its file, line and field, and nothing is written."""

import copy
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services.yaml_files.documents import FaultyContent

from .conftest import TEXT, TEXT_EN, Folder
from .loadable import everything

pytestmark = pytest.mark.django_db


def spoilt(folder: Folder, name: str, data: Any) -> str:
    """What the load says about a spoilt file; it must have written nothing."""
    folder.write(name, data)
    with CaptureQueriesContext(connection) as asked, pytest.raises(FaultyContent) as caught:
        folder.load()
    assert [each["sql"] for each in asked if not each["sql"].startswith("SELECT")] == []
    return str(caught.value)


def text_with(**words: Any) -> dict[str, Any]:
    changed = copy.deepcopy(TEXT)
    changed["words"].update(words)
    return changed


@pytest.mark.once
def test_a_fault_names_file_line_and_field(folder: Folder) -> None:
    said = spoilt(
        folder,
        "pages/proef-tekst/nl.yaml",
        "page: {type: home.ContentPage, parent: proef, slug: tekst, order: 1}\nsource: x\nwords:\n"
        "  title: Goed\n  summary: Kort\n  bodi: []\n",
    )
    assert "proef-tekst/nl.yaml:6: words.bodi: a ContentPage has no such field" in said


@pytest.mark.once
def test_broken_yaml_names_its_line(folder: Folder) -> None:
    assert "proef-tekst/nl.yaml:3" in spoilt(folder, "pages/proef-tekst/nl.yaml", "page:\n  type: [home\nwords: x\n")


@pytest.mark.once
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"body": [{"paragraph": "Bel {fact:bestaat-niet}."}]}, "there is no fact bestaat-niet"),
        ({"body": [{"paragraph": "[Lees](page:nergens)"}]}, "there is no page nergens"),
        ({"body": [{"paragraph": "[Ga](door:zolder)"}]}, "there is no door zolder"),
        ({"body": [{"paragraph": "# Kop"}]}, "heading cannot stand here"),
        ({"body": [{"plaatje": "x"}]}, "there is no such block"),
        ({"title": ""}, "must be filled in"),
        ({"title": "<!-- <img src=x> -->Titel"}, "<!-- <img src=x> cannot stand in a text"),
        ({"body": [{"paragraph": "Een <b onclick='x()'>woord</b>."}]}, "cannot stand in a text"),
        ({"body": [{"paragraph": "Een <![CDATA[woord]]>."}]}, "cannot stand in a text"),
        ({"summary": "om\u202egekeerd"}, "U+202E cannot stand in a text"),
    ],
)
def test_what_a_page_cannot_hold_is_refused(folder: Folder, words: dict[str, Any], said: str) -> None:
    assert said in spoilt(folder, "pages/proef-tekst/nl.yaml", text_with(**words))


def test_what_does_not_fit_is_refused_and_not_cut_off(folder: Folder) -> None:
    said = spoilt(folder, "pages/proef-tekst/nl.yaml", text_with(summary="x" * 201))
    assert "has 201 characters, at most 200 fit" in said


def test_of_what_is_refused_after_it_was_written_nothing_stays(folder: Folder) -> None:
    folder.write("rows/facts.yaml", "- {slug: geen-nummer, kind: text, value: Ja, label: Ja}\n")
    folder.write("rows/organisations.yaml", "- {slug: proef, name: Proef, kind: welfare, phone: geen-nummer}\n")
    before = everything()
    with CaptureQueriesContext(connection) as asked, pytest.raises(FaultyContent, match="cannot be chosen here"):
        folder.load()
    assert [each for each in asked if each["sql"].startswith("INSERT")]
    assert everything() == before


@pytest.mark.once
def test_a_translation_must_have_the_same_paragraphs(folder: Folder) -> None:
    english = copy.deepcopy(TEXT_EN)
    english["words"]["body"][1] = {"paragraph": "Go and [ask it](door:vraag)."}
    assert "has other paragraphs and lists" in spoilt(folder, "pages/proef-tekst/en.yaml", english)


@pytest.mark.once
@pytest.mark.parametrize(
    ("instead", "fault"),
    [("112", "noodnummer is missing"), ("{fact:noodnummer} {fact:noodnummer}", "noodnummer is too many")],
)
def test_a_translation_must_name_the_same_facts_as_often(folder: Folder, instead: str, fault: str) -> None:
    english = copy.deepcopy(TEXT_EN)
    text = english["words"]["body"][1]["paragraph"]
    english["words"]["body"][1] = {"paragraph": text.replace("{fact:noodnummer}", instead)}
    said = spoilt(folder, "pages/proef-tekst/en.yaml", english)
    assert "names other facts" in said
    assert fault in said


@pytest.mark.once
def test_a_page_may_not_take_the_place_of_a_door(folder: Folder) -> None:
    listed = {
        "page": {"type": "home.IndexPage", "parent": "proef", "slug": "vraag", "order": 1},
        "source": "",
        "words": {"title": "Vraag"},
    }
    assert "vraag is a door" in spoilt(folder, "pages/proef-vraag/nl.yaml", listed)


@pytest.mark.once
def test_hours_that_overlap_are_refused(folder: Folder) -> None:
    week = {"mon": ["09:00-12:00", "11:00-13:00"]}
    calendar = {"slug": "proef", "name": "Proef", "versions": [{"valid_from": "2026-01-01", "week": week}]}
    said = spoilt(folder, "rows/calendars.yaml", {"calendars": [calendar]})
    assert "overlap" in said
    assert "calendars.0.versions.0.week.mon" in said
