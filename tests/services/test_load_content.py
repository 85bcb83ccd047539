"""Loading the content: once, again, after people changed things, and with faults in the files."""

import copy
from typing import Any

import pytest
from wagtail.models import Page, Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import ContentPage, GlossaryTerm, HomePage, IndexPage
from home.translation.begin import refresh_snippet_sources
from home.translation.source_versions import untranslated
from services.content.read.schema import PAGE_TYPES
from services.models import Fact, LoadedRow, Theme
from services.yaml_files.documents import FaultyContent

from .conftest import TEXT, TEXT_EN, Folder

pytestmark = pytest.mark.django_db


def page_of(key: str, language: str = "nl") -> Any:
    source = next(
        page
        for model in PAGE_TYPES.values()
        for page in model.objects.filter(content_key=key, locale__language_code="nl", alias_of=None)
    )
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific


def everything() -> list[Any]:
    """What a load could change, row by row."""
    kept = ("pk", "path", "alias_of_id", "latest_revision_id", "last_published_at", "content_hash", "loaded_hash")
    pages = [
        (*(getattr(page, name) for name in kept), page.fingerprint())
        for model in PAGE_TYPES.values()
        for page in model.objects.order_by("pk")
    ]
    models = [Revision, StringTranslation, TranslationSource, Translation, LoadedRow, Fact]
    return [pages, *(sorted(model.objects.values_list(), key=str) for model in models)]


def test_the_pages_stand_in_the_tree_and_are_live(folder: Folder) -> None:
    folder.load()
    text = page_of("proef-tekst")
    assert text.live
    assert text.get_parent().specific == page_of("proef-lijst")
    assert text.confirmed_on is None
    assert text.source_note == "Proef"


def test_every_language_has_every_page(folder: Folder) -> None:
    folder.load()
    for key in ("proef", "proef-lijst", "proef-tekst"):
        assert page_of(key).get_translations(inclusive=True).count() == 6
    assert page_of("proef-tekst", "uk").get_parent().specific == page_of("proef-lijst", "uk")
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_link_leads_to_the_page_even_when_that_is_made_later(folder: Folder) -> None:
    folder.load()
    assert f'<a id="{page_of("proef-tekst").pk}" linktype="page">' in page_of("proef-lijst").intro


def test_loading_twice_changes_nothing(folder: Folder) -> None:
    folder.load()
    before = everything()
    outcome = folder.load()
    assert outcome.nothing_new
    assert not outcome.left_alone
    assert everything() == before


def test_the_real_content_is_there_already_and_loading_it_again_changes_nothing(settings: Any) -> None:
    from services.content.load import load

    before = everything()
    outcome = load(settings.CONTENT_DIR)
    assert outcome.nothing_new, outcome.changed[:5] + outcome.made[:5]
    assert not outcome.left_alone
    assert everything() == before


def test_a_changed_file_changes_the_page_and_its_aliases(folder: Folder) -> None:
    folder.load()
    changed = copy.deepcopy(TEXT)
    changed["words"]["title"] = "Hoe het nu gaat"
    folder.write("pages/proef-tekst/nl.yaml", changed)
    outcome = folder.load()
    assert "page proef-tekst" in outcome.changed
    assert page_of("proef-tekst").title == "Hoe het nu gaat"
    assert page_of("proef-tekst", "pl").title == "Hoe het nu gaat"
    assert page_of("proef-tekst", "en").title == "How it goes"


def test_what_an_editor_changed_is_left_alone_and_reported(folder: Folder, edit: Any) -> None:
    folder.load()
    edit(page_of("proef-tekst"), title="Zo gaat het")
    changed = copy.deepcopy(TEXT)
    changed["words"]["summary"] = "Heel kort."
    folder.write("pages/proef-tekst/nl.yaml", changed)
    outcome = folder.load()
    assert page_of("proef-tekst").title == "Zo gaat het"
    assert page_of("proef-tekst").summary == "In het kort."
    assert any("proef-tekst" in line for line in outcome.left_alone)


def test_a_draft_of_an_editor_is_a_change_too(folder: Folder) -> None:
    folder.load()
    page = page_of("proef-tekst")
    page.title = "Nog niet af"
    page.save_revision()
    changed = copy.deepcopy(TEXT)
    changed["words"]["summary"] = "Heel kort."
    folder.write("pages/proef-tekst/nl.yaml", changed)
    folder.load()
    assert page_of("proef-tekst").get_latest_revision_as_object().title == "Nog niet af"


def test_a_page_that_an_editor_deleted_stays_deleted(folder: Folder) -> None:
    folder.load()
    page_of("proef-tekst").delete()
    outcome = folder.load()
    assert not ContentPage.objects.filter(content_key="proef-tekst", alias_of=None, locale__language_code="nl").exists()
    assert any("deleted by an editor" in line for line in outcome.left_alone)


def test_a_translation_that_a_person_changed_is_left_alone(folder: Folder) -> None:
    folder.load()
    english = page_of("proef-tekst", "en")
    StringTranslation.objects.filter(context__object_id=english.translation_key, context__path="title").update(
        data="How things go", translation_type="manual", tool_name=""
    )
    changed = copy.deepcopy(TEXT_EN)
    changed["words"]["title"] = "How it is going"
    folder.write("pages/proef-tekst/en.yaml", changed)
    outcome = folder.load()
    assert page_of("proef-tekst", "en").title == "How it goes"
    assert any("proef-tekst (en)" in line for line in outcome.left_alone)


def test_what_changes_in_the_dutch_file_is_seen_in_a_translation_that_a_person_changed(folder: Folder) -> None:
    folder.write("pages/proef-tekst/pl.yaml", TEXT_EN)
    folder.load()
    english = page_of("proef-tekst", "en")
    StringTranslation.objects.filter(context__object_id=english.translation_key, locale=english.locale).update(
        translation_type="manual", tool_name=""
    )
    for code, words in (("nl", TEXT), ("en", TEXT_EN), ("pl", TEXT_EN)):
        turned = copy.deepcopy(words)
        turned["words"]["body"].reverse()
        folder.write(f"pages/proef-tekst/{code}.yaml", turned)
    folder.load()
    kinds = [block.block_type for block in page_of("proef-tekst", "nl").body]
    assert kinds[0] == "details"
    assert [block.block_type for block in page_of("proef-tekst", "pl").body] == kinds
    assert [block.block_type for block in page_of("proef-tekst", "en").body] == kinds
    assert page_of("proef-tekst", "en").translation_state == "human"


def test_the_translators_of_a_term_that_an_editor_changed_see_it_as_it_is(folder: Folder) -> None:
    words = {
        "proefwoord": {"term": "proefwoord", "explanation": "Een woord."},
        "los": {"term": "los", "explanation": "Vrij."},
    }
    english = {
        "proefwoord": {"term": "test word", "explanation": "A word."},
        "los": {"term": "loose", "explanation": "Free."},
    }
    folder.write("glossary/nl.yaml", words)
    folder.write("glossary/en.yaml", english)
    folder.load()
    term, loose = (GlossaryTerm.objects.get(slug=slug, locale__language_code="nl") for slug in words)
    # Changed before anybody handed it over; and one that was never handed over.
    GlossaryTerm.objects.filter(pk=term.pk).update(explanation="Een heel ander woord.")
    TranslationSource.objects.filter(object_id=loose.translation_key).delete()
    english["proefwoord"]["explanation"] = "Words."
    folder.write("glossary/en.yaml", english)
    outcome = folder.load()
    assert {"glossary proefwoord", "glossary:en proefwoord"} <= set(outcome.left_alone)
    asked = StringSegment.objects.filter(source__object_id__in=[term.translation_key, loose.translation_key])
    assert {"Een heel ander woord.", "Vrij."} <= {each.string.data for each in asked}
    into = {
        each.source.object_id: each
        for each in Translation.objects.filter(source__object_id__in=[term.translation_key, loose.translation_key])
    }
    assert [each.string.data for each in untranslated(into[term.translation_key])] == ["Een heel ander woord."]
    assert not untranslated(into[loose.translation_key]).exists()
    row = GlossaryTerm.objects.get(translation_key=term.translation_key, locale__language_code="en")
    assert row.explanation == "A word."
    assert refresh_snippet_sources(term.locale) == 0


def test_a_language_file_added_later_turns_the_alias_into_a_translation(folder: Folder) -> None:
    folder.load()
    before = page_of("proef-tekst", "pl")
    assert before.is_fallback
    polish = copy.deepcopy(TEXT_EN)
    polish["words"]["title"] = "Jak to działa"
    folder.write("pages/proef-tekst/pl.yaml", polish)
    folder.load()
    after = page_of("proef-tekst", "pl")
    assert after.pk == before.pk
    assert not after.is_fallback
    assert after.title == "Jak to działa"
    assert after.translation_state == "machine"


def test_wagtail_localize_would_have_made_the_same_page(folder: Folder) -> None:
    folder.load()
    english = page_of("proef-tekst", "en")
    translation = Translation.objects.get(source__object_id=english.translation_key, target_locale=english.locale)
    total, done = translation.get_progress()
    assert total == done > 10
    made = translation.source.get_ephemeral_translated_instance(english.locale)
    assert made.fingerprint() == english.fingerprint()
    kept = TranslationSource.objects.get(object_id=english.translation_key)
    segments = sorted(kept.stringsegment_set.values_list("context__path", "order", "string__data", "attrs"))
    fields = sorted(kept.stringsegment_set.values_list("context__field_path", flat=True))
    kept.refresh_segments()
    assert sorted(kept.stringsegment_set.values_list("context__path", "order", "string__data", "attrs")) == segments
    assert sorted(kept.stringsegment_set.values_list("context__field_path", flat=True)) == fields


def test_links_may_stand_in_another_order_in_a_translation(folder: Folder) -> None:
    folder.load()
    text = page_of("proef-tekst", "en").body[1].value.source
    assert '<a href="/nl/vraag/">ask it</a>' in text
    assert f'<a id="{page_of("proef-lijst").pk}" linktype="page">the list</a>' in text


def test_a_row_that_staff_changed_is_left_alone(folder: Folder) -> None:
    rows = [{"slug": "proef-geld", "name": "Geld", "facts": []}]
    folder.write("rows/themes.yaml", rows)
    folder.load()
    Theme.objects.filter(slug="proef-geld").update(name="Geldzaken")
    rows[0]["name"] = "Geld en schuld"
    folder.write("rows/themes.yaml", rows)
    outcome = folder.load()
    assert Theme.objects.get(slug="proef-geld").name == "Geldzaken"
    assert outcome.left_alone == ["theme proef-geld"]


def test_a_changed_row_that_nobody_touched_follows_its_file(folder: Folder) -> None:
    rows = [{"slug": "proef-geld", "name": "Geld", "facts": []}]
    folder.write("rows/themes.yaml", rows)
    folder.load()
    rows[0]["name"] = "Geld en schuld"
    folder.write("rows/themes.yaml", rows)
    assert folder.load().changed == ["theme proef-geld"]
    assert Theme.objects.get(slug="proef-geld").name == "Geld en schuld"


# --- faults -----------------------------------------------------------------------------------------------


def spoilt(folder: Folder, name: str, data: Any) -> str:
    """What the load says about a spoilt file; it must have changed nothing."""
    folder.write(name, data)
    before = everything()
    with pytest.raises(FaultyContent) as caught:
        folder.load()
    assert everything() == before
    return str(caught.value)


def text_with(**words: Any) -> dict[str, Any]:
    changed = copy.deepcopy(TEXT)
    changed["words"].update(words)
    return changed


def test_a_fault_names_file_line_and_field(folder: Folder) -> None:
    said = spoilt(
        folder,
        "pages/proef-tekst/nl.yaml",
        "page: {type: home.ContentPage, parent: proef, slug: tekst, order: 1}\nsource: x\nwords:\n"
        "  title: Goed\n  summary: Kort\n  bodi: []\n",
    )
    assert "proef-tekst/nl.yaml:6: words.bodi: a ContentPage has no such field" in said


def test_broken_yaml_names_its_line(folder: Folder) -> None:
    assert "proef-tekst/nl.yaml:3" in spoilt(folder, "pages/proef-tekst/nl.yaml", "page:\n  type: [home\nwords: x\n")


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
        ({"summary": "x" * 201}, "has 201 characters, at most 200 fit"),
    ],
)
def test_what_a_page_cannot_hold_is_refused(folder: Folder, words: dict[str, Any], said: str) -> None:
    assert said in spoilt(folder, "pages/proef-tekst/nl.yaml", text_with(**words))


def test_a_translation_must_have_the_same_paragraphs(folder: Folder) -> None:
    english = copy.deepcopy(TEXT_EN)
    english["words"]["body"][1] = {"paragraph": "Go and [ask it](door:vraag)."}
    assert "has other paragraphs and lists" in spoilt(folder, "pages/proef-tekst/en.yaml", english)


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


def test_a_page_may_not_take_the_place_of_a_door(folder: Folder) -> None:
    listed = {
        "page": {"type": "home.IndexPage", "parent": "proef", "slug": "vraag", "order": 1},
        "source": "",
        "words": {"title": "Vraag"},
    }
    assert "vraag is a door" in spoilt(folder, "pages/proef-vraag/nl.yaml", listed)


def test_hours_that_overlap_are_refused(folder: Folder) -> None:
    week = {"mon": ["09:00-12:00", "11:00-13:00"]}
    calendar = {"slug": "proef", "name": "Proef", "versions": [{"valid_from": "2026-01-01", "week": week}]}
    said = spoilt(folder, "rows/calendars.yaml", {"calendars": [calendar]})
    assert "overlap" in said
    assert "calendars.0.versions.0.week.mon" in said


def test_no_home_page_of_the_site_is_moved_by_another_one(folder: Folder) -> None:
    folder.load()
    from wagtail.models import Site

    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get(
        content_key="home", locale__language_code="nl"
    )
    assert IndexPage.objects.filter(content_key="proef-lijst").exists()
