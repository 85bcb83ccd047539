"""What may be confirmed of a translation, and what a translator sees of the Dutch page."""

from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from home.translation.completeness import NotWhole
from home.translation.confirm import confirm
from home.translation.machine_words import HUMAN, OUTDATED
from home.translation.source_versions import untranslated
from home.translation.translation_sources import refresh_sources

from .one_service import name_of, page_in, publish, translate

pytestmark = [pytest.mark.django_db, pytest.mark.once]


# --- confirming ---------------------------------------------------------------------------------------------


def test_a_translation_that_lacks_a_sentence_cannot_be_confirmed_and_it_is_named(person: Any) -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    with pytest.raises(NotWhole, match=r"Heel iets anders\."):
        confirm(page_in("ar"), person, timezone.now())
    assert name_of("ar") == OUTDATED
    assert page_in("ar").translated.by_machine
    assert not PageLogEntry.objects.filter(action="home.confirm_translation").exists()


@pytest.mark.parametrize("summary", ["", "كلمات بلا رقم", "<!-- x -->كلمات"])
def test_nor_one_with_a_sentence_that_is_refused(person: Any, summary: str) -> None:
    publish(page_in("nl"), summary="Bel {fact:noodnummer}.")
    translate("ar", summary)
    with pytest.raises(NotWhole) as problem:
        confirm(page_in("ar"), person, timezone.now())
    assert [each.dutch for each in problem.value.missing] == ["Bel {fact:noodnummer}."]
    assert "{fact:noodnummer}" in problem.value.missing[0].why or not summary.startswith("كلمات")


def test_whoever_confirms_an_outdated_translation_that_is_whole_brings_it_up_to_date(
    person: Any, django_capture_on_commit_callbacks: Any
) -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    translate("ar", "شيء آخر تماما.")
    with django_capture_on_commit_callbacks(execute=True):
        confirm(page_in("ar"), person, timezone.now())
    assert (name_of("ar"), name_of("en")) == (HUMAN, OUTDATED)
    assert page_in("ar").summary == "شيء آخر تماما."
    assert PageLogEntry.objects.get(action="home.confirm_translation").user == person


def test_a_page_written_by_hand_is_confirmed_when_it_has_every_part_fact_and_link(person: Any) -> None:
    Translation.objects.filter(
        source__object_id=page_in("nl").translation_key, target_locale=page_in("en").locale
    ).update(enabled=False)
    publish(page_in("nl"), summary="Bel {fact:noodnummer}.", what='<p>Lees <a href="/nl/vraag/">meer</a>.</p>')
    publish(page_in("en"), summary="Call us.", what="<p>Read more.</p>", cost="")
    with pytest.raises(NotWhole) as problem:
        confirm(page_in("en"), person, timezone.now())
    assert len(problem.value.missing) == 3
    cost = page_in("nl").cost
    publish(
        page_in("en"), summary="Call {fact:noodnummer}.", what='<p>Read <a href="/nl/vraag/">more</a>.</p>', cost=cost
    )
    confirm(page_in("en"), person, timezone.now())
    assert name_of("en") == HUMAN


def test_what_was_confirmed_does_not_become_older_by_being_published_again(
    person: Any, django_capture_on_commit_callbacks: Any
) -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    translate("ar", "شيء آخر تماما.")
    with django_capture_on_commit_callbacks(execute=True):
        confirm(page_in("ar"), person, timezone.now())
    page_in("ar").save_revision().publish()
    assert name_of("ar") == HUMAN


# --- what the translator sees -------------------------------------------------------------------------------


def asked_of_the_translator() -> list[str]:
    segments = StringSegment.objects.filter(source__object_id=page_in("nl").translation_key).order_by("order")
    return [segment.string.data for segment in segments]


def into(language: str) -> Translation:
    return Translation.objects.get(
        source__object_id=page_in("nl").translation_key, target_locale__language_code=language
    )


def test_the_translator_sees_the_new_dutch_by_itself_and_keeps_what_still_fits() -> None:
    before = len(asked_of_the_translator())
    readers = page_in("ar").summary
    publish(page_in("nl"), summary="Heel iets anders.", what=f"{page_in('nl').what}<p>Een alinea erbij.</p>")
    assert "Heel iets anders." in asked_of_the_translator()
    assert len(asked_of_the_translator()) == before + 1
    assert {each.string.data for each in untranslated(into("ar"))} == {"Heel iets anders.", "Een alinea erbij."}
    assert page_in("ar").summary == readers


def test_a_sentence_that_moved_has_its_translation_there() -> None:
    page = page_in("nl")
    what, cost = page.what, page.cost
    publish(page, what=cost, cost=what)
    assert not untranslated(into("ar")).exists()


def test_a_draft_is_not_shown_to_the_translator() -> None:
    page = page_in("nl")
    page.summary = "Nog niet af"
    page.save_revision()
    assert "Nog niet af" not in asked_of_the_translator()


def test_an_upgrade_of_the_fields_tells_no_translator_that_the_page_is_older_than_they_are() -> None:
    source = into("ar").source
    TranslationSource.objects.update(schema_version="0001_initial")
    refresh_sources(source.locale)
    source.refresh_from_db()
    assert not source.schema_out_of_date()
