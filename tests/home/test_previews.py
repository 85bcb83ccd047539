"""A preview shows words that nobody published yet: none of them can become a program, as on the page itself."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail_localize.models import Translation

from home.models import AlertBanner, ContentPage
from services.models import CalendarVersion

pytestmark = pytest.mark.django_db

INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>|\son\w+=|\sstyle=|<style", re.I)


@pytest.fixture
def desk(client: Client, django_user_model: Any) -> Client:
    person = django_user_model.objects.create_superuser("vertaler")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def page() -> ContentPage:
    return ContentPage.objects.get(content_key="over-ons", locale__language_code="nl", alias_of=None)


def policy(response: Any) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";")]
    return {name: sources for name, _space, sources in parts}


def strict(response: Any) -> None:
    assert response.status_code == 200
    rules = policy(response)
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert (rules["script-src"], rules["default-src"], rules["base-uri"]) == ("'self'", "'none'", "'none'")
    assert rules["frame-ancestors"] == "'self'"  # it stands in a frame beside the editor
    assert not INLINE.search(response.content.decode())


def test_a_page_beside_its_editor_and_as_a_draft(desk: Client) -> None:
    strict(desk.get(f"/beheer/pages/{page().pk}/view_draft/"))
    strict(desk.get(f"/beheer/pages/{page().pk}/revisions/{page().latest_revision_id}/view/"))
    strict(page().make_preview_request(extra_request_attrs={"in_preview_panel": True}))


def test_a_translation_that_is_not_published(desk: Client) -> None:
    into = Translation.objects.get(source__object_id=page().translation_key, target_locale__language_code="ar")
    strict(desk.get(f"/beheer/localize/translate/{into.pk}/preview/"))


def test_a_message_above_pages_and_hours() -> None:
    locale = page().locale
    alert = AlertBanner(heading="Let op", text="Wij zijn dicht", locale=locale, starts=timezone.now())
    strict(alert.make_preview_request())
    strict(CalendarVersion.objects.first().make_preview_request())
