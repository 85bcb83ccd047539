"""What an editor closed in Dutch is closed in every language, wherever it could be found."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from home.pages.closed import open_to_all
from home.pages.sitemap import published_pages
from home.search.selectors import find

pytestmark = pytest.mark.django_db

SERVICE = "diensten/jeugdhulp/"
LANGUAGES = ["nl", "en", "ar", "tr"]  # the source, two translations, a fallback
# Both databases find a translation as they find the source.
READ = ["nl", pytest.param("en", marks=pytest.mark.once), pytest.param("ar", marks=pytest.mark.once), "tr"]


def page_at(slug: str, language: str = "nl") -> Page:
    return Page.objects.get(slug=slug, locale__language_code=language, depth__gt=2)


def close(slug: str, language: str = "nl") -> None:
    PageViewRestriction.objects.create(page=page_at(slug, language), restriction_type="login")


@pytest.mark.parametrize("language", READ)
def test_a_closed_page_is_closed_in_every_language(client: Client, language: str) -> None:
    assert client.get(f"/{language}/{SERVICE}").status_code == 200
    close("jeugdhulp")
    assert client.get(f"/{language}/{SERVICE}").status_code == 302
    assert client.get(f"/{language}/over-ons/").status_code == 200


@pytest.mark.parametrize("language", READ)
def test_so_is_what_stands_below_a_closed_page(client: Client, language: str) -> None:
    close("diensten")
    assert client.get(f"/{language}/{SERVICE}").status_code == 302


def test_a_page_closed_in_one_translation_is_open_in_the_others(client: Client) -> None:
    close("jeugdhulp", "ar")
    assert client.get(f"/ar/{SERVICE}").status_code == 302
    assert client.get(f"/nl/{SERVICE}").status_code == 200
    assert client.get(f"/en/{SERVICE}").status_code == 200


def test_opened_again_it_is_open_everywhere(client: Client) -> None:
    close("jeugdhulp")
    assert client.get(f"/ar/{SERVICE}").status_code == 302
    PageViewRestriction.objects.all().delete()
    assert client.get(f"/ar/{SERVICE}").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_and_sitemap_leave_out_a_closed_page(language: str) -> None:
    page = page_at("jeugdhulp", language).specific
    assert page.pk in {hit.page.pk for hit in find(page.title, language).hits}
    assert any(each.address.endswith(f"/nl/{SERVICE}") for each in published_pages())
    close("jeugdhulp")
    assert page.pk not in {hit.page.pk for hit in find(page.title, language).hits}
    assert not any(each.address.endswith(SERVICE) for each in published_pages())


def test_what_is_open_to_all_costs_nothing_while_it_is_known(django_assert_num_queries: Any) -> None:
    close("jeugdhulp")
    open_to_all(Page.objects.all())
    with django_assert_num_queries(1):  # whether anything was published since
        open_to_all(Page.objects.all())


@pytest.mark.parametrize("language", ["nl", pytest.param("ar", marks=pytest.mark.once)])
def test_no_list_no_poster_and_no_choice_tells_of_it(client: Client, language: str, tmp_path: Any) -> None:
    title = page_at("geld", language).title
    poster = f"/{language}/drukwerk/geld/oost/poster.pdf"
    assert client.get(poster).status_code == 200
    before = client.get(f"/{language}/onderwerpen/").content.decode()
    assert f'href="/{language}/onderwerpen/geld/"' in before
    close("geld")
    assert client.get(poster).status_code == 404
    for path in ("", "onderwerpen/", "wie-helpt/", "vraag/", "zoeken/?q=geld", "organisaties/", "diensten/"):
        shown = client.get(f"/{language}/{path}").content.decode()
        assert f"/{language}/onderwerpen/geld/" not in shown, path
    assert title not in client.get(f"/{language}/onderwerpen/").content.decode()


def test_a_page_that_is_off_in_dutch_gives_no_poster_in_any_language(client: Client) -> None:
    page_at("geld").specific.unpublish()
    for language in LANGUAGES:
        assert client.get(f"/{language}/drukwerk/geld/oost/poster.pdf").status_code == 404
        assert f"/{language}/onderwerpen/geld/" not in client.get(f"/{language}/onderwerpen/").content.decode()


def test_who_may_read_a_closed_list_sees_what_is_on_it() -> None:
    page = page_at("diensten").specific
    close("diensten")
    close("jeugdhulp")
    listed = [each.slug for each in page.listing]
    assert listed
    assert "jeugdhulp" not in listed
