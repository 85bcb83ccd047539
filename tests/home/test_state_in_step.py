"""A Dutch page is public, off or gone: so is the same page in every other language, whatever the way."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.operations import translate_object

from home.models import ContentPage, Withdrawn
from home.pages.sitemap import published_pages
from home.search.selectors import find
from home.translation.in_step.live import carry_state
from home.translation.in_step.place import carry_address, carry_place, complete
from home.translation.in_step.repair import put_in_step
from home.translation.in_step.twins import HOME_LEVEL
from services.models import ServicePage
from tests.conftest import Cast
from tests.home.in_six_languages import LANGUAGES, live_in, new_page, page_at, places, versions
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
Lists = tuple[Any, Any, Any]


# --- embargo ----------------------------------------------------------------------------------------------------------


def test_a_draft_that_waits_for_its_day_is_public_in_no_language_and_then_in_all(client: Client) -> None:
    home = Page.objects.get(depth=2, locale__language_code="nl").specific
    page = new_page(home, "testconcept", live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    assert set(versions(page)) == set(LANGUAGES)
    assert live_in(page) == []
    for code in LANGUAGES:
        assert client.get(f"/{code}/testconcept/").status_code == 404
        assert find("Testconcept", code).total == 0
    assert not [each for each in some(published_pages()) if "testconcept" in each.address]
    assert not Redirect.objects.filter(old_path__contains="testconcept").exists()

    revision = Page.objects.get(pk=page.pk).latest_revision
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    content = dict(revision.content)
    content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
    revision.content = content
    revision.save()
    call_command("publish_scheduled")
    assert live_in(page) == LANGUAGES
    for code in LANGUAGES:
        assert client.get(f"/{code}/testconcept/").status_code == 200
        assert find("Testconcept", code).total == 1


def test_the_screen_for_a_new_page_with_a_day_shows_it_to_nobody(cast: Cast, sign_in: SignIn) -> None:
    home = Page.objects.get(depth=2, locale__language_code="nl")
    page = new_page(home, "testdag", go_live_at=timezone.now() + timedelta(days=1), live=True)
    assert live_in(page) == []


def test_a_translation_of_a_draft_is_not_public_and_comes_with_it(client: Client) -> None:
    home = Page.objects.get(depth=2, locale__language_code="nl").specific
    page = new_page(home, "testvertaling", live=False)
    page.save_revision()
    translate_object(page, [Locale.objects.get(language_code="en")])
    english = versions(page)["en"].specific
    assert english.alias_of_id is None
    english.save_revision().publish()
    assert live_in(page) == []
    assert client.get("/en/testvertaling/").status_code == 404
    page.refresh_from_db()
    page.save_revision().publish()
    assert live_in(page) == LANGUAGES
    assert client.get("/en/testvertaling/").status_code == 200


# --- taken off --------------------------------------------------------------------------------------------------------


def test_taken_off_in_dutch_it_is_off_in_every_language_and_comes_back_in_all(client: Client) -> None:
    page = page_at("klacht")
    assert live_in(page) == LANGUAGES
    before = {code: each.has_unpublished_changes for code, each in versions(page).items() if code != "nl"}
    page.unpublish()
    assert live_in(page) == []
    for code in LANGUAGES:
        assert client.get(f"/{code}/klacht/").status_code == 404
    assert not [each for each in some(published_pages()) if "/klacht/" in each.address]
    page.refresh_from_db()
    page.save_revision().publish()
    assert live_in(page) == LANGUAGES
    assert {code: each.has_unpublished_changes for code, each in versions(page).items() if code != "nl"} == before
    assert not Withdrawn.objects.exists()


def test_on_its_last_day_it_goes_off_in_every_language() -> None:
    page = page_at("klacht")
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert live_in(page) == []
    assert all(each.expired for each in some(versions(page).values()))
    assert not Withdrawn.objects.exists()


def test_the_last_day_of_a_dutch_page_is_not_kept_with_its_translations() -> None:
    page = page_at("klacht")
    page.expire_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    assert [code for code, each in versions(page).items() if each.expire_at] == ["nl"]


@pytest.mark.parametrize("way", ["button", pytest.param("bulk", marks=pytest.mark.once)])
def test_an_editor_takes_it_off_everywhere(cast: Cast, sign_in: SignIn, way: str) -> None:
    page = page_at("klacht")
    browser = sign_in(cast.editor)
    path = f"/beheer/pages/{page.pk}/unpublish/"
    bulk = f"/beheer/bulk/wagtailcore/page/unpublish/?id={page.pk}"
    shown = browser.get(path if way == "button" else bulk).content.decode()
    assert "Arabisch" in shown
    browser.post(path if way == "button" else bulk)
    assert live_in(page) == []


def test_a_whole_branch_goes_off_in_every_language(cast: Cast, sign_in: SignIn, lists: Lists) -> None:
    first, _second, child = lists
    sign_in(cast.editor).post(f"/beheer/pages/{first.pk}/unpublish/", {"include_descendants": "on"})
    assert live_in(first) == []
    assert live_in(child) == []


def test_a_translation_can_be_taken_off_alone_and_stays_off_until_somebody_publishes_it() -> None:
    page = page_at("klacht")
    english = versions(page)["en"].specific
    english.unpublish()
    assert live_in(page) == ["nl", "ar", "tr", "pl", "uk"]
    page.save_revision().publish()
    assert "en" not in live_in(page)
    page.refresh_from_db()
    page.unpublish()
    page.refresh_from_db()
    page.save_revision().publish()
    assert "en" not in live_in(page)
    english.refresh_from_db()
    english.save_revision().publish()
    assert live_in(page) == LANGUAGES


def test_a_page_that_shows_the_dutch_words_can_be_taken_off_alone_and_given_back(cast: Cast, sign_in: SignIn) -> None:
    page = page_at("klacht")
    turkish = versions(page)["tr"].specific
    assert turkish.alias_of_id
    turkish.unpublish()
    page.save_revision().publish()
    assert live_in(page) == ["nl", "en", "ar", "pl", "uk"]
    editor = sign_in(cast.editor)
    editor.post(f"/beheer/weer-tonen/{turkish.pk}/")
    assert live_in(page) == LANGUAGES
    english = versions(page)["en"].specific
    english.unpublish()
    told = f'class="button" href="/beheer/weer-tonen/{english.pk}/"'
    form = editor.get(f"/beheer/pages/{english.pk}/edit/").content.decode()
    assert told in " ".join(form.split())
    for door in (f"weer-tonen/{english.pk}", f"pages/{page.pk}/delete", f"pages/{page.pk}/unpublish"):
        top = re.search(r"<h1.*?</h1>", editor.get(f"/beheer/{door}/").content.decode(), re.DOTALL)
        assert top, door
        assert "A complaint" in top[0] or "Een klacht" in top[0]


# --- deleted ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["button", pytest.param("bulk", marks=pytest.mark.once), "code"])
def test_deleted_in_dutch_it_is_gone_in_every_language(cast: Cast, sign_in: SignIn, way: str) -> None:
    page = page_at("veilig-kijken")
    key = page.translation_key
    browser = sign_in(cast.editor)
    if way == "button":
        assert "Arabisch" in browser.get(f"/beheer/pages/{page.pk}/delete/").content.decode()
        browser.post(f"/beheer/pages/{page.pk}/delete/")
    elif way == "bulk":
        browser.post(f"/beheer/bulk/wagtailcore/page/delete/?id={page.pk}")
    else:
        Page.objects.filter(pk=page.pk).delete()
    assert not Page.objects.filter(translation_key=key).exists()
    assert not TranslationSource.objects.filter(object_id=key).exists()
    assert not StringTranslation.objects.filter(context__object_id=key).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_whole_branch_is_deleted_in_every_language(lists: Lists) -> None:
    first, second, child = lists
    first.delete()
    assert not Page.objects.filter(translation_key__in=[first.translation_key, child.translation_key]).exists()
    assert live_in(second) == LANGUAGES
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_translation_deleted_alone_makes_place_for_the_dutch_words(cast: Cast, sign_in: SignIn) -> None:
    page = page_at("klacht")
    english = versions(page)["en"]
    sign_in(cast.editor).post(f"/beheer/pages/{english.pk}/delete/")
    again = versions(page)["en"]
    assert again.pk != english.pk
    assert again.alias_of_id == page.pk
    assert again.live


# --- made and copied --------------------------------------------------------------------------------------------------


def test_a_copy_has_a_page_in_every_language_and_nothing_of_the_loaded_one() -> None:
    page = page_at("klacht")
    copied = page.copy(update_attrs={"slug": "klacht-2", "title": "Klacht 2"}, keep_live=False)
    assert places(copied) == {"klacht-2/"}
    assert live_in(copied) == []
    copied.save_revision().publish()
    assert live_in(copied) == LANGUAGES
    assert ContentPage.objects.filter(content_key=page.content_key, locale=page.locale, alias_of=None).count() == 1


def test_an_upgrade_makes_old_copies_pages_of_their_own() -> None:
    page = page_at("klacht")
    copied = page.copy(update_attrs={"slug": "klacht-2", "title": "Klacht 2"})
    known = ContentPage.objects.filter(translation_key=copied.translation_key)
    known.update(content_key=page.content_key, content_hash=page.content_hash, loaded_hash=page.loaded_hash)
    [told] = put_in_step()
    assert told.startswith(f"nl {copied.url_path}:")
    assert not known.exclude(content_key="", content_hash="", loaded_hash="").exists()
    assert ContentPage.objects.get(pk=page.pk).content_key == page.content_key
    assert put_in_step() == []


def test_a_page_is_made_in_dutch_and_in_no_other_language(cast: Cast, sign_in: SignIn) -> None:
    english = page_at("diensten", "en")
    assert not ServicePage.can_create_at(english)
    assert ServicePage.can_create_at(page_at("diensten"))
    lonely = new_page(english.get_parent(), "alleen")
    assert not Page.objects.get(pk=lonely.pk).live


def test_a_translation_turned_back_into_the_dutch_words_follows_again(cast: Cast, sign_in: SignIn) -> None:
    page = page_at("klacht")
    english = versions(page)["en"]
    page.unpublish()
    sign_in(cast.root).post(f"/beheer/localize/page/{english.pk}/convert_to_alias/")
    assert versions(page)["en"].alias_of_id == page.pk
    assert live_in(page) == []
    page.refresh_from_db()
    page.save_revision().publish()
    assert live_in(page) == LANGUAGES


def test_a_page_opened_again_in_dutch_is_open_in_every_language(client: Client) -> None:
    page = page_at("klacht")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    PageViewRestriction.objects.create(page=versions(page)["en"], restriction_type="login")  # as wagtail-localize does
    assert client.get("/ar/klacht/").status_code == 302
    restriction.delete()
    assert client.get("/en/klacht/").status_code == 200


# --- a site that is out of step ---------------------------------------------------------------------------------------


def test_a_site_that_is_out_of_step_is_set_right_and_says_so(lists: Lists) -> None:
    _first, _second, child = lists
    off = page_at("klacht")
    Page.objects.filter(pk=off.pk).update(live=False)
    alone = versions(page_at("over-ons"))["ar"]
    Page.objects.filter(pk=alone.pk).update(live=False)
    english = versions(child)["en"]
    tree = english.url_path
    Page.objects.filter(pk=english.pk).update(slug="anders", url_path=tree.replace("testkind", "anders"))
    told = put_in_step()
    assert live_in(off) == []
    assert "ar" not in live_in(page_at("over-ons"))
    assert Withdrawn.objects.filter(page_id=alone.pk).exists()
    assert places(child) == {"testindex-a/testkind/"}
    assert len(told) == 5 + 1 + 1
    assert put_in_step() == []
    # Where to look is told at a glance over the tree; going by every page finds nothing that this glance missed.
    for source in some(Page.objects.filter(depth__gte=HOME_LEVEL, locale__language_code="nl").order_by("path")):
        assert [*complete(source), *carry_address(source), *carry_place(source), *carry_state(source)] == []


def test_a_translation_whose_dutch_page_is_gone_is_public_no_more() -> None:
    orphan = versions(page_at("klacht"))["en"]
    Page.objects.filter(pk=orphan.pk).update(translation_key="11111111-1111-4111-8111-111111111111")
    assert put_in_step()
    orphan.refresh_from_db()
    assert not orphan.live
    assert live_in(page_at("klacht")) == LANGUAGES  # the Dutch words stand in its place
    assert places(page_at("klacht")) == {"klacht/"}
    assert orphan.slug == "klacht-oud"


def test_a_site_that_is_in_step_stays_as_it_is() -> None:
    assert put_in_step() == []
