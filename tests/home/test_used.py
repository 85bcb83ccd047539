"""Where something is used is counted once, and a page to link to is offered once."""

import io
import re
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from PIL import Image as Drawing
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from home.models import ContentPage
from services.models import Condition, Fact, HelpLine

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LINK = {"allow_external_link": "true", "allow_email_link": "true"}


@pytest.fixture
def desk(client: Client, django_user_model: Any) -> Client:
    person = django_user_model.objects.create_superuser("redacteur")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def page() -> ContentPage:
    return ContentPage.objects.get(content_key="over-ons", locale__language_code="nl", alias_of=None)


def offered(html: str) -> list[Page]:
    numbers = dict.fromkeys(re.findall(r'data-id=\\?"(\d+)', html))
    return [Page.objects.get(pk=number) for number in numbers]


def test_a_link_in_running_text_offers_every_page_once(desk: Client) -> None:
    found = offered(desk.get("/beheer/choose-page/search/", LINK | {"q": "wijkteam"}).content.decode())
    assert len(found) > 1
    assert {each.locale.language_code for each in found} == {"nl"}
    assert len({each.translation_key for each in found}) == len(found)
    at_the_top = offered(desk.get("/beheer/choose-page/", LINK).content.decode())
    assert {each.locale.language_code for each in at_the_top} == {"nl"}
    below = offered(desk.get(f"/beheer/choose-page/{page().get_parent().pk}/", LINK).content.decode())
    assert page().pk in {each.pk for each in below}


def test_whoever_chooses_a_page_for_something_else_sees_all_languages(desk: Client) -> None:
    found = offered(desk.get("/beheer/choose-page/search/", {"q": "wijkteam"}).content.decode())
    assert len({each.locale.language_code for each in found}) > 1


def test_a_picture_on_a_page_that_other_languages_show_is_used_once(
    desk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    data = io.BytesIO()
    Drawing.new("RGB", (20, 20)).save(data, "PNG")
    picture = get_image_model().objects.create(
        title="balie", description="Een balie", file=SimpleUploadedFile("balie.png", data.getvalue())
    )
    own = page()
    aliases = own.get_translations().exclude(alias_of=None).count()
    assert aliases > 1
    value = {"image": picture.pk, "decorative": True, "description": "", "caption": ""}
    own.body = [*own.body.raw_data, {"type": "picture", "value": value}]
    with django_capture_on_commit_callbacks(execute=True):
        own.save_revision().publish()
    with_words = {own.pk, *own.get_translations().filter(alias_of=None).values_list("pk", flat=True)}
    assert sorted(each.pk for each, _references in picture.get_usage()) == sorted(with_words)
    shown = desk.get(f"/beheer/images/usage/{picture.pk}/").content.decode()
    assert f"/beheer/pages/{own.pk}/edit/" in shown


def test_a_fact_and_a_condition_have_one_list_of_where_they_are_used(desk: Client) -> None:
    fact = Fact.objects.get(slug="noodnummer")
    condition = Condition.objects.first()
    assert condition is not None
    for row, name in ((fact, "fact"), (condition, "condition")):
        form = f"/beheer/snippets/services/{name}/edit/{row.pk}/"
        shown = desk.get(form).content.decode()
        assert "fact-use" in shown
        assert f"/beheer/snippets/services/{name}/usage/" not in shown
        assert desk.get(f"/beheer/snippets/services/{name}/usage/{row.pk}/").headers["Location"] == form
        assert desk.get("/beheer/snippets/services/" + name + "/").status_code == 200
        assert desk.get(f"/beheer/snippets/services/{name}/delete/{row.pk}/").status_code in (200, 302)
        assert desk.get(f"/beheer/snippets/services/{name}/add/").status_code == 200


def test_rows_that_were_loaded_are_known_to_be_used() -> None:
    kind = ContentType.objects.get_for_model(HelpLine)
    assert ReferenceIndex.objects.filter(base_content_type=kind).exists()


def test_looking_anew_at_what_uses_what_changes_nothing() -> None:
    def known() -> set[tuple[Any, ...]]:
        return set(ReferenceIndex.objects.values_list("base_content_type", "object_id", "to_object_id", "content_path"))

    before = known()
    call_command("rebuild_references_index", verbosity=0)
    assert known() ^ before == set()
