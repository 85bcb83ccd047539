"""Addresses at which nothing stands any more: where they lead, and where they do not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.models import ContentPage
from tests.conftest import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
LANGUAGES = ["nl", "en", "ar", "tr", "pl", "uk"]


def page_at(slug: str, language: str = "nl") -> Any:
    return Page.objects.get(slug=slug, locale__language_code=language, depth__gt=2).specific


def leads_to(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    return answer.status_code, answer.headers.get("Location", "")


@pytest.mark.parametrize("asked", ["/nl/oud-adres/", "/nl/oud-adres", "/nl/oud-adres/?van=brief", "/NL//Oud-Adres?a=1"])
def test_a_redirect_by_hand_is_served_until_it_is_deleted(
    client: Client, cast: Cast, sign_in: SignIn, asked: str
) -> None:
    given = {"old_path": "/nl/oud-adres", "is_permanent": "on", "redirect_page": page_at("klacht").pk}
    sign_in(cast.editor).post("/beheer/redirects/add/", given)
    question = asked[asked.index("?") :] if "?" in asked else ""
    assert leads_to(client, asked) == (301, f"/nl/klacht/{question}")
    assert client.get(asked).headers["Cache-Control"] == "no-cache"
    assert client.head(asked).status_code == 301
    assert client.get("/", PATH_INFO="//nl/oud-adres/").headers["Location"] == "/nl/klacht/"
    Redirect.objects.all().delete()
    assert client.get(asked, follow=True).status_code == 404


@pytest.mark.parametrize("asked", ["/nl/café-thee/", "/nl/caf%C3%A9-thee", "/nl/caf%c3%a9-thee/"])
def test_an_address_with_letters_of_its_own_is_known_in_every_way_it_is_written(client: Client, asked: str) -> None:
    Redirect.add_redirect("/nl/café-thee", page_at("klacht"))
    assert leads_to(client, asked) == (301, "/nl/klacht/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_outside_the_languages_and_in_each_of_them(client: Client, language: str) -> None:
    Redirect.add_redirect(f"/{language}/brief", page_at("klacht", language))
    Redirect.add_redirect("/folder.html", page_at("klacht", language), is_permanent=False)
    assert leads_to(client, f"/{language}/brief") == (301, f"/{language}/klacht/")
    assert leads_to(client, "/folder.html") == (302, f"/{language}/klacht/")


def test_a_chain_is_walked_at_once_and_a_circle_leads_nowhere(client: Client) -> None:
    Redirect.add_redirect("/nl/een", f"{settings.BASE_URL}/nl/twee/")
    Redirect.add_redirect("/nl/twee", f"{settings.BASE_URL}/nl/drie")
    last = Redirect.add_redirect("/nl/drie", page_at("klacht"))
    assert leads_to(client, "/nl/een/") == (301, "/nl/klacht/")
    last.redirect_page, last.redirect_link = None, f"{settings.BASE_URL}/nl/een/"
    last.save()
    assert client.get("/nl/een/").status_code == 404


def test_a_page_that_is_off_is_no_destination_and_never_its_own(client: Client) -> None:
    page = page_at("klacht")
    Redirect.add_redirect("/nl/oud", page)
    Redirect.add_redirect("/nl/klacht", page)
    assert client.get("/nl/klacht/").status_code == 200  # a redirect never hides a page
    page.unpublish()
    assert client.get("/nl/oud/").status_code == 404
    assert client.get("/nl/klacht/").status_code == 404
    Redirect.objects.filter(old_path="/nl/klacht").delete()
    assert client.get("/nl/oud/").status_code == 404


@pytest.mark.parametrize("gone", ["/nl/bestaat-niet/", "/nl/wie-helpt/bestaat-niet/", "/folder.pdf"])
def test_an_address_of_ours_at_which_nothing_stands_is_no_destination(client: Client, gone: str) -> None:
    Redirect.add_redirect("/nl/oud", f"{settings.BASE_URL}{gone}")
    assert client.get("/nl/oud/").status_code == 404
    Redirect.objects.update(redirect_link=f"{settings.BASE_URL}/nl/vraag/?thema=geld")
    assert leads_to(client, "/nl/oud/")[0] == 301


def test_a_redirect_never_hides_a_door(client: Client) -> None:
    Redirect.add_redirect("/nl/vraag", page_at("klacht"))
    assert client.get("/nl/vraag/").status_code == 200


@pytest.mark.parametrize("asked", ["//example.org/nl/oud", "/nl/oud/../../example.org", "/nl/oud%0d%0aX:1"])
def test_nothing_of_the_request_says_where_it_leads(client: Client, asked: str) -> None:
    Redirect.add_redirect("/nl/oud", page_at("klacht"))
    answer = client.get(asked)
    assert "example.org" not in answer.headers.get("Location", "")


def test_only_the_web_is_a_destination(client: Client) -> None:
    Redirect.add_redirect("/nl/oud", "ftp://example.org/")
    assert client.get("/nl/oud/").status_code == 404
    Redirect.objects.update(redirect_link="https://example.org/pagina")
    assert leads_to(client, "/nl/oud/") == (301, "https://example.org/pagina")


def test_renamed_there_and_back_every_address_leads_to_the_page(client: Client) -> None:
    page = page_at("klacht")
    for slug in ("klachten", "klagen", "klacht"):
        page.slug = slug
        page.save_revision().publish()
        page = Page.objects.get(pk=page.pk).specific
    for code in LANGUAGES:
        assert client.get(f"/{code}/klacht/").status_code == 200
        assert leads_to(client, f"/{code}/klachten/") == (301, f"/{code}/klacht/")
        assert leads_to(client, f"/{code}/klagen/") == (301, f"/{code}/klacht/")


def test_the_kept_copy_of_an_old_address_is_gone_at_once(client: Client) -> None:
    assert client.get("/nl/klacht/").status_code == 200
    page = page_at("klacht")
    page.slug = "klachten"
    page.save_revision().publish()
    assert leads_to(client, "/nl/klacht/") == (301, "/nl/klachten/")


def test_a_deleted_page_leaves_its_addresses_to_another_in_every_language(
    client: Client, cast: Cast, sign_in: SignIn
) -> None:
    page, successor = page_at("klacht"), page_at("over-ons")
    Redirect.add_redirect("/nl/heel-oud", page)
    path = f"/beheer/pages/{page.pk}/delete/"
    assert 'name="successor"' in sign_in(cast.editor).get(path).content.decode()
    sign_in(cast.editor).post(path, {"successor": successor.pk})
    for code in LANGUAGES:
        assert leads_to(client, f"/{code}/klacht/") == (301, f"/{code}/over-ons/")
    assert leads_to(client, "/nl/heel-oud") == (301, "/nl/over-ons/")


def test_several_pages_deleted_together_leave_their_addresses_in_every_language(
    client: Client, cast: Cast, sign_in: SignIn
) -> None:
    pages, successor = [page_at("klacht"), page_at("veilig-kijken")], page_at("over-ons", "en")
    below = page_at("klacht").add_child(instance=ContentPage(title="Onder", slug="onder", summary="Kort."))
    path = f"/beheer/bulk/wagtailcore/page/delete/?id={pages[0].pk}&id={pages[1].pk}"
    editor = sign_in(cast.root)  # who may delete what has pages below it
    assert 'name="successor"' in editor.get(path).content.decode()
    off = page_at("privacy")
    off.unpublish()
    for wrong in (pages[1], below, off):
        editor.post(path, {"successor": wrong.pk})
        assert Page.objects.filter(pk__in=[page.pk for page in pages]).count() == 2
    editor.post(path, {"successor": successor.pk})
    assert not Page.objects.filter(pk__in=[page.pk for page in pages]).exists()
    for code in LANGUAGES:
        for gone in ("klacht", "klacht/onder", "veilig-kijken"):
            assert leads_to(client, f"/{code}/{gone}/") == (301, f"/{code}/over-ons/")


def test_without_a_successor_there_is_nothing(client: Client, cast: Cast, sign_in: SignIn) -> None:
    page = page_at("klacht")
    sign_in(cast.editor).post(f"/beheer/pages/{page.pk}/delete/")
    assert client.get("/nl/klacht/").status_code == 404
    assert not Redirect.objects.filter(old_path="/nl/klacht").exists()


def test_an_address_too_long_for_a_redirect_does_not_stop_who_renames() -> None:
    home = Page.objects.get(depth=2, locale__language_code="nl").specific
    page = home.add_child(instance=ContentPage(title="Lang", slug="l" * 255, summary="Kort."))
    page.slug = "kort"
    page.save()
    assert Page.objects.get(pk=page.pk).slug == "kort"
