"""The style sheet of each language is held by `make lint`: a form that it forbids stands nowhere."""

from pathlib import Path

import pytest

from tests.portal.small_house import AR, NL, change, put, say, wrong_in
from tools.texts.rules import HOUSE, REQUIRED
from tools.texts.style import forbidden_forms

SHEET = "# Stijl\n\n| not | but |\n|---|---|\n| `[Hh]oi\\|dag daar` | *Hallo* |\n"


@pytest.fixture
def styled(house: Path) -> Path:
    put(house, "docs/style/nl.md", SHEET)
    forbidden_forms.cache_clear()
    return house


@pytest.mark.parametrize(("words", "right"), [("Hallo daar", True), ("Hoi daar", False), ("Goededag daar", False)])
def test_a_forbidden_form_is_found_in_a_catalogue(styled: Path, words: str, right: bool) -> None:
    change(styled, NL, "Hello there", say(words))
    assert (wrong_in(styled) == []) is right
    assert right or [each for each in wrong_in(styled) if "write *Hallo* (docs/style/nl.md): “Hello there”" in each]


def test_a_sheet_binds_its_own_language_only(styled: Path) -> None:
    put(styled, "docs/style/ar.md", SHEET.replace("[Hh]oi", "شكرا"))
    change(styled, AR, "Hello there", say("شكرا لك"))
    assert [each.split(":")[0] for each in wrong_in(styled)] == [AR]


def test_the_starting_content_is_held_to_it_but_not_what_people_type(styled: Path) -> None:
    put(styled, "content/pages/home/nl.yaml", "title: Welkom\nsummary: Hoi, kom binnen\n")
    put(styled, "content/danger/nl.yaml", "- hoi\n")
    assert [each.split(": ")[0] for each in wrong_in(styled)] == ["content/pages/home/nl.yaml:2"]


def test_a_form_that_cannot_be_read_is_told(styled: Path) -> None:
    put(styled, "docs/style/ar.md", SHEET.replace("[Hh]oi", "(hoi"))
    assert any(each.startswith("docs/style/ar.md: (hoi") for each in wrong_in(styled))


@pytest.mark.parametrize("language", REQUIRED)
def test_every_language_has_a_sheet(language: str) -> None:
    assert (HOUSE / "docs" / "style" / f"{language}.md").exists()
