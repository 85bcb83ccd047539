"""Where a Dutch page stands, the same page stands in every other language, whatever the way it came there."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from home.translation.in_step.carry import alone
from home.translation.in_step.repair import put_in_step
from tests.conftest import Cast
from tests.home.in_six_languages import LANGUAGES, new_page, page_at, places, versions
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
Lists = tuple[Any, Any, Any]


def test_a_new_address_is_new_in_every_language_and_the_old_ones_lead_there(client: Client, lists: Lists) -> None:
    _first, _second, child = lists
    child.slug = "testkind-nieuw"
    child.save_revision().publish()
    assert places(child) == {"testindex-a/testkind-nieuw/"}
    for code in LANGUAGES:
        old = client.get(f"/{code}/testindex-a/testkind/")
        assert (old.status_code, old.headers["Location"]) == (301, f"/{code}/testindex-a/testkind-nieuw/")
        assert client.get(f"/{code}/testindex-a/testkind-nieuw/").status_code == 200


def test_a_page_that_was_public_from_its_first_moment_leaves_its_address_in_every_language(client: Client) -> None:
    home = Page.objects.get(depth=2, locale__language_code="nl").specific
    page = new_page(home, "meteen")
    page.slug = "later"
    page.save_revision().publish()
    for code in LANGUAGES:
        assert client.get(f"/{code}/meteen/").headers["Location"] == f"/{code}/later/"


def test_a_new_address_of_a_list_is_that_of_all_below_it(client: Client, lists: Lists) -> None:
    first, _second, child = lists
    first.refresh_from_db()
    first.slug = "testindex-c"
    first.save_revision().publish()
    assert places(child) == {"testindex-c/testkind/"}
    for code in LANGUAGES:
        assert client.get(f"/{code}/testindex-a/testkind/").headers["Location"] == f"/{code}/testindex-c/testkind/"
        assert client.get(f"/{code}/testindex-a").headers["Location"] == f"/{code}/testindex-c/"


@pytest.mark.parametrize("way", ["button", pytest.param("bulk", marks=pytest.mark.once), "code"])
def test_moved_in_dutch_it_is_moved_in_every_language(
    cast: Cast, sign_in: SignIn, client: Client, way: str, lists: Lists
) -> None:
    _first, second, child = lists
    browser = sign_in(cast.editor)
    if way == "button":
        assert "Arabisch" in browser.get(f"/beheer/pages/{child.pk}/move/{second.pk}/confirm/").content.decode()
        browser.post(f"/beheer/pages/{child.pk}/move/{second.pk}/confirm/")
    elif way == "bulk":
        browser.post(f"/beheer/bulk/wagtailcore/page/move/?id={child.pk}", {"chooser": second.pk})
    else:
        child.move(second, pos="last-child")
    assert places(child) == {"testindex-b/testkind/"}
    for code in LANGUAGES:
        old = client.get(f"/{code}/testindex-a/testkind/")
        assert (old.status_code, old.headers["Location"]) == (301, f"/{code}/testindex-b/testkind/")
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_branch_moves_as_a_whole(lists: Lists) -> None:
    first, second, child = lists
    first.refresh_from_db()
    first.move(second, pos="last-child")
    assert places(child) == {"testindex-b/testindex-a/testkind/"}
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_order_of_a_list_is_the_same_in_every_language(cast: Cast, sign_in: SignIn, lists: Lists) -> None:
    first, second, _child = lists
    for slug in ("twee", "drie"):
        new_page(Page.objects.get(pk=first.pk), slug).save_revision().publish()
    sign_in(cast.editor).post(f"/beheer/pages/{page_at('drie').pk}/set_position/?position=0")
    for code in LANGUAGES:
        below = versions(first)[code].get_children().order_by("path")
        assert [each.slug for each in below] == ["drie", "testkind", "twee"], code
    second.refresh_from_db()
    page_at("drie").move(Page.objects.get(pk=second.pk), pos="first-child")
    for code in LANGUAGES:
        assert [each.slug for each in versions(first)[code].get_children().order_by("path")] == ["testkind", "twee"]


def test_a_translation_stays_where_the_dutch_page_stands(cast: Cast, sign_in: SignIn, lists: Lists) -> None:
    _first, second, child = lists
    english, target = versions(child)["en"], versions(second)["en"]
    sign_in(cast.editor).post(f"/beheer/pages/{english.pk}/move/{target.pk}/confirm/")
    assert places(child) == {"testindex-a/testkind/"}
    english.refresh_from_db()
    english.move(target, pos="last-child")
    assert places(child) == {"testindex-a/testkind/"}
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_draft_that_kept_itself_half_typed_leaves_no_trace(client: Client) -> None:
    home = Page.objects.get(depth=2, locale__language_code="nl").specific
    page = new_page(home, "testk", live=False)
    page.save_revision()
    page.slug = "testkind"
    page.save_revision().publish()
    assert places(page) == {"testkind/"}
    assert not Redirect.objects.filter(old_path__contains="testk").exists()


def test_an_earlier_version_with_another_address_brings_all_languages_along(lists: Lists) -> None:
    _first, _second, child = lists
    old = child.latest_revision
    child.slug = "testkind-nieuw"
    child.save_revision().publish()
    earlier = old.as_object()
    earlier.save_revision(previous_revision=old).publish()
    assert places(child) == {"testindex-a/testkind/"}
    assert not Redirect.objects.filter(old_path="/nl/testindex-a/testkind").exists()


def test_an_earlier_version_of_a_translation_stands_where_the_dutch_page_stands_by_now(client: Client) -> None:
    page, english = page_at("klacht"), page_at("klacht", "en")
    old = english.save_revision()
    page.slug = "klachten"
    page.save_revision().publish()
    old.publish()
    assert places(page) == {"klachten/"}
    assert client.get("/en/klachten/").status_code == 200
    assert client.get("/en/klacht/").headers["Location"] == "/en/klachten/"
    english = page_at("klachten", "en")
    english.slug = "complaint"
    english.save_revision().publish()
    assert places(page) == {"klachten/"}


def test_bringing_a_translation_up_to_date_keeps_the_address_of_the_dutch_page(lists: Lists) -> None:
    _first, _second, child = lists
    english = Locale.objects.get(language_code="en")
    translate_object(child, [english])
    child.slug = "testkind-nieuw"
    child.save_revision().publish()
    source = TranslationSource.objects.get(object_id=child.translation_key)
    source.create_or_update_translation(english, publish=True, fallback=True)  # its source still has the old slug
    assert places(child) == {"testindex-a/testkind-nieuw/"}


def test_translations_that_stand_elsewhere_are_put_beside_the_dutch_page_by_an_upgrade(lists: Lists) -> None:
    first, second, child = lists
    with alone():
        versions(child)["en"].move(versions(second)["en"], pos="last-child")
        versions(second)["ar"].move(versions(first)["ar"], pos="left")
    assert places(child) == {"testindex-a/testkind/", "testindex-b/testkind/"}
    assert {line.split()[0] for line in some(put_in_step())} == {"en", "ar"}
    assert places(child) == {"testindex-a/testkind/"}
    beside = versions(first)["ar"].get_siblings().filter(slug__startswith="testindex").order_by("path")
    assert [each.slug for each in beside] == ["testindex-a", "testindex-b"]
    assert put_in_step() == []
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_page_left_at_an_address_that_is_not_its_own_is_reached_again_after_an_upgrade(
    client: Client, lists: Lists
) -> None:
    own = versions(lists[2])["ar"]
    Page.objects.filter(pk=own.pk).update(url_path=own.url_path.replace("testkind", "anders"))
    [told] = put_in_step()
    assert told.startswith(f"ar {own.url_path}:")
    assert client.get("/ar/testindex-a/testkind/").status_code == 200
    assert put_in_step() == []
