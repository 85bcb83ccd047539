"""Every published state of a page stands in its history and can be brought back, also in another language."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.linkcheck.replace import replace_everywhere
from home.models import BasePage, ContentPage
from tests.conftest import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[..., Client]


def page_in(language: str, slug: str = "klacht") -> BasePage:
    page: BasePage = Page.objects.get(slug=slug, locale__language_code=language).specific
    return page


def offered(client: Client, page: BasePage) -> set[int]:
    """The versions that the history offers to go back to."""
    html = client.get(f"/beheer/pages/{page.pk}/history/").content.decode()
    return {int(number) for number in re.findall(rf"/beheer/pages/{page.pk}/revisions/(\d+)/revert/", html)}


def change(page: BasePage, cast: Cast, title: str) -> None:
    page.title = title
    page.save_revision(user=cast.editor, changed=True, log_action=True).publish(user=cast.editor)


def test_loaded_text_can_be_brought_back_from_the_history(cast: Cast, sign_in: SignIn) -> None:
    page = page_in("nl")
    loaded, title = page.latest_revision, page.title
    editor = sign_in(cast.editor)
    change(page, cast, "Iets heel anders")
    assert loaded.pk in offered(editor, page)
    form = editor.get(f"/beheer/pages/{page.pk}/revisions/{loaded.pk}/revert/")
    assert title in form.content.decode()
    restored: BasePage = loaded.as_object()
    restored.save_revision(user=cast.editor, log_action=True, previous_revision=loaded).publish()
    again = page_in("nl")
    assert again.title == title
    assert again.fingerprint() == again.loaded_hash  # the next load takes it for its own again


def test_what_is_shown_beside_edited_stays_hidden_beside_published(cast: Cast, sign_in: SignIn) -> None:
    page = page_in("nl")
    change(page, cast, "Aap")
    change(page, cast, "Noot")
    html = sign_in(cast.editor).get(f"/beheer/pages/{page.pk}/history/").content.decode()
    first = page.revisions.get(object_str__startswith="Aap")
    assert html.count(f"/beheer/pages/{page.pk}/revisions/{first.pk}/revert/") == 1


def test_a_page_that_got_a_new_address_on_many_pages_at_once_can_go_back(cast: Cast, sign_in: SignIn) -> None:
    page: ContentPage = page_in("nl", "privacy")  # type: ignore[assignment]
    page.body = [("paragraph", '<p><a href="/nl/oud/">weg</a></p>')]
    page.save_revision(clean=False).publish()
    replace_everywhere("/nl/oud/", "/nl/diensten/", cast.editor)
    change(page_in("nl", "privacy"), cast, "Anders")
    assert len(offered(sign_in(cast.editor), page)) == 3


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_loaded_translation_comes_back_as_texts_that_wait_for_a_person(
    cast: Cast, sign_in: SignIn, language: str
) -> None:
    page = page_in(language)
    loaded, title = page.latest_revision, page.title
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)
    strings = StringTranslation.objects.filter(locale=page.locale, context__object_id=page.translation_key)
    before = dict(strings.values_list("pk", "data"))
    for row in strings:
        row.data, row.translation_type = "X " + row.data, StringTranslation.TRANSLATION_TYPE_MANUAL
        row.save()
    translation.save_target(user=cast.editor, publish=True)
    assert page_in(language).title == f"X {title}"
    editor = sign_in(cast.editor)
    assert loaded.pk in offered(editor, page)
    address = f"/beheer/pages/{page.pk}/revisions/{loaded.pk}/revert/"
    assert editor.get(address).status_code == 200
    assert page_in(language).title == f"X {title}"
    answer = editor.post(address)
    assert answer.status_code == 302
    assert dict(strings.values_list("pk", "data")) == before
    assert set(strings.values_list("translation_type", flat=True)) == {"machine"}
    assert page_in(language).title == f"X {title}"  # nothing is published by it
    translation.save_target(user=cast.editor, publish=True)
    assert page_in(language).title == title
    assert editor.post(address, follow=True).status_code == 200


def test_texts_that_the_dutch_page_no_longer_has_are_told_and_left(cast: Cast, sign_in: SignIn) -> None:
    dutch, page = page_in("nl"), page_in("en")
    loaded = page.latest_revision
    dutch.summary = "Een andere zin."
    dutch.body = []  # type: ignore[attr-defined]
    dutch.save_revision(clean=False).publish()
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)
    translation.source.update_from_db()
    answer = sign_in(cast.editor).post(f"/beheer/pages/{page.pk}/revisions/{loaded.pk}/revert/", follow=True)
    assert answer.status_code == 200
    assert "Teksten die niet terugkomen" in answer.content.decode()


def test_only_who_may_edit_brings_texts_back(cast: Cast, sign_in: SignIn) -> None:
    page = page_in("en")
    texts = StringTranslation.objects.filter(locale=page.locale, context__object_id=page.translation_key)
    texts.update(data="Anders")
    for other in (cast.colleague, cast.leader, cast.administrator):
        address = f"/beheer/pages/{page.pk}/revisions/{page.latest_revision_id}/revert/"
        assert sign_in(other).post(address).status_code in (302, 403)
    assert set(texts.values_list("data", flat=True)) == {"Anders"}
