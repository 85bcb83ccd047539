"""No page may take the address of a door."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from home.models import HomePage, IndexPage
from home.pages.reserved_slugs import DOORS, no_page_hides_behind_a_door

pytestmark = pytest.mark.django_db


def dutch_home() -> HomePage:
    return HomePage.objects.get(content_key="home", locale__language_code="nl")


def test_a_door_is_refused_on_the_first_level() -> None:
    with pytest.raises(ValidationError, match="zoeken"):
        dutch_home().add_child(instance=IndexPage(title="Zoek", slug="zoeken"))


def test_deeper_down_the_same_word_is_free() -> None:
    parent = IndexPage.objects.filter(locale__language_code="nl").first()
    parent.add_child(instance=IndexPage(title="Chat", slug="chat", locale=parent.locale))


def test_the_editor_is_told_in_the_form(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_superuser("baas"), "django.contrib.auth.backends.ModelBackend")
    response = client.post(
        f"/beheer/pages/add/home/indexpage/{dutch_home().pk}/",
        {"title": "Chat", "slug": "chat", "summary": "", "intro": "null", "source_note": "", "confirmed_on": ""},
    )
    assert response.status_code == 200
    assert not IndexPage.objects.filter(slug="chat").exists()


def test_the_check_finds_a_page_that_got_there_another_way() -> None:
    assert no_page_hides_behind_a_door(None, ["default"]) == []
    page = IndexPage.objects.filter(locale__language_code="nl", depth=3).first()
    IndexPage.objects.filter(pk=page.pk).update(slug="vraag")
    [found] = no_page_hides_behind_a_door(None, ["default"])
    assert "vraag" in found.msg


def test_the_doors_of_the_design_are_all_there() -> None:
    assert {"zoeken", "wie-helpt", "vraag", "gesprek", "chat", "bereikbaarheid", "stroom", "beheer"} <= DOORS
