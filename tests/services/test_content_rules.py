"""Files are held to the admin's rules: what stands there stays so, what an editor may not record is not loaded."""

import shutil
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page

from home.models import ContentPage, GlossaryTerm
from services.models import Calendar, Fact
from services.yaml_files.documents import FaultyContent
from tests.some import some

pytestmark = pytest.mark.django_db

ORGANISATION = "- slug: proeforganisatie\n  name: Proef\n  kind: welfare\n  themes: []\n  source: Proef\n"


def fact(value: str, kind: str = "text", more: str = "") -> str:
    return f"- slug: proeffeit\n  kind: {kind}\n  value: {value}\n  label: Proef\n{more}"


def faults_of(folder: Any) -> str:
    with pytest.raises(FaultyContent) as caught:
        folder.load()
    return str(caught.value)


# --- text stays text --------------------------------------------------------------------------------------


def loaded_facts(folder: Any, written: dict[str, str], kind: str = "text") -> dict[str, Fact]:
    """The facts after one load, by slug; what is written in the file, by slug too."""
    entries = "".join(fact(value, kind).replace("proeffeit", slug) for slug, value in written.items())
    folder.write("rows/facts.yaml", entries)
    folder.load()
    return {each.slug: each for each in Fact.objects.filter(slug__in=written)}


@pytest.mark.once
def test_what_stands_in_a_file_is_what_is_loaded(folder: Any) -> None:
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
    assert {slug: each.value for slug, each in loaded_facts(folder, written).items()} == written


@pytest.mark.once
def test_a_phone_number_needs_no_quotes(folder: Any) -> None:
    written = {"zonder": "0612345670", "dubbel": '"0612345670"', "enkel": "'0612345670'"}
    loaded = loaded_facts(folder, written, "phone")
    assert loaded.keys() == written.keys()
    for slug, each in some(loaded.items()):
        assert (slug, each.value, each.link) == (slug, "0612345670", "tel:0612345670")


@pytest.mark.once
def test_words_of_a_page_stay_as_they_are_too(folder: Any) -> None:
    path = folder.path / "pages/proef-tekst/nl.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Hoe het gaat", "title: 2026-12-31"))
    (folder.path / "pages/proef-tekst/en.yaml").unlink()
    folder.load()
    assert ContentPage.objects.get(content_key="proef-tekst", locale__language_code="nl").title == "2026-12-31"


@pytest.mark.once
@pytest.mark.parametrize("nothing", ["", "~", "null", "Null"])
def test_nothing_is_nothing_and_a_required_field_says_so(folder: Any, nothing: str) -> None:
    path = folder.write("rows/facts.yaml", fact(nothing))
    assert f"{path}:3: 0.value: must be filled in" in faults_of(folder)


@pytest.mark.once
def test_an_amount_is_kept_as_the_admin_keeps_it(folder: Any) -> None:
    folder.write("rows/facts.yaml", fact("€ 12,5", "amount"))
    folder.load()
    assert Fact.objects.get(slug="proeffeit").value == "12.50"
    assert folder.load().nothing_new


@pytest.mark.once
def test_a_day_is_read_as_people_write_it(folder: Any) -> None:
    folder.write("rows/facts.yaml", fact("Ja", more="  source_date: 31-12-2026\n  confirmed: 30 november 2026\n"))
    folder.load()
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
    folder: Any, file: str, text: str, place: str, said: str
) -> None:
    path = folder.write(f"rows/{file}.yaml", text)
    told = faults_of(folder)
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
def test_a_page_is_held_to_the_same_rules(folder: Any, old: str, new: str, said: str) -> None:
    path = folder.path / "pages/proef-tekst/nl.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert said in faults_of(folder)


@pytest.mark.once
def test_a_page_without_what_it_needs_to_be_published_is_refused(folder: Any) -> None:
    path = folder.path / "pages/proef-tekst/nl.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  summary: In het kort.\n", ""), encoding="utf-8")
    (folder.path / "pages/proef-tekst/en.yaml").unlink()
    assert "words.summary: must be filled in before residents may read the page" in faults_of(folder)


@pytest.mark.once
def test_what_is_open_after_midnight_stands_on_both_days(folder: Any) -> None:
    folder.write(
        "rows/calendars.yaml",
        "calendars:\n- slug: nacht\n  name: Nacht\n  versions:\n  - valid_from: 1-1-2027\n    week:\n"
        "      fri: [9.00-12.30, 22:00-24:00]\n      sat: [00:00-02:00]\n",
    )
    folder.load()
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
def test_a_file_that_nobody_reads_is_a_fault(folder: Any, name: str, said: str) -> None:
    folder.write(name, "[]\n")
    assert said in faults_of(folder)


@pytest.mark.once
def test_a_readme_and_what_machines_leave_behind_are_no_fault(folder: Any) -> None:
    for name in ("README.md", "rows/.DS_Store", "pages/.gitkeep", "Thumbs.db"):
        folder.write(name, "")
    folder.load()


@pytest.mark.once
def test_a_file_in_windows_1252_names_its_line(folder: Any) -> None:
    path = folder.path / "rows/facts.yaml"
    path.parent.mkdir()
    path.write_bytes(fact("Café").encode("cp1252"))
    assert f"{path}:3: is not UTF-8: here stands “é” of windows-1252" in faults_of(folder)


@pytest.mark.once
def test_the_mark_of_windows_in_front_is_no_fault(folder: Any) -> None:
    path = folder.path / "rows/facts.yaml"
    path.parent.mkdir()
    path.write_bytes(fact("Café").replace("\n", "\r\n").encode("utf-8-sig"))
    folder.load()
    assert Fact.objects.get(slug="proeffeit").value == "Café"


@pytest.mark.once
def test_all_faults_of_a_folder_are_told_together_and_nothing_is_loaded(folder: Any) -> None:
    folder.write("rows/facts.yaml", fact("nul", "phone"))
    folder.write("rows/themes.yaml", "- slug: een thema\n  name: Thema\n")
    folder.write("glossary/nl.yaml", "proef woord:\n  term: Proef\n  explanation: Zo.\n")
    folder.write("rows/postcodes.yml", "[]\n")
    told = faults_of(folder)
    for words in ("rows/facts.yaml:3", "rows/themes.yaml:1", "glossary/nl.yaml:1", "rows/postcodes.yml:1"):
        assert words in told
    assert not Page.objects.filter(slug="proef").exists()
    assert not GlossaryTerm.objects.filter(slug="proef woord").exists()


@pytest.mark.once
def test_a_language_that_the_site_does_not_offer_is_passed_over(folder: Any, settings: Any) -> None:
    settings.LANGUAGES = [("nl", "Nederlands"), ("ar", "العربية")]
    folder.load()


# --- pages whose file moved -------------------------------------------------------------------------------


def page(key: str) -> Any:
    return ContentPage.objects.get(content_key=key, locale__language_code="nl")


def replaced(folder: Any, old: str, new: str) -> None:
    path = folder.path / "pages/proef-tekst/nl.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_page_follows_its_file_to_another_place(folder: Any) -> None:
    folder.load()
    number = page("proef-tekst").pk
    replaced(folder, "parent: proef-lijst", "parent: proef")
    folder.load()
    moved = page("proef-tekst")
    assert (moved.pk, moved.url_path) == (number, "/proef/tekst/")
    assert Page.find_problems() == ([], [], [], [], [])
    assert folder.load().nothing_new


def test_a_page_takes_the_slug_of_its_file(folder: Any) -> None:
    folder.load()
    number = page("proef-tekst").pk
    replaced(folder, "slug: tekst", "slug: nieuwe-tekst")
    outcome = folder.load()
    assert outcome.left_alone == []
    assert set(outcome.changed) == {"page proef-tekst", "page proef-tekst (en)"}
    moved = page("proef-tekst")
    assert (moved.pk, moved.slug, moved.url_path) == (number, "nieuwe-tekst", "/proef/lijst/nieuwe-tekst/")
    assert moved.latest_revision.as_object().slug == "nieuwe-tekst"
    assert folder.load().nothing_new


def test_a_folder_with_another_name_is_the_same_page(folder: Any) -> None:
    folder.load()
    number = page("proef-tekst").pk
    (folder.path / "pages/proef-tekst").rename(folder.path / "pages/proef-anders")
    path = folder.path / "pages/proef-lijst/nl.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("page:proef-tekst", "page:proef-anders"), encoding="utf-8")
    outcome = folder.load()
    assert page("proef-anders").pk == number
    assert not [name for name in outcome.gone if "proef" in name]
    assert folder.load().nothing_new


def test_a_page_that_an_editor_moved_stays_where_it_is(folder: Any) -> None:
    folder.load()
    page("proef-tekst").move(Page.objects.get(slug="proef"), pos="last-child")
    replaced(folder, "title: Hoe het gaat", "title: Zo gaat het")
    (folder.path / "pages/proef-tekst/en.yaml").unlink()
    folder.load()
    assert (page("proef-tekst").url_path, page("proef-tekst").title) == ("/proef/tekst/", "Zo gaat het")


def test_a_page_that_its_file_and_an_editor_moved_stays_where_the_editor_put_it(folder: Any) -> None:
    folder.load()
    page("proef-tekst").move(Page.objects.get(slug="proef"), pos="last-child")
    replaced(folder, "slug: tekst", "slug: nieuwe-tekst")
    outcome = folder.load()
    assert page("proef-tekst").url_path == "/proef/tekst/"
    assert outcome.left_alone == ["page proef-tekst: its file moved, and an editor moved the page too"]


def test_a_file_that_moves_to_where_another_page_stands_is_told(folder: Any) -> None:
    folder.load()
    page("proef-tekst").get_parent().add_child(instance=ContentPage(title="Van iemand", slug="bezet"))
    replaced(folder, "slug: tekst", "slug: bezet")
    assert "page proef-tekst: its file moved to /proef/lijst/bezet/, where another page stands" in (
        folder.load().left_alone
    )
    assert page("proef-tekst").slug == "tekst"


def test_a_new_file_at_the_address_of_an_editors_page_is_refused(folder: Any) -> None:
    folder.load()
    page("proef-tekst").get_parent().add_child(instance=ContentPage(title="Van iemand", slug="bezet"))
    text = (folder.path / "pages/proef-tekst/nl.yaml").read_text(encoding="utf-8")
    folder.write("pages/proef-nieuw/nl.yaml", text.replace("slug: tekst", "slug: bezet"))
    assert "page.slug: is the address of the page “Van iemand”" in faults_of(folder)


def test_what_is_gone_from_the_files_is_told_and_stays(folder: Any, settings: Any) -> None:
    settings.CONTENT_DIR = folder.path
    folder.write("rows/facts.yaml", fact("Ja"))
    folder.load()
    shutil.rmtree(folder.path / "pages/proef-tekst")
    folder.write("pages/proef-lijst/nl.yaml", (folder.path / "pages/proef-lijst/nl.yaml").read_text().replace(
        "[hoe het gaat](page:proef-tekst)", "hier"))  # fmt: skip
    folder.write("rows/facts.yaml", "[]\n")
    told = StringIO()
    call_command("load_content", folder=folder.path, stderr=told, verbosity=0)
    assert "still on the site (take it off in the admin): page proef-tekst" in told.getvalue()
    assert "fact proeffeit" in told.getvalue()
    assert page("proef-tekst").live
    assert Fact.objects.filter(slug="proeffeit").exists()
