"""A page and all that stands around it are read together: the same page as Wagtail's, in few queries."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site

from home.models import BasePage
from home.pages.fields import PageFields
from home.pages.selectors import load_pages, page_types
from home.pages.serving import home_page_of, page_at
from services.models import LocationPage, ServicePage
from tests.some import some

pytestmark = pytest.mark.django_db

MOST = 6
SERVICE = "diensten/jeugdhulp/"
SENSITIVE = "diensten/zorgen-melden/"


def in_another(language: str) -> Any:
    """A language whose pages are read with the same queries as the Dutch ones."""
    return pytest.param(language, marks=pytest.mark.once)


LANGUAGES = ["nl", *map(in_another, ("en", "ar", "tr", "pl", "uk"))]


def at(language: str, path: str) -> BasePage | None:
    with translation.override(language):
        return page_at(RequestFactory().get(f"/{language}/{path}"), path)


@pytest.mark.reads
@pytest.mark.once
@pytest.mark.parametrize("path", ["", SERVICE, SENSITIVE, "onderwerpen/geld/", "onderwerpen/veilig/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_costs_at_most_six_queries(
    client: Client, language: str, path: str, django_assert_max_num_queries: Any
) -> None:
    client.get(f"/{language}/{path}")  # rows that many pages show are kept until something published changes
    with django_assert_max_num_queries(MOST):
        assert client.get(f"/{language}/{path}").status_code == 200


@pytest.mark.once
def test_every_page_is_the_one_that_wagtail_would_find() -> None:
    # The same for all pages of one parent, and for one page in all languages: read slowly once.
    above: dict[str, list[BasePage]] = {}
    versions: dict[Any, set[int]] = {}
    for language in ("nl", "ar", "tr"):
        pages = Page.objects.live().filter(locale__language_code=language, depth__gt=1).specific()
        assert len(pages) > 30
        for expected in some(pages):
            path = expected.url.removeprefix(f"/{language}/")
            found = at(language, path)
            assert found == expected
            assert type(found) is type(expected)
            slow = type(expected).objects.get(pk=expected.pk)
            parent = slow.path[: -slow.steplen]
            if parent not in above:
                above[parent] = slow.above
            if slow.translation_key not in versions:
                versions[slow.translation_key] = {each.pk for each in slow.versions}
            assert found.listing == slow.listing
            assert found.above == above[parent]
            assert found.words_language == slow.words_language
            assert {each.pk for each in found.versions} == versions[slow.translation_key]


def page_title(language: str, slug: str) -> str:
    return str(Page.objects.get(slug=slug, locale__language_code=language, depth=3).title)


@pytest.mark.once
def test_what_stands_around_a_page_asks_for_nothing_more(django_assert_num_queries: Any) -> None:
    page = at("tr", SERVICE)
    assert isinstance(page, ServicePage)
    title = page_title("tr", "diensten")
    with django_assert_num_queries(0):
        assert [above.title for above in page.above][1:] == [title]
        assert page.above[0].listing
        assert page.theme.slug == "kind"
        assert page.is_fallback
        assert not page.get_view_restrictions()
        assert [each.language for each in page.versions if not each.is_fallback] == ["nl", "en", "ar"]


def test_a_draft_is_not_there(client: Client) -> None:
    ServicePage.objects.get(slug="jeugdhulp", locale__language_code="nl").unpublish()
    assert at("nl", SERVICE) is None
    assert client.get(f"/nl/{SERVICE}").status_code == 404


def test_a_page_below_one_that_was_taken_off_is_there_as_before(client: Client) -> None:
    Page.objects.get(slug="diensten", locale__language_code="nl", depth=3).unpublish()
    assert client.get(f"/nl/{SERVICE}").status_code == 200
    assert [above.depth for above in client.get(f"/nl/{SERVICE}").context["crumbs"]] == [2]


def test_a_closed_page_stays_closed_and_so_does_what_stands_below_it(client: Client) -> None:
    above = Page.objects.get(slug="diensten", locale__language_code="nl", depth=3)
    PageViewRestriction.objects.create(page=above, restriction_type="login")
    assert client.get(f"/nl/{SERVICE}").status_code == 302
    assert client.get("/nl/over-ons/").status_code == 200


def test_a_fallback_of_a_closed_page_is_closed_too(client: Client) -> None:
    page = Page.objects.get(slug="privacy", locale__language_code="nl", depth=3)
    assert client.get("/tr/privacy/").status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get("/tr/privacy/").status_code == 302


def test_with_a_second_site_wagtail_tells_them_apart(client: Client) -> None:
    other = Page.objects.get(slug="over-ons", locale__language_code="nl")
    Site.objects.create(hostname="ander.example.org", root_page=other)
    try:
        assert at("nl", SERVICE) is None
        for path in (SERVICE, "zoeken/"):
            response = client.get(f"/nl/{path}")
            assert response.status_code == 200
            assert b'/nl/onderwerpen/"' in response.content.split(b"<main")[0]
    finally:
        Site.clear_site_root_paths_cache()  # the database forgets the site by itself, the cache does not


@pytest.mark.once
@pytest.mark.parametrize("path", ["bestaat-niet/", "diensten/bestaat-niet/", "jeugdhulp/", "diensten/jeugdhulp/meer/"])
def test_an_address_without_a_page_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/nl/{path}").status_code == 404


@pytest.mark.once
def test_pages_are_read_in_a_query_per_type_however_many_there_are(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1 + len(page_types())):
        pages = load_pages(Page.objects.all())
        assert {type(page) for page in pages} == set(page_types())
        places = [page.location.district.colour for page in pages if isinstance(page, LocationPage)]
    assert len(places) == 30
    assert len(pages) == Page.objects.filter(depth__gt=1).count()


def test_a_page_that_is_deleted_while_they_are_read_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = Page.objects.filter(slug__in=["privacy", "over-ons"], locale__language_code="nl", depth=3)
    assert len(load_pages(pages)) == 2

    def deleted_meanwhile() -> tuple[type[PageFields], ...]:
        Page.objects.get(slug="privacy", locale__language_code="nl", depth=3).delete()
        return page_types()

    monkeypatch.setattr("home.pages.selectors.page_types", deleted_meanwhile)
    assert [page.slug for page in load_pages(pages)] == ["over-ons"]


def test_the_menu_is_read_again_only_when_something_is_published(
    client: Client, django_assert_num_queries: Any
) -> None:
    def menu() -> str:
        return client.get("/nl/zoeken/").content.decode().split("<main", maxsplit=1)[0]

    menu()
    with django_assert_num_queries(1):  # whether anything was published
        assert ">Nieuwe naam<" not in menu()
    page = Page.objects.get(slug="diensten", locale__language_code="nl").specific
    page.title = "Nieuwe naam"
    page.save_revision().publish()
    assert "Nieuwe naam" in menu()
    page.unpublish()
    assert "Nieuwe naam" not in menu()


@pytest.mark.once
def test_who_reads_a_closed_page_has_it_in_the_menu_and_nobody_else() -> None:
    closed = Page.objects.get(slug="diensten", locale__language_code="nl", depth=3)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)

    def menu(path: str) -> set[int]:
        request = RequestFactory().get(f"/nl/{path}")
        with translation.override("nl"):
            assert page_at(request, path) is not None
            home = home_page_of(request)
        assert home is not None
        return {each.pk for each in home.listing}

    for _time in range(2):  # whoever came first
        assert closed.pk not in menu("onderwerpen/")
        assert closed.pk in menu("diensten/")
    assert menu("diensten/") == menu("onderwerpen/") | {closed.pk}
