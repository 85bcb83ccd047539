"""What `check` refuses in the catalogues."""

from pathlib import Path
from typing import Any

import polib
import pytest

from tests.portal.small_house import AR, NL, PL, PO, STAFF_NL, change, put, say, wrong_in
from tools import catalogues
from tools.texts import catalogue, faults


def test_check_passes_when_all_is_well_and_tells_what_waits_for_later(house: Path, capsys: Any) -> None:
    assert wrong_in(house) == []
    assert catalogues.main(["check", "--house", str(house)]) == 0
    told = capsys.readouterr().out
    assert f"later: {PL}: 3 of 3 texts wait for a translation" in told
    assert told.endswith("the catalogues are complete\n")


def test_check_fails_when_a_text_is_missing(house: Path, capsys: Any) -> None:
    change(house, AR, "Hello there", say(""))
    assert catalogues.main(["check", "--house", str(house)]) == 1
    assert f"{AR}: not translated: “Hello there”" in capsys.readouterr().out


def test_check_fails_when_a_text_is_fuzzy(house: Path) -> None:
    change(house, NL, "Hello there", lambda entry: entry.flags.append("fuzzy"))
    assert wrong_in(house) == [f"{NL}: fuzzy: “Hello there”"]


def test_check_fails_when_one_plural_form_is_empty(house: Path) -> None:
    change(house, AR, "One day", lambda entry: entry.msgstr_plural.update({3: ""}))
    assert wrong_in(house) == [f"{AR}: not translated: “One day”"]


def test_check_fails_when_an_entry_is_obsolete(house: Path) -> None:
    with (house / NL).open("a") as file:
        file.write('\n#~ msgid "Old"\n#~ msgstr "Oud"\n')
    assert wrong_in(house) == [f"{NL}: obsolete: “Old”"]


def test_check_fails_when_the_source_has_gone_on(house: Path) -> None:
    put(house, "home/pages/blocks.py", 'label = _("A new heading")')
    assert f"{STAFF_NL}: not in the catalogue yet: “A new heading” of home/pages/blocks.py" in wrong_in(house)
    assert f"{STAFF_NL}: no longer in the source: “A heading”" in wrong_in(house)


def test_check_fails_when_only_the_place_of_a_text_changed(house: Path) -> None:
    (house / "home" / "templates" / "home" / "page.html").rename(house / "home" / "templates" / "home" / "start.html")
    assert f"{NL}: is not as `update` writes it" in wrong_in(house)


def test_check_fails_when_a_catalogue_is_not_there_or_not_expected(house: Path) -> None:
    (house / NL).unlink()
    put(house, PO.format("de"), (house / AR).read_text())
    assert wrong_in(house) == [f"{NL}: not there yet", f"{PO.format('de')}: belongs to no catalogue"]


@pytest.mark.parametrize(
    ("msgid", "msgstr", "right"),
    [
        ("Hello %(name)s", "Hallo %(name)s", True),
        ("Hello %(name)s", "Hallo %(naam)s", False),
        ("Hello %(name)s", "Hallo", False),
        ("Hello", "Hallo %(name)s", False),
        ("Hello %(name)s", "100% %(name)s", False),
        ("Hello %(name)s, 100%%", "%(name)s, 100%%", True),
        ("Hello 100%%", "Hallo 100%", False),
        ("%s of %s", "%s van %s", True),
        ("%s of %s", "van %s", False),
        ("See {fact:phone}", "Zie {fact:phone}", True),
        ("See {fact:phone}", "Zie {fact:telefoon}", False),
        ("A <b>bold</b> door", "Een <b>vette</b> deur", True),
        ("A <b>bold</b> door", "Een <b>vette deur", False),
        ("A <b>bold</b> door", "Een <i>vette</i> deur", False),
        ('<a href="%(url)s" class="x">door</a>', '<a class="x" href="%(url)s">deur</a>', False),
        ("Hello ", "Hallo", False),
        ("Hello\n", "Hallo\n", True),
    ],
)
def test_a_translation_has_the_placeholders_and_ends_of_its_source(msgid: str, msgstr: str, right: bool) -> None:
    entry = polib.POEntry(msgid=msgid, msgstr=msgstr)
    assert (not list(faults.faults(entry, "nl"))) is right


def test_check_fails_when_a_placeholder_is_another_also_in_a_language_for_later(house: Path) -> None:
    msgid = 'Read <a href="%(link)s">this page</a>'
    for name in (NL, PL):
        change(house, name, msgid, say('<a href="%(lnk)s">x</a>'))
    wrong = wrong_in(house)
    assert len(wrong) == 2
    assert wrong[0].startswith(f'{NL}: other placeholders: </a> <a href="%(link)s"> became </a> <a href="%(lnk)s">:')
    assert wrong[1].startswith(f"{PL}: other placeholders")


@pytest.mark.parametrize(
    ("language", "forms", "right"),
    [
        ("nl", ["één dag", "%(n)s dagen"], True),
        ("nl", ["%(n)s dag", "%(n)s dagen"], True),
        ("nl", ["%(n)s dag", "dagen"], False),
        ("nl", ["%(number)s dag", "%(n)s dagen"], False),
        # Form 0 is for 0 and 1 in Turkish, for 1, 21, 31 in Ukrainian.
        ("tr", ["bir gün", "%(n)s gün"], False),
        ("uk", ["один день", "%(n)s дні", "%(n)s днів", "%(n)s дня"], False),
        ("uk", ["%(n)s день", "%(n)s дні", "%(n)s днів", "%(n)s дня"], True),
        ("pl", ["jeden dzień", "%(n)s dni", "%(n)s dni", "%(n)s dnia"], True),
        ("ar", ["لا يوم", "يوم واحد", "يومان", "%(n)s أيام", "%(n)s يوما", "%(n)s يوم"], True),
        ("ar", ["لا يوم", "يوم واحد", "يومان", "أيام", "%(n)s يوما", "%(n)s يوم"], False),
    ],
)
def test_only_a_form_for_one_number_may_say_it_in_words(language: str, forms: list[str], right: bool) -> None:
    for msgid in ("One day", "%(n)s day"):
        entry = polib.POEntry(msgid=msgid, msgid_plural="%(n)s days", msgstr_plural=dict(enumerate(forms)))
        assert (not list(faults.faults(entry, language))) is right


@pytest.mark.parametrize(
    ("language", "words", "fault"),
    [
        ("ar", "اتصل بنا", ""),
        ("ar", "اتصل بـ Veilig Thuis (PDF)، info@example.org، https://example.org/x", ""),
        ("ar", "اتصل بنا now", "Latin letters: now"),
        ("ar", "اتصل بک", "letters of another language: ک"),
        ("uk", "Напишіть нам на veiligthuis.nl", ""),
        ("uk", "Напишiть нам", "Latin letters: i"),
        ("uk", "Напишите вы", "letters of another language: ы"),
        ("nl", "Schrijf ons", ""),
        ("nl", "Schrijf the team", "still English: the"),
        ("nl", "Write to us", "still English"),
        ("pl", "Napisz do nas", ""),
        ("en", "Write to us", ""),
    ],
)
def test_words_of_another_language_are_found(language: str, words: str, fault: str) -> None:
    entry = polib.POEntry(msgid="Write to us", msgstr=words)
    assert list(faults.faults(entry, language)) == ([fault] if fault else [])


def test_check_fails_when_residents_and_staff_get_two_translations_of_one_text(house: Path) -> None:
    put(house, "home/pages/blocks.py", '_("A heading"), _("Hello there")')
    catalogue.update(house)
    change(house, STAFF_NL, "Hello there", say("Hoi"))
    assert wrong_in(house) == ["nl: “Hello there” has two translations, for residents and for staff"]
