"""Whatever the admin refuses the loader refuses: the rules of each field, and those that need the rows around a row."""

from typing import Any

import pytest
from wagtail.models import Page

from services.models import ConditionsPage, Fact, Theme
from services.yaml_files.documents import FaultyContent
from tests.some import some

pytestmark = pytest.mark.django_db

CALENDARS = """calendars:
- slug: Kantoor
  name: Kantoor
  zone: Europe/Amsterdam
  versions:
  - valid_from: 2026-01-01
    valid_until: 2026-12-31
  - valid_from: 31-02-2027
- slug: winkel
  name: Winkel
  zone: localtime
  versions:
  - valid_from: 2026-01-01
    valid_until: 2025-01-01
    week: {mon: [09:00-12:00, 11:00-13:00], tue: 17:00-09:00, wed: [00:00-24:00, 09:00-10:00], zon: 09:00-12:00}
  exceptions:
  - {day: 2026-12-31, reason: Oud, intervals: [09:00-10:00, 09:30-11:00]}
  - {day: 31-12-2026, reason: En nieuw}
"""
ORGANISATIONS = "".join(
    f"- slug: o{number}\n  name: O\n  kind: welfare\n  website: {website}\n"
    for number, website in enumerate(
        ["//hulp.example", "data:text/html,hoi", "ftp//x", "https://", "http:hulp.example", "https://hulp .example"]
    )
)
REFUSED = {
    "rows/calendars.yaml": (
        CALENDARS,
        [
            "2: calendars.0.slug: has small letters only; was kantoor meant?",
            "8: calendars.0.versions.1.valid_from: must be a day",
            "11: calendars.1.zone: “localtime” is not a time zone",
            "14: calendars.1.versions.0.valid_until: must not be before valid_from",
            "15: calendars.1.versions.0.week.mon: 09:00:00-12:00:00 and 11:00:00-13:00:00 overlap",
            "15: calendars.1.versions.0.week.tue.0: must close after it opens",
            "15: calendars.1.versions.0.week.wed: 00:00:00-00:00:00 and 09:00:00-10:00:00 overlap",
            "15: calendars.1.versions.0.week.zon: must be one of mon,",
            "17: calendars.1.exceptions.0.intervals: 09:00:00-10:00:00 and 09:30:00-11:00:00 overlap",
            "16: calendars.1.exceptions: 2026-12-31 stands here twice",
        ],
    ),
    "rows/organisations.yaml": (
        ORGANISATIONS,
        [f"{4 + 4 * number}: {number}.website: a website begins with" for number in range(3)],
    ),
    "rows/themes.yaml": (
        "- slug: nieuw.thema\n  name: Nieuw\n  order: -1\n- slug: twee\n  name: Twee\n  order: 1e3\n",
        [
            "1: 0.slug: has letters, digits, - and _ only; was nieuwthema meant?",
            "3: 0.order: must be a whole number, not '-1'",
            "6: 1.order: must be a whole number, not '1e3'",
        ],
    ),
    "rows/laws.yaml": (
        "- {slug: w, name: W, short_name: W, url: //wetten.example}\n",
        ["1: 0.url: a website begins with https://"],
    ),
    "rows/services.yaml": (
        "- {slug: d, name: D, upl: D, upl_uri: www.upl.example}\n- {slug: e, name: E, upl_uri: https://u.example}\n",
        ["1: 0.upl_uri: a website begins with https:// or http://; was https://www.upl.example meant?", "2: 1: "],
    ),
    "rows/plain_words.yaml": (
        "- {official: Indicatie, plain: besluit}\n- {official: indicatie, plain: ja}\n",
        ["2: 1.official: indicatie stands here twice"],
    ),
    "rows/facts.yaml": ("[" * 40_000, ["1: things stand too deep inside each other"]),
    "rows/districts.yaml": (
        '- slug: noord\n  name: "Noo\\0rd"\n',
        ["2: 0.name: holds a sign that nobody can see (U+0000)"],
    ),
    "glossary/nl.yaml": (
        "Wmo wet:\n  term: Wmo\n  explanation: Een wet.\n",
        ["1: Wmo wet: has letters, digits, - and _ only; was wmo-wet meant?"],
    ),
    "pages/proef-tekst/nl.yaml": (
        "page:\n  type: home.ContentPage\n  parent: proef\n  slug: Tekst\nsource: Proef\nwords:\n  title: T\n"
        "  summary: '{fact:bestaat-niet}'\n  body:\n  - paragraph: |\n      [een](www.hulp.example) [twee](https:)"
        " [drie](//x) [vier](javascript:x) [vijf](data:x) [zes](page:weg) [zeven](door:nergens) { fact: prijs}\n",
        [
            "4: page.slug: has small letters only; was tekst meant?",
            "8: words.summary: there is no fact bestaat-niet",
            "10: words.body.0.paragraph: a link leads to page:, door: or https:, not to 'www.hulp.example'; "
            "was https://www.hulp.example meant?",
            "10: words.body.0.paragraph: 'https:' is no address of a website",
            "10: words.body.0.paragraph: a link leads to page:, door: or https:, not to '//x'",
            "10: words.body.0.paragraph: a link leads to page:, door: or https:, not to 'data:x'",
            "10: words.body.0.paragraph: there is no page weg",
            "10: words.body.0.paragraph: there is no door nergens",
            "10: words.body.0.paragraph: a fact is written {fact:name}",
        ],
    ),
    "pages/een pagina/nl.yaml": (
        "page:\n  type: home.ContentPage\n  parent: proef\n  slug: pagina\nwords:\n  title: T\n  summary: S\n",
        ["1: the name of the folder has letters, digits, - and _ only; was een-pagina meant?"],
    ),
    "pages/soort/nl.yaml": ("page:\n  type: [home.ContentPage]\n", ["2: page.type: must be one of "]),
}


def test_every_fault_of_a_folder_is_told_with_file_line_field_and_what_was_meant(folder: Any) -> None:
    (folder.path / "pages/proef-tekst/en.yaml").unlink()
    for name, (text, _said) in REFUSED.items():
        folder.write(name, text)
    with pytest.raises(FaultyContent) as refused:
        folder.load()
    told = str(refused.value).splitlines()
    for name, (_text, said) in REFUSED.items():
        for words in some(said):
            assert any(line.startswith(f"{folder.path}/{name}:{words}") for line in told), (name, words, told)
    assert any("javascript" in line for line in told)
    for number in (3, 4, 5):
        assert any(f"organisations.yaml:{4 + 4 * number}: {number}.website" in line for line in told), (number, told)


def test_rules_that_need_the_rows_around_a_row_hold_for_files_too(folder: Any) -> None:
    (folder.path / "pages/proef-tekst/en.yaml").unlink()
    folder.write("rows/facts.yaml", "- {slug: geen-nummer, kind: text, value: Ja, label: Ja}\n")
    folder.write("rows/themes.yaml", "- {slug: proefthema, name: Proef, facts: [geen-nummer]}\n")
    folder.write("rows/organisations.yaml", "- slug: proef\n  name: Proef\n  kind: welfare\n  phone: geen-nummer\n")
    folder.write(
        "glossary/nl.yaml",
        "een: {term: Proefwoord, forms: 'een, ander proefwoord', explanation: E.}\n"
        "twee: {term: Ander proefwoord, explanation: T.}\n",
    )
    gids = (
        "page:\n  type: services.GuidePage\n  parent: proef-lijst\n  slug: gids\n  rows: {theme: proefthema}\n"
        "source: Proef\nwords:\n  title: Gids\n  summary: S\n  intro: I\n  when_to_ask: |\n"
        "    [Folder](door:drukwerk/geld/zzz/poster.pdf)\n  steps:\n"
        "  - steps: [{title: Een, text: E}]\n  - steps: [{title: Twee, text: T}]\n"
    )
    folder.write("pages/proef-gids/nl.yaml", gids)
    with pytest.raises(FaultyContent) as refused:
        folder.load()
    told = str(refused.value)
    for words in (
        "rows/themes.yaml:1: 0.facts: geen-nummer cannot be chosen here",
        "rows/organisations.yaml:4: 0.phone: geen-nummer cannot be chosen here",
        "glossary/nl.yaml:2: twee.term: “Ander proefwoord” stands in the list already.",
        "pages/proef-gids/nl.yaml:13: words.steps: The maximum number of items is 1",
        "pages/proef-gids/nl.yaml:11: words.when_to_ask: nothing answers at door:drukwerk/geld/zzz/poster.pdf",
    ):
        assert words in told, (words, told)
    assert not Fact.objects.filter(slug="geen-nummer").exists()
    assert not Theme.objects.filter(slug="proefthema").exists()
    assert not Page.objects.filter(slug="proef").exists()


def test_a_page_of_an_earlier_version_is_not_taken_for_edited() -> None:
    page = ConditionsPage.objects.get(slug="wmo", locale__language_code="nl")
    page.loaded_hash = page.fingerprint(empty_parts=False)
    assert page.loaded_hash != page.fingerprint()
    assert page.is_as_loaded()
    page.title = "Anders"
    assert not page.is_as_loaded()
