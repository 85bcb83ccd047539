"""Guides with their parts, questions often asked, and what a theme shows of both."""

import pytest
from django.test import Client

from services.models import FaqPage, GuidePage, Theme, ThemePage
from services.themes.related import related
from tests.markup import one_line
from tests.some import some

pytestmark = pytest.mark.django_db

GUIDE = "/nl/zelf-regelen/geldzaken-op-orde/"


def guide(slug: str, language: str = "nl") -> GuidePage:
    found: GuidePage = GuidePage.objects.get(slug=slug, locale__language_code=language)
    return found


@pytest.mark.once
def test_a_guide_leads_into_its_parts_and_they_lead_on(client: Client) -> None:
    whole = guide("geldzaken-op-orde")
    first, second, last = whole.parts
    assert whole.part_before is None
    assert whole.part_after == first
    for part, before, after in ((first, whole, second), (second, first, last), (last, second, None)):
        page = guide(part.slug)
        assert page.whole == whole
        assert page.part_before == before
        assert page.part_after == after


@pytest.mark.once
def test_a_part_shows_where_it_stands(client: Client) -> None:
    html = one_line(client.get(f"{GUIDE}overzicht-maken/").content.decode())
    assert html.count('aria-current="page"') >= 1
    assert f'href="{GUIDE}post-en-rekeningen/" rel="prev"' in html
    assert f'href="{GUIDE}hulp-bij-schulden/" rel="next"' in html


@pytest.mark.once
def test_a_part_is_about_what_its_guide_is_about(client: Client) -> None:
    page = guide("overzicht-maken")
    assert page.theme is None
    assert page.subject == Theme.objects.get(slug="geld")
    assert "?thema=geld" in client.get(f"{GUIDE}overzicht-maken/").content.decode()


@pytest.mark.once
def test_the_steps_are_a_numbered_list_and_the_moment_to_ask_is_told(client: Client) -> None:
    html = one_line(client.get(f"{GUIDE}post-en-rekeningen/").content.decode())
    assert '<ol class="steps">' in html
    assert 'class="ask-when' in html


@pytest.mark.once
def test_a_guide_without_parts_has_no_list_of_parts(client: Client) -> None:
    html = one_line(client.get("/nl/zelf-regelen/gesprek-voorbereiden/").content.decode())
    assert 'class="parts"' not in html
    assert 'class="part-links"' not in html


@pytest.mark.once
def test_a_theme_shows_its_services_guides_and_questions(client: Client) -> None:
    html = one_line(client.get("/nl/onderwerpen/hulp-thuis/").content.decode())
    for path in (
        "/nl/diensten/hulp-en-zorg-thuis/",
        "/nl/zelf-regelen/gesprek-voorbereiden/",
        "/nl/veelgestelde-vragen/gesprek-thuis/",
    ):
        assert f'href="{path}"' in html


@pytest.mark.once
def test_a_part_of_a_guide_stands_not_by_itself_under_the_theme() -> None:
    assert [card.title for card in related("geld", "nl").guides] == ["Uw geldzaken op orde"]


def test_what_is_unpublished_or_closed_stands_under_no_theme() -> None:
    page = FaqPage.objects.get(slug="gesprek-thuis", locale__language_code="nl")
    assert related("hulp-thuis", "nl").faqs
    page.unpublish()
    assert page.title not in [card.title for card in related("hulp-thuis", "nl").faqs]


@pytest.mark.once
def test_a_theme_that_no_page_names_shows_nothing() -> None:
    assert not related("bestaat-niet", "nl")


@pytest.mark.once
def test_the_cards_of_a_language_know_which_words_are_dutch() -> None:
    turkish = related("hulp-thuis", "tr")
    assert {card.title.lang for card in turkish.services} == {"nl"}
    assert all(card.url.startswith("/tr/") for card in some(turkish.services))


@pytest.mark.once
def test_every_theme_page_is_served(client: Client) -> None:
    pages = ThemePage.objects.live().filter(locale__language_code__in=["nl", "ar"])
    assert len(pages) > 10
    for page in some(pages):
        assert client.get(page.url).status_code == 200
