"""How words of a page are printed."""

from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from home.cache.generation import one_request
from home.languages import TextInLanguage, direction
from home.models import ContentPage, HomePage, IndexPage
from home.pages.presenters import marked, printed
from home.text.facts import filled, read_facts
from home.text.running_text import text_key, texts_in

pytestmark = pytest.mark.django_db


def page_in(language: str, key: str = "diensten") -> Any:
    source = IndexPage.objects.get(content_key=key, locale__language_code="nl", alias_of=None)
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific


def test_a_plain_field_is_escaped() -> None:
    page = page_in("nl")
    page.summary = "Zorg & <b>geld</b>"
    with translation.override("nl"):
        assert printed(page, "summary") == "Zorg &amp; &lt;b&gt;geld&lt;/b&gt;"


def test_an_empty_field_is_nothing() -> None:
    page = page_in("nl")
    page.intro = ""
    assert printed(page, "intro") == ""


def test_a_link_to_a_door_leads_to_the_door_in_the_language_of_the_reader() -> None:
    with translation.override("ar"):
        html = printed(page_in("ar"), "intro")
    assert 'href="/ar/vraag/"' in html
    assert "/nl/" not in html


def test_links_to_pages_follow_the_language_and_cost_two_queries(django_assert_max_num_queries: Any) -> None:
    page = ContentPage.objects.get(content_key="over-ons", locale__language_code="ar", alias_of=None)
    page.locale  # noqa: B018 (read beforehand)
    page.words_language  # noqa: B018
    with translation.override("ar"), one_request():
        [fact.as_text() for fact in read_facts().values()]  # kept for every page
        page.url  # noqa: B018 (fills the cache of addresses)
        with django_assert_max_num_queries(2):
            html = printed(page, "body")
    assert 'href="/ar/wijkteams/"' in html


def test_without_links_no_anchor_is_left() -> None:
    with translation.override("nl"):
        assert "<a" not in printed(page_in("nl"), "intro", links=False)


def test_the_source_note_is_always_dutch() -> None:
    with translation.override("ar"):
        assert printed(page_in("ar"), "source_note").startswith('<span lang="nl" dir="ltr">')


def test_words_are_marked_only_for_who_reads_another_language() -> None:
    with translation.override("ar"):
        assert marked(TextInLanguage("Geld", "nl")) == '<span lang="nl" dir="ltr">Geld</span>'
        assert marked(TextInLanguage("<b>", "ar")) == "&lt;b&gt;"
    with translation.override("nl"):
        assert marked(TextInLanguage("Geld", "nl")) == "Geld"
        assert marked(TextInLanguage("مال", "ar")) == '<span lang="ar" dir="rtl">مال</span>'


def test_arabic_is_written_from_right_to_left() -> None:
    assert [direction(code) for code in ("nl", "en", "ar", "tr", "pl", "uk")] == ["ltr", "ltr", "rtl", *["ltr"] * 3]


def test_texts_are_found_in_paragraphs_lists_and_blocks() -> None:
    assert list(texts_in("<p>Een</p><ul><li>Twee</li></ul>")) == ["Een", "Twee"]
    blocks = [{"type": "notice", "value": {"heading": "Let op", "text": "<p>Nu</p>"}, "id": "abc"}]
    assert list(texts_in(blocks)) == ["Let op", "Nu"]


def test_a_text_without_letters_of_its_own_belongs_to_no_language() -> None:
    assert text_key(" {fact:noodnummer} 24/7 ") == ""
    assert text_key("Bel\n nu") == text_key("Bel nu") != ""


def test_the_furniture_works_on_a_page_that_is_no_page() -> None:
    source = (
        "{% load words %}{% municipality as m %}{{ m.name }}|{{ m.phone_link }}|{% home_page as h %}{{ h.url }}|"
        "{% alternates as all %}{% for a in all %}{{ a.url }} {% endfor %}"
    )
    with translation.override("ar"):
        out = Template(source).render(Context({"request": RequestFactory().get("/ar/vraag/volgen/")}))
    name, phone, url, alternates = out.split("|")
    assert (name, phone, url) == ("Zwolle", "", "/ar/")
    assert "/uk/vraag/volgen/" in alternates


def test_a_translated_home_page_lists_its_pages_in_few_queries(django_assert_max_num_queries: Any) -> None:
    home = HomePage.objects.get(content_key="home", locale__language_code="nl")
    with django_assert_max_num_queries(6):
        titles = [printed(page, "title") for page in home.listing]
    assert len(titles) >= 4


class Quoted:
    """A fact whose value would break a tag."""

    def as_text(self) -> str:
        return '"><img src=x onerror=alert(1)>'

    def as_html(self, *, links: bool) -> str:
        return '<bdi><a href="tel:112">112</a></bdi>' if links else "<bdi>112</bdi>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("bel {fact:x}", 'bel <bdi><a href="tel:112">112</a></bdi>'),
        ('<a href="/nl/">bel {fact:x}</a>', '<a href="/nl/">bel <bdi>112</bdi></a>'),
        ('<a href="{fact:x}">bel</a>', "<a>bel</a>"),
        ('<a href="https://example.org/{fact:x}/" dir="ltr">bel</a>', '<a dir="ltr">bel</a>'),
        ('<img alt="{fact:x}">', '<img alt="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">'),
        ('<img alt="{fact:weg}">weg: {fact:weg}', '<img alt="">weg: '),
    ],
)
def test_a_fact_is_filled_in_as_text_and_never_as_a_tag_or_an_address(html: str, expected: str) -> None:
    assert filled(html, {"x": Quoted()}) == expected
