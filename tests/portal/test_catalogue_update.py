"""What `update` keeps, adds and takes away in the catalogues, and what is compiled from them."""

import gettext
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import polib
import pytest

from tests.portal.small_house import AR, ARABIC, NL, PO, STAFF_NL, change, entry_of, put
from tools import catalogues
from tools.texts import catalogue
from tools.texts.rules import HOUSE

# --- update ----------------------------------------------------------------------------------------------


def test_a_second_update_changes_nothing(house: Path) -> None:
    before = {path: path.read_bytes() for path in house.rglob("*.po")}
    assert len(before) == 8
    assert catalogue.update(house) == []
    assert {path: path.read_bytes() for path in house.rglob("*.po")} == before


def test_update_sorts_tells_the_files_and_names_no_day_and_no_tool(house: Path) -> None:
    text = (house / AR).read_text()
    assert [entry.msgid for entry in polib.pofile(text)] == sorted(ARABIC | {"One day": ""})
    assert "\n#: home/templates/home/page.html\n" in text
    assert "Date" not in text
    assert "Generator" not in text


def test_every_text_goes_to_the_catalogue_of_its_file(house: Path) -> None:
    put(house, "questions/statuses.py", '_("Waiting")')
    catalogue.update(house)
    residents = {entry.msgid for entry in polib.pofile(str(house / NL))}
    staff = {entry.msgid for entry in polib.pofile(str(house / STAFF_NL))}
    assert staff == {"A heading", "Waiting"}
    assert residents == {*ARABIC, "One day", "Waiting"}
    assert not (house / "locales" / "staff" / "ar").exists()


def test_update_adds_what_is_new_untranslated_and_fills_it_in_in_english_only(house: Path) -> None:
    put(house, "home/pages/presenters.py", 'ngettext("%(n)s door", "%(n)s doors", n), _("A door")')
    told = catalogue.update(house)
    assert f"{NL}: 2 new, 0 gone, 2 to translate" in told
    assert f"{PO.format('en')}: 2 new, 0 gone, 0 to translate" in told
    assert entry_of(house, PO.format("en"), "A door").msgstr == "A door"
    assert entry_of(house, PO.format("en"), "%(n)s door").msgstr_plural == {0: "%(n)s door", 1: "%(n)s doors"}
    assert entry_of(house, NL, "A door").msgstr == ""
    assert entry_of(house, NL, "Hello there").msgstr == "Hallo daar"


@pytest.mark.parametrize(("language", "number"), [("nl", 2), ("ar", 6), ("tr", 2), ("pl", 4), ("uk", 4)])
def test_a_language_has_its_own_number_of_plural_forms(house: Path, language: str, number: int) -> None:
    assert len(entry_of(house, PO.format(language), "One day").msgstr_plural) == number


def test_update_removes_what_is_gone_also_when_it_was_marked_obsolete(house: Path) -> None:
    change(house, NL, "Hello there", lambda entry: setattr(entry, "obsolete", True))
    put(house, "home/templates/home/page.html", '{% translate "Welcome" %}')
    catalogue.update(house)
    assert [entry.msgid for entry in polib.pofile(str(house / NL))] == ["Welcome"]
    assert "#~" not in (house / NL).read_text()


def test_update_keeps_what_a_translator_noted(house: Path) -> None:
    change(house, NL, "Hello there", lambda entry: setattr(entry, "tcomment", "informal on purpose"))
    assert catalogue.update(house) == []
    change(house, NL, "Hello there", lambda entry: entry.flags.append("fuzzy"))
    assert catalogue.update(house) == []
    assert entry_of(house, NL, "Hello there").fuzzy


def test_one_text_with_two_plurals_is_refused(house: Path) -> None:
    put(house, "home/pages/presenters.py", 'ngettext("One day", "%(n)d dayz", n)')
    assert catalogues.main(["update", "--house", str(house)]) == 1


# --- compile ---------------------------------------------------------------------------------------------


def test_compile_needs_neither_babel_nor_django(house: Path) -> None:
    alone = (
        "import sys; sys.modules.update(babel=None, django=None); from tools.catalogues import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", alone, "compile", "--house", str(house)],
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "8 catalogues compiled\n"
    dutch = gettext.translation("django", house / "locales", ["nl"])
    assert dutch.gettext("Hello there") == "Hallo daar"
    assert dutch.ngettext("One day", "%(n)s days", 3) == "%(n)s dagen"
    assert not list(house.rglob("*.new"))


def test_a_text_that_is_not_translated_or_fuzzy_is_not_compiled(house: Path) -> None:
    change(house, NL, "Hello there", lambda entry: entry.flags.append("fuzzy"))
    catalogue.compile_all(house)
    assert gettext.translation("django", house / "locales", ["nl"]).gettext("Hello there") == "Hello there"
    assert gettext.translation("django", house / "locales", ["pl"]).gettext("Hello there") == "Hello there"


def test_a_broken_catalogue_stops_the_compiler_with_the_line(house: Path, capsys: Any) -> None:
    (house / NL).write_text('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n')
    assert catalogues.main(["compile", "--house", str(house)]) == 1
    assert "nl/LC_MESSAGES/django.po" in capsys.readouterr().err
