"""How a page stands in every language, and what makes it stand otherwise."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringTranslation, TranslationSource

from home.models import BasePage, MinorEdit, SourceVersion
from home.translation.confirm import confirm
from home.translation.machine_words import FALLBACK, HUMAN, MACHINE, OUTDATED
from home.translation.source_versions import complete, digest_of_texts, public_digest
from home.translation.states import FollowedVersion, outdated_translations, state_of, states_of
from services.models import ServicePage
from tests.some import some

from .one_service import MONDAY, name_of, page_in, publish

pytestmark = [pytest.mark.django_db, pytest.mark.once]


# --- the rule ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "own", "machine", "expected"),
    [
        ("b", "b", False, HUMAN),
        ("b", "b", True, MACHINE),
        ("b", "a", False, OUTDATED),
        ("b", "a", True, OUTDATED),
        ("b", "", False, OUTDATED),
        ("", "", True, MACHINE),
    ],
)
def test_a_translation_is_outdated_when_it_follows_other_words(
    source: str, own: str, machine: bool, expected: str
) -> None:
    assert state_of(FollowedVersion(source, MONDAY), FollowedVersion(own), machine).name == expected


def test_an_outdated_translation_knows_since_when_and_whether_a_machine_made_it() -> None:
    state = state_of(FollowedVersion("b", MONDAY), FollowedVersion("a"), True)
    assert (state.source_changed, state.by_machine) == (MONDAY, True)
    assert state_of(FollowedVersion("b", MONDAY), FollowedVersion(""), True).source_changed is None


def test_spaces_do_not_count_but_words_and_their_order_do() -> None:
    one = digest_of_texts([("title", "Praten  met\nons"), ("summary", "")])
    assert one == digest_of_texts([("title", " Praten met ons ")])
    assert one != digest_of_texts([("title", "Praten met u")])
    assert digest_of_texts([("what", "a"), ("what", "b")]) != digest_of_texts([("what", "b"), ("what", "a")])


# --- what makes a translation outdated ----------------------------------------------------------------------


def test_what_was_just_loaded_is_in_step() -> None:
    assert name_of("ar") == MACHINE
    assert name_of("tr") == FALLBACK
    assert not outdated_translations()


def test_other_dutch_words_make_every_translation_outdated_and_a_fallback_stays_one() -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    assert [name_of(code) for code in ("en", "ar", "tr")] == [OUTDATED, OUTDATED, FALLBACK]
    assert page_in("ar").translated.by_machine


@pytest.mark.parametrize(
    "change", [{"slug": "anders"}, {"source_note": "Elders gelezen"}, {"confirmed_on": "2026-03-02"}, {"theme": None}]
)
def test_what_no_resident_reads_as_words_leaves_them_in_step(change: dict[str, Any]) -> None:
    publish(page_in("nl"), **change)
    assert name_of("ar") == MACHINE


def test_markup_and_a_link_to_elsewhere_are_no_words() -> None:
    page = page_in("nl")
    page.what = "<p>Kom langs of bel.</p>"
    plain = public_digest(page)
    page.what = '<p>Kom <b>langs</b> of <a href="https://example.org/">bel</a>.</p>'
    assert public_digest(page) == plain


def test_a_draft_changes_nothing_for_readers() -> None:
    page = page_in("nl")
    page.title = "Nog niet af"
    page.save_revision()
    assert name_of("ar") == MACHINE


def test_the_same_words_again_bring_the_translation_back_in_step() -> None:
    before = page_in("nl").summary
    publish(page_in("nl"), summary="Heel iets anders.")
    publish(page_in("nl"), summary=before)
    assert name_of("ar") == MACHINE


def test_alt_texts_in_a_stream_are_public_words(client: Client) -> None:
    page = Page.objects.filter(locale__language_code="nl", contentpage__isnull=False).first().specific
    before = public_digest(page)
    page.body = [*page.body.raw_data, {"type": "heading", "value": "Een kop erbij"}]
    assert public_digest(page) != before


# --- minor edits --------------------------------------------------------------------------------------------


def test_a_minor_edit_keeps_them_in_step_and_the_history_tells_who_ticked_it(person: Any) -> None:
    publish(page_in("nl"), user=person, minor=True, summary="Een tikfout minder.")
    assert name_of("ar") == MACHINE
    entry = PageLogEntry.objects.get(action="home.minor_edit")
    assert (entry.user, entry.page_id, entry.data["kept"]) == (person, page_in("nl").pk, 2)
    assert str(entry.message) == gettext("Minor edit: translations stay up to date")


def test_the_tick_holds_for_one_publication(person: Any) -> None:
    publish(page_in("nl"), user=person, minor=True, summary="Een tikfout minder.")
    publish(page_in("nl"), summary="Heel iets anders.")
    assert name_of("ar") == OUTDATED


def test_a_minor_edit_does_not_excuse_an_earlier_change() -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    since = page_in("nl").followed.since
    publish(page_in("nl"), minor=True, summary="Heel iets anders!!")
    assert name_of("ar") == OUTDATED
    assert page_in("ar").translated.source_changed == since


def test_a_tick_travels_with_a_draft_until_that_is_published(person: Any) -> None:
    page = page_in("nl")
    page.title, page.minor_edit = "Praten met ons", True
    revision = page.save_revision(user=person)
    assert MinorEdit.objects.filter(revision=revision).exists()
    revision.publish()
    assert name_of("ar") == MACHINE
    assert not MinorEdit.objects.exists()


def test_a_draft_saved_again_without_the_tick_takes_it_back(person: Any) -> None:
    page = page_in("nl")
    page.title, page.minor_edit = "Praten met ons", True
    revision = page.save_revision(user=person)
    page.minor_edit = False
    page.save_revision(user=person, overwrite_revision=revision)
    assert not MinorEdit.objects.exists()


# --- many at once -------------------------------------------------------------------------------------------


def test_a_hundred_pages_cost_as_much_as_one() -> None:
    pages = list(Page.objects.filter(live=True, depth__gt=1, locale__language_code="nl"))
    assert len(pages) > 30
    states_of(pages[:1])
    counts = set()
    for asked in (pages[:1], pages, pages * 3):
        with CaptureQueriesContext(connection) as queries:
            assert len(states_of(asked)) == len(asked)
        counts.add(len(queries))
    assert len(counts) == 1
    assert max(counts) <= 4  # the state of what is published, the pages, and where the site begins


def test_the_report_and_the_page_say_the_same() -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    standings = states_of(Page.objects.filter(live=True, depth__gt=1, locale__language_code="nl"))
    assert len(standings) > 50
    for standing in some(standings):
        for version in some(standing.page.get_translations()):
            own: BasePage = version.specific
            state = standing.in_language(own.locale.language_code)
            assert (state.name, state.by_machine) == (own.translated.name, own.translated.by_machine)


def test_outdated_translations_are_listed_the_longest_behind_first() -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    other = ServicePage.objects.filter(locale__language_code="nl").exclude(pk=page_in("nl").pk).first()
    publish(other, summary="Ook heel iets anders.")
    assert [standing.page.pk for standing in outdated_translations()] == [page_in("nl").pk, other.pk]


def test_pages_from_before_this_was_kept_get_their_rows_and_what_lagged_behind_is_found() -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    SourceVersion.objects.all().delete()
    assert name_of("ar") == MACHINE
    assert complete() > 60
    assert name_of("ar") == OUTDATED
    assert complete() == 0
    kept = ServicePage.objects.get(slug="jeugdhulp", locale__language_code="ar")
    assert kept.translation_state == MACHINE


def test_the_first_change_after_that_is_noticed_without_them() -> None:
    SourceVersion.objects.all().delete()
    publish(page_in("nl"), summary="Heel iets anders.")
    assert SourceVersion.objects.get(page=page_in("nl")).digest
    assert name_of("ar") == OUTDATED


# --- what the reader is told --------------------------------------------------------------------------------


def test_the_reader_of_an_outdated_translation_is_told_since_when_and_where_the_dutch_is(client: Client) -> None:
    publish(page_in("nl"), summary="Heel iets anders.")
    html = " ".join(client.get(page_in("en").url).content.decode().split())
    assert "The Dutch text was changed on" in html
    assert "A computer translated this page." in html
    assert f'href="{page_in("nl").url}" hreflang="nl"' in html
    assert '<a href="/en/vraag/">Ask your question in your own language</a>' in html


def test_the_reader_of_a_confirmed_translation_is_told_nothing(client: Client, person: Any) -> None:
    confirm(page_in("en"), person, timezone.now())
    assert "language-notice" not in client.get(page_in("en").url).content.decode()


def test_a_page_that_was_never_wholly_translated_says_so(client: Client, person: Any) -> None:
    english = page_in("en")
    source = TranslationSource.objects.get(object_id=english.translation_key)
    StringTranslation.objects.filter(
        context__object_id=english.translation_key, context__path="summary", locale=english.locale
    ).delete()
    SourceVersion.objects.filter(page=english).delete()
    made, _new = source.create_or_update_translation(english.locale, publish=False, fallback=True)
    made.latest_revision.publish()
    assert name_of("en") == OUTDATED
    assert "Part of this page is still in Dutch." in client.get(english.url).content.decode()
