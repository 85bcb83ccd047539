"""What a translated sentence may hold, whichever way it comes in, and that nothing else becomes markup."""

import io
from collections.abc import Callable
from typing import Any
from unittest import mock

import polib
import pytest
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils import translation as language
from wagtail.rich_text import RichText
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.strings import StringValue

from home.text.rich_text import cleaned
from home.translation.string_rules import markup_in, refusal, refusal_of_address
from home.translation.strings import look_again
from services.models import ServicePage

pytestmark = pytest.mark.once
KEY = "dienst-informatie-en-advies"
LIVE = (
    "<!-- comment -->woorden",
    "<!--><img src=x onerror=alert(1)>-->woorden",
    "<![CDATA[<img src=x onerror=alert(1)>]]>woorden",
    "<!DOCTYPE html>woorden",
    "<?php echo 1 ?>woorden",
    "<!woorden",
    "woorden <!--",
)
OTHER = (
    "<b>vet",
    "vet</b>",
    "<b><i>vet</b></i>",
    "<b onclick='x()'>vet</b>",
    '<b style="color:red">vet</b>',
    '<a href="javascript:alert(1)">vet</a>',
    "<a>nergens</a>",
    "<script>alert(1)</script>vet",
    "<svg/onload=alert(1)>vet",
    "<b/onclick=alert(1)>vet</b>",
    "<img src=x",
    "vet <b",
    "</br>vet",
    '<b id="b1">vet</b>',
    "nul\x00",
    "om\u202egekeerd",
    "om&#x202e;gekeerd",
    "\u2066los\u2069",
    "\x07bel",
    "",
    "  \u200b ",
    "<br/>",
    "\u3164",
)
GOOD = (
    *("woorden", "A &amp; B", "5 < 6 en 7 > 6", "<b>vet</b> en <em>schuin</em>", "regel<br/>regel"),
    *("مرحبا\u200f", "می\u200cخواهم"),
)


@pytest.mark.parametrize("data", [*LIVE, *OTHER])
def test_what_is_no_plain_sentence_is_refused(data: str) -> None:
    assert refusal("woorden", data, rich=True)
    assert refusal("woorden", data, rich=False)


@pytest.mark.parametrize("data", GOOD)
def test_a_sentence_with_ordinary_marks_is_accepted(data: str) -> None:
    assert refusal("woorden", data, rich=True) == ""


def test_a_plain_text_has_no_marks() -> None:
    assert "<b>" in refusal("woorden", "<b>vet</b>", rich=False)
    assert refusal("woorden", "regel<br/>regel", rich=False) == ""


def test_the_fact_that_is_lost_or_added_is_named() -> None:
    assert "{fact:x}" in refusal("bel {fact:x}", "bel", rich=True)
    assert "{fact:y}" in refusal("bel {fact:x}", "bel {fact:x} {fact:y}", rich=True)
    assert "{fact:x}" in refusal("bel {fact:x}", "bel {fact:x} {fact:x}", rich=True)
    assert "{fact:x}" in refusal("bel {fact:x}", "bel { fact:x }", rich=True)
    assert refusal("bel {fact:x}", "{fact:x} bellen", rich=True) == ""


def test_the_link_that_is_lost_is_named() -> None:
    source = 'lees <a id="a1">de <b>regels</b></a> en <a id="a2">meer</a>'
    assert "de regels" in refusal(source, 'read <a id="a2">more</a>', rich=True)
    assert refusal(source, 'read <a id="a2">more</a> and <a id="a1">rules</a>', rich=True) == ""


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:x", "java\nscript:x", "data:text/html,x", "", "{fact:x}"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    assert refusal_of_address(address)


@pytest.mark.parametrize("address", ["https://example.org/", "/nl/vraag/", "mailto:a@example.org", "tel:0381234567"])
def test_an_address_is_accepted(address: str) -> None:
    assert refusal_of_address(address) == ""


def test_words_out_of_a_file_hold_no_markup() -> None:
    assert markup_in("<!-- x -->")
    assert markup_in("<b>x</b>")
    assert markup_in("om\u202egekeerd")
    assert markup_in("<img src=x>")
    assert markup_in("minder dan <mail uw naam> <https://example.org/?a=b>") == ""


# --- how it is printed ------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [*LIVE, *OTHER])
def test_whatever_stands_in_the_database_is_printed_without_live_markup(data: str) -> None:
    for html in (cleaned(f"<p>{data}</p>"), str(RichText(f"<p>{data}</p>"))):
        for live in ("<!", "<?", "<script", "<img", "<svg", "onclick=", "style=", "javascript:"):
            assert live not in html.replace("&lt;!", "")


def test_ordinary_text_is_printed_as_it_was() -> None:
    html = '<p>Een <b>vet</b> woord, <a href="/nl/vraag/">een link</a> en {fact:x}.</p><ul><li>een</li></ul>'
    assert cleaned(html) == html


# --- every way in -----------------------------------------------------------------------------------------


class Hostile(BaseMachineTranslator):
    """A machine that gives back markup of its own."""

    display_name = "Hostile"

    def translate(self, source_locale: Any, target_locale: Any, strings: Any) -> dict[Any, StringValue]:
        return {string: StringValue("<!-- <img src=x onerror=alert(1)> -->words") for string in strings}

    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        return True


def page_in(code: str) -> ServicePage:
    source = ServicePage.objects.get(content_key=KEY, locale__language_code="nl", alias_of=None)
    return source.get_translations(inclusive=True).get(locale__language_code=code).specific


def into_english() -> Translation:
    return Translation.objects.get(source__object_id=page_in("nl").translation_key, target_locale__language_code="en")


def segment(path: str = "summary") -> StringSegment:
    return StringSegment.objects.filter(source=into_english().source, context__path=path).order_by("order").first()


def kept(place: StringSegment) -> StringTranslation:
    return StringTranslation.objects.get(
        translation_of=place.string, context=place.context, locale=page_in("en").locale
    )


@pytest.fixture
def desk(client: Client, django_user_model: Any) -> Client:
    person = django_user_model.objects.create_superuser("vertaler")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def type_into(desk: Client, place: StringSegment, value: str) -> Any:
    """What the translation editor sends for one sentence."""
    return desk.put(
        f"/beheer/localize/translate/{into_english().pk}/strings/{place.pk}/edit/",
        encode_multipart(BOUNDARY, {"value": value}),
        content_type=MULTIPART_CONTENT,
    )


def upload(desk: Client, entries: dict[tuple[str, str], str], raw: bytes = b"") -> Any:
    po = polib.POFile()
    po.metadata = {
        "Content-Type": "text/plain; charset=utf-8",
        "X-WagtailLocalize-TranslationID": str(into_english().uuid),
    }
    for (context, text), words in entries.items():
        po.append(polib.POEntry(msgid=text, msgctxt=context, msgstr=words))
    file = io.BytesIO(raw or str(po).encode())
    file.name = "en.po"
    return desk.post(
        f"/beheer/localize/translate/{into_english().pk}/pofile/upload/",
        {"file": file, "next": "/beheer/"},
        follow=True,
    )


def publish_english(desk: Client, commits: Callable[..., Any]) -> str:
    with commits(execute=True):
        desk.post(f"/beheer/pages/{page_in('en').pk}/edit/", {"action": "publish"}, follow=True)
    with language.override("en"):
        return Client().get(page_in("en").url).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("data", [LIVE[1], LIVE[2], OTHER[3], OTHER[15], "", "<b>vet"])
def test_typed_in_the_translation_editor_it_is_refused_beside_its_field(
    desk: Client, data: str, django_capture_on_commit_callbacks: Any
) -> None:
    before = page_in("en").summary
    answer = type_into(desk, segment(), data).json()
    assert answer["error"]
    assert kept(segment()).has_error
    shown = publish_english(desk, django_capture_on_commit_callbacks)
    assert page_in("en").summary == before
    assert "onerror" not in shown


@pytest.mark.django_db
def test_mended_it_is_accepted(desk: Client, django_capture_on_commit_callbacks: Any) -> None:
    type_into(desk, segment(), LIVE[0])
    assert type_into(desk, segment(), "Good words").json()["error"] is None
    publish_english(desk, django_capture_on_commit_callbacks)
    assert page_in("en").summary == "Good words"


@pytest.mark.django_db
def test_a_byte_that_is_no_letter_is_no_error_of_the_server(desk: Client) -> None:
    answer = type_into(desk, segment(), "woor\x00den")
    assert answer.status_code == 200
    assert answer.json()["data"] == "woorden"
    assert upload(desk, {}, raw=b'msgid "a\x00"\nmsgstr "b"\n').status_code == 200


@pytest.mark.django_db
def test_out_of_a_file_it_is_refused_and_told(desk: Client, django_capture_on_commit_callbacks: Any) -> None:
    place = segment()
    answer = upload(desk, {("summary", place.string.data): LIVE[1]})
    assert place.string.as_value().render_text()[:30] in answer.content.decode()
    assert kept(place).has_error
    assert "onerror" not in publish_english(desk, django_capture_on_commit_callbacks)


@pytest.mark.django_db
def test_out_of_a_machine_it_is_refused(desk: Client, django_capture_on_commit_callbacks: Any) -> None:
    place = segment()
    kept(place).delete()
    with mock.patch("wagtail_localize.views.edit_translation.get_machine_translator", return_value=Hostile({})):
        desk.post(f"/beheer/localize/translate/{into_english().pk}/machine_translate/", {"next": "/beheer/"})
    assert kept(place).has_error
    assert "onerror" not in publish_english(desk, django_capture_on_commit_callbacks)


@pytest.mark.django_db
def test_another_address_for_a_link_is_held_to_the_same(desk: Client) -> None:
    link = next(
        each for each in OverridableSegment.objects.select_related("context") if each.context.path.endswith("'")
    )
    into = Translation.objects.filter(source=link.source).first()
    address = f"/beheer/localize/translate/{into.pk}/overrides/{link.pk}/edit/"
    for value, refused in (("javascript:alert(1)", True), ("https://example.org/", False)):
        answer = desk.put(address, encode_multipart(BOUNDARY, {"value": value}), content_type=MULTIPART_CONTENT)
        assert bool(answer.json()["error"]) is refused
        assert SegmentOverride.objects.get(context=link.context, locale=into.target_locale).has_error is refused


@pytest.mark.django_db
def test_what_was_in_the_database_before_is_found_at_the_upgrade() -> None:
    place = kept(segment())
    StringTranslation.objects.filter(pk=place.pk).update(data=LIVE[1], has_error=False)
    assert look_again() == 1
    place.refresh_from_db()
    assert place.has_error
    assert place.field_error
    assert look_again() == 0


@pytest.mark.django_db
def test_what_stands_on_a_live_page_already_is_harmless() -> None:
    page = page_in("en")
    type(page).objects.filter(pk=page.pk).update(what=f"<p>{LIVE[1]}</p>")
    with language.override("en"):
        shown = Client().get(page.url).content.decode()
    assert "onerror" not in shown
