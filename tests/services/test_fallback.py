"""What a reader gets where a translation is missing, whole or in part; and how a person takes one over."""

import json
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import IndexPage
from home.translation.machine_words import confirm_words
from services.models import ServicePage

pytestmark = [pytest.mark.django_db, pytest.mark.once]

KEY = "dienst-informatie-en-advies"


def page_in(language: str) -> ServicePage:
    source = ServicePage.objects.get(content_key=KEY, locale__language_code="nl", alias_of=None)
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific


def forget_translation_of(page: Any, path: str) -> None:
    """A sentence that was never translated, and the page published without it."""
    StringTranslation.objects.filter(
        context__object_id=page.translation_key, context__path=path, locale=page.locale
    ).delete()
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)
    made, _new = translation.source.create_or_update_translation(page.locale, publish=False, fallback=True)
    made.latest_revision.publish()


def test_a_page_without_translation_is_an_alias_and_says_so(client: Client) -> None:
    page = page_in("tr")
    assert page.is_fallback
    assert page.translation_state == "fallback"
    context = client.get(page.url).context
    assert context["is_fallback"] is True
    assert context["words_language"] == "nl"
    assert context["canonical"].endswith(page_in("nl").url)
    offered = {each.code: each.is_fallback for each in context["alternates"]}
    assert offered == {"nl": False, "en": False, "ar": False, "tr": True, "pl": True, "uk": True}
    assert [each.code for each in context["hreflang"]] == ["nl", "en", "ar"]


def test_the_words_of_a_fallback_are_marked_as_dutch(client: Client) -> None:
    page = page_in("tr")
    html = client.get(page.url).content.decode()
    assert f'<span lang="nl" dir="ltr">{page.summary}</span>' in html
    assert '<div lang="nl" dir="ltr"><p>' in html


def test_a_translated_page_has_no_dutch_and_no_mark(client: Client) -> None:
    page = page_in("ar")
    assert not page.is_fallback
    assert page.translation_state == "machine"
    html = client.get(page.url).content.decode()
    assert "<p lang=" not in html
    assert '<div lang="nl"' not in html


def test_a_half_translated_page_marks_the_dutch_field(client: Client) -> None:
    forget_translation_of(page_in("ar"), "summary")
    dutch = page_in("nl").summary
    html = client.get(page_in("ar").url).content.decode()
    assert f'<span lang="nl" dir="ltr">{dutch}</span>' in html
    assert not page_in("ar").is_fallback


def test_a_single_dutch_paragraph_is_marked_on_itself(client: Client) -> None:
    page = page_in("ar")
    string = StringTranslation.objects.filter(
        context__object_id=page.translation_key, context__path="what", locale=page.locale
    ).first()
    assert string is not None
    dutch = string.translation_of.data
    string.delete()
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)
    made, _new = translation.source.create_or_update_translation(page.locale, publish=False, fallback=True)
    made.latest_revision.publish()
    html = client.get(page_in("ar").url).content.decode()
    assert f'<p dir="ltr" lang="nl">{dutch}</p>' in html or f'<p lang="nl" dir="ltr">{dutch}</p>' in html
    assert html.count('<p lang="nl" dir="ltr">') + html.count('<p dir="ltr" lang="nl">') == 1


def test_dutch_words_stay_marked_when_the_dutch_page_moves_on(client: Client, edit: Any) -> None:
    forget_translation_of(page_in("ar"), "summary")
    old = page_in("nl").summary
    edit(page_in("nl"), summary="Heel iets anders.")
    TranslationSource.objects.get(object_id=page_in("nl").translation_key).update_from_db()
    arabic = page_in("ar")
    arabic.save_revision().publish()
    html = client.get(page_in("ar").url).content.decode()
    assert f'<span lang="nl" dir="ltr">{old}</span>' in html


def test_a_page_goes_from_dutch_through_wagtail_localize_to_a_person(edit: Any, django_user_model: Any) -> None:
    person = django_user_model.objects.create_user("vertaler")
    dutch = page_in("nl")
    edit(dutch, title="Informatie, advies en een gesprek")
    source = TranslationSource.objects.get(object_id=dutch.translation_key)
    source.update_from_db()
    english = Locale.objects.get(language_code="en")
    translation = Translation.objects.get(source=source, target_locale=english)
    total, done = translation.get_progress()
    assert done == total - 1
    segment = source.stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=english,
        data="Information, advice and a talk",
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        last_translated_by=person,
    )
    made, new = source.create_or_update_translation(english, user=person, publish=False, fallback=True)
    made.latest_revision.publish()
    assert not new
    page = page_in("en")
    assert page.title == "Information, advice and a talk"
    assert page.what == page_in("en").what
    assert page.translation_state == "machine"
    assert confirm_words(page, person) > 10
    assert page_in("en").translation_state == "human"


def test_the_words_of_an_editor_survive_the_next_load(edit: Any, settings: Any) -> None:
    from services.content.load import load

    edit(page_in("nl"), title="Praten met ons")
    load(settings.CONTENT_DIR)
    assert page_in("nl").title == "Praten met ons"
    assert page_in("tr").title == "Praten met ons"


def test_confirming_needs_the_right_to_publish(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("iemand"), "django.contrib.auth.backends.ModelBackend")
    response = client.post(f"/beheer/vertaling/{page_in('en').pk}/bevestigen/")
    assert response.status_code in {302, 403}
    assert page_in("en").translation_state == "machine"


def test_a_superuser_confirms_a_translation_on_the_screen(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_superuser("baas"), "django.contrib.auth.backends.ModelBackend")
    address = f"/beheer/vertaling/{page_in('en').pk}/bevestigen/"
    assert client.get(address).status_code == 200
    client.post(address)
    assert page_in("en").translation_state == "human"


def test_a_page_that_an_editor_makes_is_there_in_every_language(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_superuser("baas"), "django.contrib.auth.backends.ModelBackend")
    parent = page_in("nl").get_parent()
    empty = json.dumps({"blocks": [], "entityMap": {}})
    response = client.post(
        f"/beheer/pages/add/home/indexpage/{parent.pk}/",
        {
            "title": "Nieuws",
            "slug": "nieuws",
            "summary": "Wat er nieuw is.",
            "review_every": 6,
            "owner_name": "",
            "owner_mail": "",
            "intro": empty,
            "source_note": "",
            "confirmed_on": "",
            "seo_title": "",
            "search_description": "",
            "go_live_at": "",
            "expire_at": "",
            "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
            "action-publish": "1",
        },
    )
    assert response.status_code == 302, response.content.decode()[:3000]
    page = IndexPage.objects.get(slug="nieuws", locale__language_code="nl")
    assert page.get_translations().count() == 5
    arabic = page.get_translations().get(locale__language_code="ar").specific
    assert arabic.is_fallback
    assert client.get(arabic.url).status_code == 200


def test_an_editor_finds_the_button_to_confirm_in_the_list(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_superuser("baas"), "django.contrib.auth.backends.ModelBackend")
    listed = client.get(f"/beheer/pages/{page_in('en').get_parent().pk}/").content.decode()
    assert f"/beheer/vertaling/{page_in('en').pk}/bevestigen/" in listed
