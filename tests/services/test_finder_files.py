"""The files of the finder: every language has its texts, and what is wrong with a file is told."""

import shutil
from pathlib import Path

import pytest

from home.languages import TextInLanguage
from services.finder.checks import every_theme_has_answers, faults_of
from services.finder.files import data_of, finder_rules, finder_words, folder
from services.finder.words import allowed, needed, texts_of
from services.models import Theme
from tests.some import some

LANGUAGES = ["nl", "en", "ar", "tr", "pl", "uk"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_and_no_other(language: str) -> None:
    rules = finder_rules(folder())
    texts = {place for place, text in texts_of(data_of(folder() / f"{language}.yaml")) if text}
    assert needed(rules) - texts == set()
    assert texts - needed(rules) - allowed(rules) == set()


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nl"])
def test_no_translation_is_still_dutch(language: str) -> None:
    dutch = dict(texts_of(data_of(folder() / "nl.yaml")))
    own = dict(texts_of(data_of(folder() / f"{language}.yaml")))
    assert [place for place, text in some(own.items()) if text == dutch[place]] == []


def test_a_text_knows_its_language() -> None:
    words = finder_words(folder())
    assert words.text("ar", "danger", "label").lang == "ar"
    assert words.text("xx", "danger", "label") == TextInLanguage("Er is nu gevaar", "nl")
    assert words.text("xx", "danger", "label").lang == "nl"
    assert words.text("nl", "themes", "geld", "hint") == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("nl.yaml", "  label: Er is nu gevaar\n", "", ": danger.label: must be filled in"),
        (
            "en.yaml",
            "      brief: A letter or form\n",
            "      breif: x\n",
            "themes.nieuw.answers.breif: nobody asks for this text",
        ),
        ("rules.yaml", "danger: gevaar", "danger: gevaarlijk", "danger: there is no ending gevaarlijk"),
        ("rules.yaml", "themes:\n", "themes: [\n", "rules.yaml"),
        ("pl.yaml", "questions:\n", "questions: [\n", "pl.yaml"),
    ],
)
def test_a_check_tells_what_is_wrong_with_the_files(tmp_path: Path, file: str, old: str, new: str, fault: str) -> None:
    copied = Path(shutil.copytree(folder(), tmp_path / "finder"))
    text = (copied / file).read_text(encoding="utf-8")
    assert old in text
    (copied / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(fault in str(problem) for problem in faults_of(copied))


@pytest.mark.django_db
def test_a_check_tells_that_the_table_is_not_there_and_that_a_theme_has_no_answers(tmp_path: Path) -> None:
    assert any("is not there" in str(problem) for problem in faults_of(tmp_path))
    Theme.objects.create(slug="tuinen", name="Tuinen")
    [warning] = every_theme_has_answers(None, ["default"])
    assert "tuinen" in warning.msg
