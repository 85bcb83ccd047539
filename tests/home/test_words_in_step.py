"""What changes in Dutch without a new sentence is on the site in every language at once; the rest waits for people."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.translation.in_step.carry import show_again
from home.translation.machine_words import HUMAN, MACHINE, OUTDATED, confirm_words
from services.models import ServicePage, Theme
from tests.conftest import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
KEY = "dienst-informatie-en-advies"


def page_in(language: str) -> Any:
    source = ServicePage.objects.get(content_key=KEY, locale__language_code="nl", alias_of=None)
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific


def publish(**fields: Any) -> None:
    page = page_in("nl")
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def turned_round(language: str) -> tuple[str, str]:
    page = page_in(language)
    return page.cost, page.what


def write(text: str, path: str = "title") -> None:
    """A translator writes a sentence in English."""
    segment = StringSegment.objects.get(source__object_id=page_in("nl").translation_key, context__path=path)
    kept = StringTranslation.objects.get(
        translation_of=segment.string, context=segment.context, locale=page_in("en").locale
    )
    kept.data, kept.translation_type = text, StringTranslation.TRANSLATION_TYPE_MANUAL
    kept.save()


@pytest.fixture(params=["form", "bulk", "schedule"])
def way(request: pytest.FixtureRequest, cast: Cast, sign_in: Callable[[Any], Client]) -> Callable[..., None]:
    """Every way in which an editor brings other words on the site."""

    def bring(**fields: Any) -> None:
        if request.param == "form":
            return publish(**fields)
        page = page_in("nl")
        for name, value in fields.items():
            setattr(page, name, value)
        if request.param == "bulk":
            page.save_revision()
            sign_in(cast.editor).post(f"/beheer/bulk/wagtailcore/page/publish/?id={page.pk}")
        else:
            page.go_live_at = timezone.now() + timedelta(hours=1)
            page.save_revision().publish()
            due = page.get_latest_revision()
            due.approved_go_live_at = timezone.now() - timedelta(minutes=1)
            due.content["go_live_at"] = due.approved_go_live_at.isoformat()
            due.save()
            call_command("publish_scheduled")
        return None

    return bring


def test_sentences_in_another_order_another_row_and_a_part_less_are_there_in_every_translation(
    way: Callable[..., None],
) -> None:
    english, arabic = page_in("en"), page_in("ar")
    confirm_words(english, None)
    theme = Theme.objects.exclude(pk=english.theme_id).first()
    dutch = page_in("nl")
    way(what=dutch.cost, cost=dutch.what, bring="", theme=theme)
    assert turned_round("nl") == (dutch.what, dutch.cost)
    assert turned_round("en") == (english.what, english.cost)
    assert turned_round("ar") == (arabic.what, arabic.cost)
    assert {page_in(code).theme for code in ("nl", "en", "ar", "tr")} == {theme}
    assert {page_in(code).bring for code in ("en", "ar", "tr")} == {""}
    assert (page_in("en").translation_state, page_in("ar").translation_state) == (HUMAN, MACHINE)
    assert not page_in("en").has_unpublished_changes


def test_a_translation_that_lacks_a_sentence_keeps_its_words_and_takes_over_the_row() -> None:
    arabic, dutch = page_in("ar"), page_in("nl")
    theme = Theme.objects.exclude(pk=arabic.theme_id).first()
    publish(summary="Heel iets anders.", what=dutch.cost, cost=dutch.what, theme=theme)
    after = page_in("ar")
    assert (after.summary, after.what, after.cost) == (arabic.summary, arabic.what, arabic.cost)
    assert (after.theme, after.translation_state) == (theme, OUTDATED)
    assert after.get_latest_revision_as_object().theme == theme
    publish(summary=dutch.summary)
    assert turned_round("ar") == (arabic.what, arabic.cost)
    assert page_in("ar").translation_state == MACHINE


def test_what_a_translator_wrote_meanwhile_is_published_by_nobody_but_a_person() -> None:
    english, dutch = page_in("en"), page_in("nl")
    theme = Theme.objects.exclude(pk=english.theme_id).first()
    write("Not read by anybody yet")
    publish(what=dutch.cost, cost=dutch.what, theme=theme)
    assert (page_in("en").title, page_in("en").what) == (english.title, english.what)
    assert (page_in("en").theme, page_in("en").translation_state) == (theme, OUTDATED)


def test_one_that_was_taken_off_stays_off_and_is_in_step_when_it_is_shown_again() -> None:
    english, dutch = page_in("en"), page_in("nl")
    english.unpublish()
    publish(what=dutch.cost, cost=dutch.what)
    assert not page_in("en").live
    show_again(Page.objects.get(pk=english.pk))
    assert page_in("en").live
    assert turned_round("en") == (english.what, english.cost)


def test_one_that_was_written_as_a_page_is_left_to_its_writer() -> None:
    Translation.objects.filter(
        source__object_id=page_in("nl").translation_key, target_locale=page_in("en").locale
    ).update(enabled=False)
    english, dutch = page_in("en"), page_in("nl")
    publish(what=dutch.cost, cost=dutch.what)
    assert turned_round("en") == (english.cost, english.what)
    assert page_in("en").translation_state == OUTDATED
