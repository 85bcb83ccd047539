"""A poster or flyer: what a printer, a phone and a reader get from the file."""

import io
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest
import zxingcpp
from django.conf import settings
from django.test import override_settings
from PIL import Image

from home.models import Municipality
from home.translation.machine_words import FALLBACK
from services.models import Calendar, Fact, HelpLine, Location, Theme, ThemePage
from services.posters import press
from services.posters.presenters import NoSuchSheet, sheet_of
from services.posters.sheet import Sheet, SheetKind, Untranslated
from tests.some import some

NOVEMBER = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LANGUAGES = [code for code, _name in settings.LANGUAGES]
POINTS = 72 / 25.4
"""In a millimetre."""
SIZES = {SheetKind.POSTER: (210, 297), SheetKind.FLYER: (148, 210)}
BLEED = 3

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_posters_made")]


def made(
    kind: SheetKind = SheetKind.POSTER,
    theme: str = "geld",
    district: str = "oost",
    language: str = "nl",
    now: datetime = NOVEMBER,
) -> Sheet:
    sheet = sheet_of(kind, theme, district, language, Municipality.objects.get(), now)
    assert isinstance(sheet, Sheet), f"{theme} in {language} is not translated: {sheet.texts}"
    return sheet


def opened(sheet: Sheet) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(press.pdf_of(sheet)))


def text_of(sheet: Sheet) -> str:
    return " ".join(unicodedata.normalize("NFKC", page.extract_text()) for page in opened(sheet).pages)


def fonts_of(page: pypdf.PageObject) -> Iterator[Any]:
    for font in page["/Resources"]["/Font"].values():
        yield font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def box_in_millimetres(box: Any) -> tuple[float, ...]:
    return tuple(round(float(side) / POINTS, 1) for side in box)


def as_if_all_is_true() -> None:
    """No example is left."""
    Municipality.objects.update(phone="038 123 45 67", phone_is_sample=False)
    Calendar.objects.update(sample=False)
    Fact.objects.update(sample=False)


@pytest.mark.once
@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_can_be_printed_in_every_language(kind: SheetKind, language: str) -> None:
    themes = Theme.objects.active()
    assert len(themes) > 5
    for theme in some(themes):
        document = opened(made(kind, theme.slug, "noord", language))
        assert len(document.pages) == press.SIDES[kind]
        assert document.trailer["/Root"]["/Lang"] == language
        for page in some(document.pages):
            fonts = list(fonts_of(page))
            assert all("/FontFile2" in font or "/FontFile3" in font for font in some(fonts))


@pytest.mark.once
@pytest.mark.parametrize("kind", SheetKind)
def test_the_printer_knows_where_to_cut(kind: SheetKind) -> None:
    wide, tall = SIZES[kind]
    for page in some(opened(made(kind)).pages):
        assert box_in_millimetres(page.mediabox) == (0, 0, wide + 2 * BLEED, tall + 2 * BLEED)
        assert box_in_millimetres(page.bleedbox) == (0, 0, wide + 2 * BLEED, tall + 2 * BLEED)
        assert box_in_millimetres(page.trimbox) == (BLEED, BLEED, wide + BLEED, tall + BLEED)


@pytest.mark.once
@pytest.mark.parametrize("kind", SheetKind)
def test_all_colours_are_those_of_a_press(kind: SheetKind) -> None:
    for page in some(opened(made(kind)).pages):
        drawn = page.get_contents()
        assert drawn is not None
        words = set(drawn.get_data().split())
        assert {b"k", b"K"} & words
        assert not {b"rg", b"RG", b"g", b"G", b"scn", b"SCN", b"sc", b"SC"} & words
        assert "/XObject" not in page["/Resources"], "a picture would bring the colours of a screen"


@pytest.mark.once
def test_it_is_tagged_and_has_a_title_for_who_does_not_see_it() -> None:
    document = opened(made(language="ar"))
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a boolean of the PDF)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert root["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert document.metadata is not None
    assert document.metadata.title == made(language="ar").topic.title
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


@pytest.mark.once
@pytest.mark.parametrize("language", ["nl", "en", "tr", "pl", "uk"])
def test_its_words_can_be_searched_and_copied(language: str) -> None:
    sheet = made(language=language)
    text = " ".join(text_of(sheet).split())
    for words in (sheet.topic.heading, sheet.team, sheet.topic.summary, sheet.readable_address, "0800-8020"):
        assert unicodedata.normalize("NFKC", words) in text


@pytest.mark.once
def test_arabic_words_can_be_searched_too() -> None:
    sheet = made(language="ar")
    found = set(text_of(sheet).split())
    # Letters that join are one sign on paper; which of its halves comes first differs between readers of PDF.
    simple = [word for word in sheet.topic.heading.split() if "لا" not in word and "لأ" not in word]
    assert all(word in found for word in some(simple))


@pytest.mark.once
@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_reads_the_code_and_comes_to_the_page_in_that_language(kind: SheetKind, language: str) -> None:
    sheet = made(kind, "geld", "west", language)
    page = ThemePage.objects.get(theme__slug="geld", locale__language_code=language)
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(press.picture_of(sheet))))
    assert [code.text for code in read] == [f"{settings.BASE_URL}{page.url}"]
    assert sheet.topic.address.endswith(f"/{language}/onderwerpen/geld/")


def test_the_address_below_the_code_can_be_typed() -> None:
    assert made().readable_address == f"{settings.BASE_URL.partition('://')[2]}/nl/onderwerpen/geld"


def test_the_same_sheet_is_made_once_and_is_the_same_file(tmp_path: Path) -> None:
    first = press.pdf_of(made())
    files = list(tmp_path.iterdir())
    assert press.pdf_of(made()) == first
    assert list(tmp_path.iterdir()) == files
    files[0].unlink()
    assert press.pdf_of(made()) == first


def test_a_fact_that_changes_changes_the_sheet() -> None:
    before = press.stamp_of(made())
    Fact.objects.filter(slug="juridisch-loket").update(value="0800-9999")
    changed = HelpLine.objects.filter(fact__slug="juridisch-loket").first()
    assert changed is not None
    changed.save()  # tells that something published changed
    sheet = made()
    assert press.stamp_of(sheet) != before
    assert "0800-9999" in text_of(sheet)


def test_the_store_does_not_grow_for_ever(tmp_path: Path) -> None:
    assert settings.CACHES["posters"]["BACKEND"].endswith("FileBasedCache")
    few = {**settings.CACHES["posters"], "OPTIONS": {"MAX_ENTRIES": 3}}
    with override_settings(CACHES={**settings.CACHES, "posters": few}):
        for district in ("midden", "noord", "oost", "zuid"):
            press.pdf_of(made(district=district))
    assert len(list(tmp_path.iterdir())) == 3


def test_who_comes_while_a_sheet_is_being_made_is_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "PATIENCE", 0.01)
    with press.at_work, pytest.raises(press.Busy):
        press.pdf_of(made())


def test_an_example_is_never_printed_as_if_it_were_real() -> None:
    sheet = made()
    text = text_of(sheet)
    assert sheet.has_examples
    assert sheet.words["warning"] in text
    assert text.count("voorbeeld") >= 2  # beside the number and beside the hours


def test_when_all_is_true_nothing_warns() -> None:
    as_if_all_is_true()
    sheet = made()
    text = text_of(sheet)
    assert not sheet.has_examples
    assert sheet.words["warning"] not in text
    assert "voorbeeld" not in text
    assert "038 123 45 67" in text.replace("\xa0", " ")


def test_an_address_is_printed_when_somebody_confirmed_it() -> None:
    Location.objects.filter(slug="oost").update(address="Voorbeeldstraat 1", address_is_sample=True)
    assert "Voorbeeldstraat 1" not in text_of(made())
    Location.objects.filter(slug="oost").update(address_is_sample=False)
    assert "Voorbeeldstraat 1" in text_of(made()).replace("\xa0", " ")


def test_a_flyer_that_lies_at_home_does_not_name_the_danger() -> None:
    page = ThemePage.objects.get(theme__slug="veilig", locale__language_code="nl")
    sheet = made(SheetKind.FLYER, "veilig")
    document = opened(sheet)
    everything = f"{text_of(sheet)} {document.metadata} {sheet.topic.address}".lower()
    for word in (page.title.lower(), "veilig", "geweld", "gevaar", "112", "0800"):
        assert word not in everything
    assert sheet.topic.address.endswith("/nl/wijkteams/oost/")
    assert (sheet.topic.icon, sheet.topic.tint) != (page.theme.icon, page.theme.tint)


def test_every_sensitive_theme_has_the_same_flyer() -> None:
    before = press.stamp_of(made(SheetKind.FLYER, "veilig"))
    Theme.objects.filter(slug="eenzaam").update(sensitive=True)
    assert press.stamp_of(made(SheetKind.FLYER, "eenzaam")) == before


def test_a_poster_of_a_sensitive_theme_tells_that_a_phone_remembers() -> None:
    sheet = made(SheetKind.POSTER, "veilig")
    assert len(sheet.topic.notes) == len(made(SheetKind.POSTER, "geld").topic.notes) + 1
    assert "0800-2000" in text_of(sheet)


def test_a_translation_that_nobody_checked_says_so_on_paper() -> None:
    assert not made(language="nl").topic.notes
    assert len(made(language="en").topic.notes) == 1


def test_there_is_no_sheet_with_dutch_words_in_another_language() -> None:
    page = ThemePage.objects.get(theme__slug="geld", locale__language_code="pl")
    source = ThemePage.objects.get(theme__slug="geld", locale__language_code="nl")
    page.summary = source.summary
    page.save()
    assert page.translation_state != FALLBACK
    found = sheet_of(SheetKind.POSTER, "geld", "oost", "pl", Municipality.objects.get(), NOVEMBER)
    assert found == Untranslated((source.summary,))


@pytest.mark.parametrize(("theme", "district"), [("bestaat-niet", "oost"), ("geld", "bestaat-niet")])
def test_what_does_not_exist_cannot_be_printed(theme: str, district: str) -> None:
    with pytest.raises(NoSuchSheet):
        made(theme=theme, district=district)


def test_a_theme_that_cannot_be_chosen_any_more_is_not_printed() -> None:
    Theme.objects.filter(slug="geld").update(active=False)
    with pytest.raises(NoSuchSheet):
        made()


def test_it_says_when_it_was_printed() -> None:
    assert "november 2026" in made().words["printed"]
    assert press.stamp_of(made()) != press.stamp_of(made(now=datetime(2026, 12, 1, tzinfo=UTC)))


@pytest.mark.once
def test_long_words_of_an_editor_still_fit_on_one_sheet() -> None:
    page = ThemePage.objects.get(theme__slug="geld", locale__language_code="nl")
    page.title = "Arbeidsongeschiktheidsverzekeringsmaatschappij en nog veel meer woorden over geld"
    page.summary = "Woorden " * 25
    page.first_steps = "<ol>" + "<li><b>Een stap.</b> En nog een zin die daarbij hoort.</li>" * 9 + "</ol>"
    page.save()
    for kind in SheetKind:
        assert len(opened(made(kind)).pages) == press.SIDES[kind]
