"""Files are held to the admin's rules: what stands there stays so, what an editor may not record is not loaded."""

from datetime import date
from typing import Any

import pytest
from wagtail.models import Page

from home.models import ContentPage, GlossaryTerm
from services.models import Calendar, Fact
from tests.some import some

from .conftest import TEXT, Folder

pytestmark = pytest.mark.django_db

ORGANISATION = "- slug: proeforganisatie\n  name: Proef\n  kind: welfare\n  themes: []\n  source: Proef\n"


def fact(value: str, kind: str = "text", more: str = "") -> str:
    return f"- slug: proeffeit\n  kind: {kind}\n  value: {value}\n  label: Proef\n{more}"


# --- text stays text --------------------------------------------------------------------------------------


def loaded_facts(folder: Folder, written: dict[str, str], kind: str = "text") -> dict[str, Fact]:
    """The facts after one load, by slug; what is written in the file, by slug too."""
    entries = "".join(fact(value, kind).replace("proeffeit", slug) for slug, value in written.items())
    folder.write("rows/facts.yaml", entries)
    folder.load()
    return {each.slug: each for each in Fact.objects.filter(slug__in=written)}


@pytest.mark.once
def test_what_stands_in_a_file_is_what_is_loaded(loaded: Folder) -> None:
    values = [
        "22:30",
        "no",
        "on",
        "1_000",
        "2026-12-31",
        "0x1F",
        "1e3",
        "0o17",
        "True",
        "3.10",
        ".5",
        "+31",
        "190:20:30",
    ]
    written = {f"proef-{number}": value for number, value in enumerate(values)}
    assert {slug: each.value for slug, each in loaded_facts(loaded, written).items()} == written


@pytest.mark.once
def test_a_phone_number_needs_no_quotes(loaded: Folder) -> None:
    written = {"zonder": "0612345670", "dubbel": '"0612345670"', "enkel": "'0612345670'"}
    loaded = loaded_facts(loaded, written, "phone")
    assert loaded.keys() == written.keys()
    for slug, each in some(loaded.items()):
        assert (slug, each.value, each.link) == (slug, "0612345670", "tel:0612345670")


@pytest.mark.once
def test_words_of_a_page_stay_as_they_are_too(loaded: Folder) -> None:
    loaded.replace("pages/proef-tekst/nl.yaml", "title: Hoe het gaat", "title: 2026-12-31")
    (loaded.path / "pages/proef-tekst/en.yaml").unlink()
    loaded.load()
    assert ContentPage.objects.get(content_key="proef-tekst", locale__language_code="nl").title == "2026-12-31"


@pytest.mark.once
@pytest.mark.parametrize("nothing", ["", "~", "null", "Null"])
def test_nothing_is_nothing_and_a_required_field_says_so(loaded: Folder, nothing: str) -> None:
    path = loaded.write("rows/facts.yaml", fact(nothing))
    assert f"{path}:3: 0.value: must be filled in" in loaded.faults()


@pytest.mark.once
def test_an_amount_is_kept_as_the_admin_keeps_it(loaded: Folder) -> None:
    loaded.write("rows/facts.yaml", fact("€ 12,5", "amount"))
    loaded.load()
    assert Fact.objects.get(slug="proeffeit").value == "12.50"
    assert loaded.load().nothing_new


@pytest.mark.once
def test_a_day_is_read_as_people_write_it(loaded: Folder) -> None:
    loaded.write("rows/facts.yaml", fact("Ja", more="  source_date: 31-12-2026\n  confirmed: 30 november 2026\n"))
    loaded.load()
    loaded = Fact.objects.get(slug="proeffeit")
    assert (loaded.source_date, loaded.confirmed_on) == (date(2026, 12, 31), date(2026, 11, 30))


# --- what the admin refuses, the loader refuses -----------------------------------------------------------


@pytest.mark.once
@pytest.mark.parametrize(
    ("file", "text", "place", "said"),
    [
        ("facts", fact('"0900-1234 (10 cent per minuut)"', "phone"), "3: 0.value", "A phone number has digits"),
        ("facts", fact("tien euro", "amount"), "3: 0.value", "Write the amount"),
        ("facts", fact("1_000", "number"), "3: 0.value", "Write a whole number"),
        ("facts", fact("Ja", more="  source_date: 0206-01-01\n"), "5: 0.source_date", "is no year that can be meant"),
        ("facts", fact("Ja", more="  source_date: 30-11\n"), "5: 0.source_date", "must be a day"),
        ("facts", fact("Ja", more="  sample: misschien\n"), "5: 0.sample", "must be true or false, not 'misschien'"),
        ("facts", fact("Ja", more="  value: Nee\n"), "5: 0.value", "stands here twice"),
        ("facts", fact("[a, b]"), "3: 0.value", "must be text"),
        ("facts", fact("J" * 201), "3: 0.value", "at most 200 characters"),
        ("facts", fact("Ja").replace("proeffeit", "proef feit"), "1: 0.slug", "was proef-feit meant?"),
        ("facts", "- &a {slug: x, kind: text, value: Ja, label: X}\n- *a\n", "1: 1", "an anchor of YAML"),
        ("organisations", f"{ORGANISATION}  website: www.travers.example\n", "6: 0.website",
         "was https://www.travers.example meant?"),
        ("organisations", f"{ORGANISATION}  website: 'javascript:alert(1)'\n", "6: 0.website", "begins with https://"),
        ("organisations", f"{ORGANISATION}  mail: niemand\n", "6: 0.mail", "Enter a valid email address."),
        ("organisations", f"{ORGANISATION}  latitude: 1_0.5\n  longitude: 6\n", "6: 0.latitude", "must be a number"),
        ("organisations", f"{ORGANISATION}  hidden_place: ja\n", "6: 0.hidden_place", "must be true or false"),
        ("themes", "- slug: nieuw\n  name: Nieuw\n  order: abc10\n", "3: 0.order", "must be a whole number, not 'abc"),
        ("themes", "- slug: nieuw\n  name: Nieuw\n  order: 99999\n", "3: 0.order", "32767"),
        ("themes", "- slug: nieuw\n  name: Nieuw\n  tint: paars\n", "3: 0.tint", "must be one of"),
        ("laws", "- slug: w\n  name: W\n  short_name: W\n  url: wetten.example\n", "4: 0.url",
         "was https://wetten.example meant?"),
        ("calendars", "calendars:\n- slug: proef\n  name: Proef\n  zone: Europe/Amstredam\n", "4: calendars.0.zone",
         "Did you mean Europe/Amsterdam?"),
        ("calendars", "closures:\n- day: 31-02-2027\n  reason: Dicht\n", "2: closures.0.day", "must be a day"),
        ("calendars", f"closures:\n- day: 1-3-2027\n  reason: {'D' * 121}\n", "3: closures.0.reason", "at most 120"),
        ("calendars", "calendars:\n- slug: p\n  name: P\n  versions:\n  - valid_from: 1-1-2027\n    week:\n"
         "      fri: [22:00-02:00]\n", "7: calendars.0.versions.0.week.fri.0", "22:00-00:00 on this day and"),
    ],
)  # fmt: skip
def test_a_fault_names_file_line_field_and_what_was_meant(
    loaded: Folder, file: str, text: str, place: str, said: str
) -> None:
    path = loaded.write(f"rows/{file}.yaml", text)
    told = loaded.faults()
    line = next((line for line in told.splitlines() if line.startswith(f"{path}:{place}: ")), "")
    assert said in line, told


@pytest.mark.once
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("slug: tekst", "slug: een klacht", "page.slug: has letters, digits, - and _ only; was een-klacht meant?"),
        ("order: 10", "order: abc10", "page.order: must be a whole number, not 'abc10'"),
        ("order: 10", "order: 10\n  menu: misschien", "page.menu: must be true or false, not 'misschien'"),
        ("title: Hoe het gaat", "title: [Hoe]", "words.title: must be text"),
    ],
)
def test_a_page_is_held_to_the_same_rules(loaded: Folder, old: str, new: str, said: str) -> None:
    loaded.replace("pages/proef-tekst/nl.yaml", old, new)
    assert said in loaded.faults()


@pytest.mark.once
def test_a_page_without_what_it_needs_to_be_published_is_refused(loaded: Folder) -> None:
    loaded.replace("pages/proef-tekst/nl.yaml", "  summary: In het kort.\n", "")
    (loaded.path / "pages/proef-tekst/en.yaml").unlink()
    assert "words.summary: must be filled in before residents may read the page" in loaded.faults()


@pytest.mark.once
def test_what_is_open_after_midnight_stands_on_both_days(loaded: Folder) -> None:
    loaded.write(
        "rows/calendars.yaml",
        "calendars:\n- slug: nacht\n  name: Nacht\n  versions:\n  - valid_from: 1-1-2027\n    week:\n"
        "      fri: [9.00-12.30, 22:00-24:00]\n      sat: [00:00-02:00]\n",
    )
    loaded.load()
    assert Calendar.objects.get(slug="nacht").zone == "Europe/Amsterdam"


# --- files ------------------------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pages/proef-tekst/tr.yml", "is not read: was tr.yaml meant?"),
        ("pages/proef-tekst/EN.yaml", "is not read: was en.yaml meant?"),
        ("pages/proef-tekst/fr.yaml", "is not read: here stand ar.yaml, en.yaml, nl.yaml"),
        ("rows/postcodes.yml", "is not read: was postcodes.yaml meant?"),
        ("rows/mijn-organisaties.yaml", "is not read: "),
        ("rows/oud/facts.yaml", "is not read: "),
        ("pages/los.yaml", "is not read: a page is a folder"),
        ("row/facts.yaml", "is not read: was rows meant?"),
        ("glossary/nederlands.yaml", "is not read: "),
    ],
)
def test_a_file_that_nobody_reads_is_a_fault(loaded: Folder, name: str, said: str) -> None:
    loaded.write(name, "[]\n")
    assert said in loaded.faults()


@pytest.mark.once
def test_a_readme_and_what_machines_leave_behind_are_no_fault(loaded: Folder) -> None:
    for name in ("README.md", "rows/.DS_Store", "pages/.gitkeep", "Thumbs.db"):
        loaded.write(name, "")
    loaded.load()


@pytest.mark.once
def test_a_file_in_windows_1252_names_its_line(loaded: Folder) -> None:
    path = loaded.path / "rows/facts.yaml"
    path.parent.mkdir()
    path.write_bytes(fact("Café").encode("cp1252"))
    assert f"{path}:3: is not UTF-8: here stands “é” of windows-1252" in loaded.faults()


@pytest.mark.once
def test_the_mark_of_windows_in_front_is_no_fault(loaded: Folder) -> None:
    path = loaded.path / "rows/facts.yaml"
    path.parent.mkdir()
    path.write_bytes(fact("Café").replace("\n", "\r\n").encode("utf-8-sig"))
    loaded.load()
    assert Fact.objects.get(slug="proeffeit").value == "Café"


@pytest.mark.once
def test_all_faults_of_a_folder_are_told_together_and_nothing_is_loaded(loaded: Folder) -> None:
    loaded.write("rows/facts.yaml", fact("nul", "phone"))
    loaded.write("rows/themes.yaml", "- slug: een thema\n  name: Thema\n")
    loaded.write("glossary/nl.yaml", "proef woord:\n  term: Proef\n  explanation: Zo.\n")
    loaded.write("rows/postcodes.yml", "[]\n")
    loaded.write("pages/proef-nieuw/nl.yaml", {**TEXT, "page": {**TEXT["page"], "slug": "gloednieuw"}})
    told = loaded.faults()
    for words in ("rows/facts.yaml:3", "rows/themes.yaml:1", "glossary/nl.yaml:1", "rows/postcodes.yml:1"):
        assert words in told
    assert not Page.objects.filter(slug="gloednieuw").exists()
    assert not GlossaryTerm.objects.filter(slug="proef woord").exists()


@pytest.mark.once
def test_a_language_that_the_site_does_not_offer_is_passed_over(loaded: Folder, settings: Any) -> None:
    settings.LANGUAGES = [("nl", "Nederlands"), ("ar", "العربية")]
    loaded.replace("pages/proef-tekst/nl.yaml", "title: Hoe het gaat", "title: Zo gaat het")
    loaded.replace("pages/proef-tekst/en.yaml", "title: How it goes", "title: This way")
    assert loaded.load().changed == ["page proef-tekst"]
