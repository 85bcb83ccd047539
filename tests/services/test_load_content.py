"""Loading the content: once, again, and after people changed things."""

import copy
from typing import Any

import pytest
from wagtail.models import Page, ReferenceIndex
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import ContentPage, GlossaryTerm, HomePage, IndexPage
from home.translation.begin import refresh_snippet_sources
from home.translation.source_versions import untranslated
from services.content.read.schema import PAGE_TYPES
from services.models import Postcode, Theme

from .conftest import TEXT, TEXT_EN, Folder
from .loadable import everything

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def page_of(key: str, language: str = "nl") -> Any:
    source = next(
        page
        for model in PAGE_TYPES.values()
        for page in model.objects.filter(content_key=key, locale__language_code="nl", alias_of=None)
    )
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific


def test_the_pages_stand_in_the_tree_and_are_live(loaded: Folder) -> None:
    text = page_of("proef-tekst")
    assert text.live
    assert text.get_parent().specific == page_of("proef-lijst")
    assert text.confirmed_on is None
    assert text.source_note == "Proef"


def test_every_language_has_every_page(loaded: Folder) -> None:
    for key in ("proef", "proef-lijst", "proef-tekst"):
        assert page_of(key).get_translations(inclusive=True).count() == 6
    assert page_of("proef-tekst", "uk").get_parent().specific == page_of("proef-lijst", "uk")
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_link_leads_to_the_page_even_when_that_is_made_later(loaded: Folder) -> None:
    assert f'<a id="{page_of("proef-tekst").pk}" linktype="page">' in page_of("proef-lijst").intro


def test_what_a_page_and_a_row_name_is_known_after_the_load_that_wrote_them(loaded: Folder) -> None:
    def named_by(thing: Any) -> set[str]:
        own = ReferenceIndex.get_references_for_object(thing)
        return set(own.values_list("to_object_id", flat=True))

    assert str(page_of("proef-tekst").pk) in named_by(page_of("proef-lijst"))
    districts = [{"slug": slug, "name": slug, "order": 1, "door": "#0b5a54"} for slug in ("proefnoord", "proefzuid")]
    loaded.write("rows/districts.yaml", districts)
    for district in ("proefnoord", "proefzuid"):
        loaded.write("rows/postcodes.yaml", [{"digits": "8099", "district": district}])
        assert loaded.load().nothing_new is False
        row = Postcode.objects.get(digits="8099")
        assert named_by(row) == {str(row.district_id)}
    changed = copy.deepcopy(TEXT)
    changed["words"]["body"] = [{"paragraph": "Ga [naar voren](page:proef)."}]
    loaded.write("pages/proef-tekst/nl.yaml", changed)
    (loaded.path / "pages/proef-tekst/en.yaml").unlink()
    loaded.load()
    assert named_by(page_of("proef-tekst")) == {str(page_of("proef").pk)}


def test_loading_twice_changes_nothing(loaded: Folder) -> None:
    before = everything()
    outcome = loaded.load()
    assert outcome.nothing_new
    assert not outcome.left_alone
    assert everything() == before


def test_a_changed_file_changes_the_page_and_its_aliases(loaded: Folder) -> None:
    changed = copy.deepcopy(TEXT)
    changed["words"]["title"] = "Hoe het nu gaat"
    loaded.write("pages/proef-tekst/nl.yaml", changed)
    outcome = loaded.load()
    assert "page proef-tekst" in outcome.changed
    assert page_of("proef-tekst").title == "Hoe het nu gaat"
    assert page_of("proef-tekst", "pl").title == "Hoe het nu gaat"
    assert page_of("proef-tekst", "en").title == "How it goes"


def test_what_an_editor_changed_is_left_alone_and_reported(loaded: Folder, edit: Any) -> None:
    edit(page_of("proef-tekst"), title="Zo gaat het")
    changed = copy.deepcopy(TEXT)
    changed["words"]["summary"] = "Heel kort."
    loaded.write("pages/proef-tekst/nl.yaml", changed)
    outcome = loaded.load()
    assert page_of("proef-tekst").title == "Zo gaat het"
    assert page_of("proef-tekst").summary == "In het kort."
    assert any("proef-tekst" in line for line in outcome.left_alone)


def test_a_draft_of_an_editor_is_a_change_too(loaded: Folder) -> None:
    page = page_of("proef-tekst")
    page.title = "Nog niet af"
    page.save_revision()
    changed = copy.deepcopy(TEXT)
    changed["words"]["summary"] = "Heel kort."
    loaded.write("pages/proef-tekst/nl.yaml", changed)
    loaded.load()
    assert page_of("proef-tekst").get_latest_revision_as_object().title == "Nog niet af"


def test_a_page_that_an_editor_deleted_stays_deleted(loaded: Folder) -> None:
    page_of("proef-tekst").delete()
    outcome = loaded.load()
    assert not ContentPage.objects.filter(content_key="proef-tekst", alias_of=None, locale__language_code="nl").exists()
    assert any("deleted by an editor" in line for line in outcome.left_alone)


def test_a_translation_that_a_person_changed_is_left_alone(loaded: Folder) -> None:
    english = page_of("proef-tekst", "en")
    StringTranslation.objects.filter(context__object_id=english.translation_key, context__path="title").update(
        data="How things go", translation_type="manual", tool_name=""
    )
    changed = copy.deepcopy(TEXT_EN)
    changed["words"]["title"] = "How it is going"
    loaded.write("pages/proef-tekst/en.yaml", changed)
    outcome = loaded.load()
    assert page_of("proef-tekst", "en").title == "How it goes"
    assert any("proef-tekst (en)" in line for line in outcome.left_alone)


def test_what_changes_in_the_dutch_file_is_seen_in_a_translation_that_a_person_changed(loaded: Folder) -> None:
    loaded.write("pages/proef-tekst/pl.yaml", TEXT_EN)
    loaded.load()
    english = page_of("proef-tekst", "en")
    StringTranslation.objects.filter(context__object_id=english.translation_key, locale=english.locale).update(
        translation_type="manual", tool_name=""
    )
    for code, words in (("nl", TEXT), ("en", TEXT_EN), ("pl", TEXT_EN)):
        turned = copy.deepcopy(words)
        turned["words"]["body"].reverse()
        loaded.write(f"pages/proef-tekst/{code}.yaml", turned)
    loaded.load()
    kinds = [block.block_type for block in page_of("proef-tekst", "nl").body]
    assert kinds[0] == "details"
    assert [block.block_type for block in page_of("proef-tekst", "pl").body] == kinds
    assert [block.block_type for block in page_of("proef-tekst", "en").body] == kinds
    assert page_of("proef-tekst", "en").translation_state == "human"


def test_the_translators_of_a_term_that_an_editor_changed_see_it_as_it_is(loaded: Folder) -> None:
    words = {
        "proefwoord": {"term": "proefwoord", "explanation": "Een woord."},
        "los": {"term": "los", "explanation": "Vrij."},
    }
    english = {
        "proefwoord": {"term": "test word", "explanation": "A word."},
        "los": {"term": "loose", "explanation": "Free."},
    }
    loaded.write("glossary/nl.yaml", words)
    loaded.write("glossary/en.yaml", english)
    loaded.load()
    term, loose = (GlossaryTerm.objects.get(slug=slug, locale__language_code="nl") for slug in words)
    # Changed before anybody handed it over; and one that was never handed over.
    GlossaryTerm.objects.filter(pk=term.pk).update(explanation="Een heel ander woord.")
    TranslationSource.objects.filter(object_id=loose.translation_key).delete()
    english["proefwoord"]["explanation"] = "Words."
    loaded.write("glossary/en.yaml", english)
    outcome = loaded.load()
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


def test_a_language_file_added_later_turns_the_alias_into_a_translation(loaded: Folder) -> None:
    before = page_of("proef-tekst", "pl")
    assert before.is_fallback
    polish = copy.deepcopy(TEXT_EN)
    polish["words"]["title"] = "Jak to działa"
    loaded.write("pages/proef-tekst/pl.yaml", polish)
    loaded.load()
    after = page_of("proef-tekst", "pl")
    assert after.pk == before.pk
    assert not after.is_fallback
    assert after.title == "Jak to działa"
    assert after.translation_state == "machine"


def test_wagtail_localize_would_have_made_the_same_page(loaded: Folder) -> None:
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


def test_links_may_stand_in_another_order_in_a_translation(loaded: Folder) -> None:
    text = page_of("proef-tekst", "en").body[1].value.source
    assert '<a href="/nl/vraag/">ask it</a>' in text
    assert f'<a id="{page_of("proef-lijst").pk}" linktype="page">the list</a>' in text


def test_a_row_that_staff_changed_is_left_alone(loaded: Folder) -> None:
    rows = [{"slug": "proef-geld", "name": "Geld", "facts": []}]
    loaded.write("rows/themes.yaml", rows)
    loaded.load()
    Theme.objects.filter(slug="proef-geld").update(name="Geldzaken")
    rows[0]["name"] = "Geld en schuld"
    loaded.write("rows/themes.yaml", rows)
    outcome = loaded.load()
    assert Theme.objects.get(slug="proef-geld").name == "Geldzaken"
    assert outcome.left_alone == ["theme proef-geld"]


def test_a_changed_row_that_nobody_touched_follows_its_file(loaded: Folder) -> None:
    rows = [{"slug": "proef-geld", "name": "Geld", "facts": []}]
    loaded.write("rows/themes.yaml", rows)
    loaded.load()
    rows[0]["name"] = "Geld en schuld"
    loaded.write("rows/themes.yaml", rows)
    assert loaded.load().changed == ["theme proef-geld"]
    assert Theme.objects.get(slug="proef-geld").name == "Geld en schuld"


def test_no_home_page_of_the_site_is_moved_by_another_one(loaded: Folder) -> None:
    from wagtail.models import Site

    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get(
        content_key="home", locale__language_code="nl"
    )
    assert IndexPage.objects.filter(content_key="proef-lijst").exists()
