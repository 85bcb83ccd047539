"""The kept tree of pages says what the pages say themselves, and after a change at once what they say then."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation
from wagtail.models import Page

from home.cache.generation import one_request
from home.models import ContentPage
from home.pages.tree import addresses_of, tree
from tests.home.in_six_languages import page_at
from tests.some import some

pytestmark = pytest.mark.django_db


@pytest.mark.once
@pytest.mark.reads
def test_every_page_stands_in_the_tree_as_it_says_itself() -> None:
    pages = list(Page.objects.filter(depth__gt=1).select_related("locale").order_by("path"))
    with one_request():
        known = tree()
        assert set(known.by_number) == {page.pk for page in pages}
        for page in some(pages):
            there = known.by_number[page.pk]
            assert there.language == page.locale.language_code
            assert there.url == Page(url_path=page.url_path).get_url_parts()[2]
            assert page.specific_class(url_path=page.url_path).url == there.url
            assert there.words_language == page.specific.words_language
            assert (known.live_at(page.url_path) == there) is page.live
            below = [each.pk for each in pages if each.live and each.path[:-4] == page.path]
            assert [each.pk for each in known.live_below(page.path)] == below
            same = {each.pk for each in pages if each.live and each.translation_key == page.translation_key}
            assert {each.pk for each in known.live_versions(page.translation_key)} == same


@pytest.mark.once
@pytest.mark.reads
def test_an_address_is_that_in_the_language_of_the_reader_and_empty_where_there_is_none() -> None:
    dutch = page_at("klacht")
    with translation.override("ar"):
        assert addresses_of([dutch.pk, 0, 10**9]) == {dutch.pk: "/ar/klacht/", 0: "", 10**9: ""}


def links_of(html: str) -> set[Any]:
    return {link.get("href") for link in BeautifulSoup(html, "html.parser").main.find_all("a")}


def test_a_link_in_a_text_goes_along_with_its_page_at_once() -> None:
    target, home = page_at("klacht"), page_at("over-ons").get_parent()
    text = [("paragraph", f'<p><a linktype="page" id="{target.pk}">daar</a></p>')]
    page = home.add_child(instance=ContentPage(title="Wijst", slug="wijst", summary="Kort.", body=text))

    def seen() -> set[Any]:
        return links_of(Client().get(page.url).content.decode())

    assert "/nl/klacht/" in seen()
    target.move(page_at("over-ons"), pos="last-child")
    assert "/nl/over-ons/klacht/" in seen()
    page_at("klacht").unpublish()
    assert {"/nl/over-ons/klacht/", "/nl/klacht/"}.isdisjoint(seen())
    page_at("klacht").save_revision().publish()
    assert "/nl/over-ons/klacht/" in seen()


def test_a_language_that_comes_or_goes_is_in_the_switch_at_once() -> None:
    def switch() -> set[Any]:
        soup = BeautifulSoup(Client().get("/nl/over-ons/").content, "html.parser")
        return {link["href"] for link in soup.header.find_all("a", hreflang=True)}

    assert "/en/over-ons/" in switch()
    page_at("over-ons", "en").unpublish()
    assert "/en/over-ons/" not in switch()
    page_at("over-ons", "en").save_revision().publish()
    assert "/en/over-ons/" in switch()
