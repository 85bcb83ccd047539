"""Addresses as people type them, and paths that are longer than any of ours."""

import unicodedata
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.mistyped_addresses import as_meant

pytestmark = pytest.mark.django_db


@pytest.mark.once
@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("/NL/VRAAG/", "/nl/vraag/"),
        ("/Nl/Onderwerpen/Geld/", "/nl/onderwerpen/geld/"),
        ("/NL", "/nl/"),
        ("/nl//onderwerpen//geld/", "/nl/onderwerpen/geld/"),
        ("/nl/onderwerpen/geld.", "/nl/onderwerpen/geld/"),
        ("/nl/onderwerpen/geld/.", "/nl/onderwerpen/geld/"),
        ("/nl/onderwerpen/geld%20", "/nl/onderwerpen/geld/"),
        ("/nl/onderwerpen/geld/%20", "/nl/onderwerpen/geld/"),
        ("/nl/onderwerpen/geld/%E2%80%8B", "/nl/onderwerpen/geld/"),
        ("/nl/onderwerpen/geld/),", "/nl/onderwerpen/geld/"),
        ("/%20nl/vraag/", "/nl/vraag/"),
        ("/nl/Wie-Helpt/", "/nl/wie-helpt/"),
        ("/ROBOTS.TXT", "/robots.txt"),
        ("/sitemap.xml/", "/sitemap.xml"),
        ("/nl/drukwerk/Geld/Oost/Poster.PDF", "/nl/drukwerk/geld/oost/poster.pdf"),
        ("/BEHEER/", "/beheer/"),
        ("/index.html", "/"),
        ("/nl/index.php", "/nl/"),
        ("/NL/Onderwerpen//Geld/Index.HTM", "/nl/onderwerpen/geld/"),
        ("/nl/onderwerpen/geld", "/nl/onderwerpen/geld/"),
        ("/beheer/vragen", "/beheer/vragen/"),
        ("/." + "/" * 900, "/"),
    ],
)
def test_an_address_that_was_typed_in_another_way_leads_to_its_page(client: Client, typed: str, page: str) -> None:
    response = client.get(typed + "?q=Geld%20en", follow=False)
    assert (response.status_code, response["Location"]) == (301, page + "?q=Geld%20en")
    assert client.get(page).status_code in (200, 302)


@pytest.mark.once
def test_two_slashes_in_front_lead_to_the_page(client: Client) -> None:
    response = client.get("/", PATH_INFO="//nl/vraag/")
    assert (response.status_code, response["Location"]) == (301, "/nl/vraag/")


def test_letters_that_were_taken_apart_are_put_together(client: Client) -> None:
    page = Page.objects.get(slug="klacht", locale__language_code="nl")
    Page.objects.filter(pk=page.pk).update(slug="café", url_path=page.url_path.replace("klacht", "café"))
    apart = unicodedata.normalize("NFD", "/nl/café/")
    response = client.get(apart)
    assert (response.status_code, response["Location"]) == (301, "/nl/caf%C3%A9/")
    assert client.get("/nl/caf%C3%A9/").status_code == 200


@pytest.mark.once
def test_the_page_cache_changes_nothing_of_it(client: Client, settings: Any) -> None:
    settings.PAGE_CACHE_BYTES = 1_000_000
    for _time in range(2):
        assert client.get("/nl/klacht/").status_code == 200
        assert client.get("/NL/Klacht/")["Location"] == "/nl/klacht/"


@pytest.mark.once
@pytest.mark.parametrize(
    "typed",
    ["//evil.example/", "//evil.example", "///evil.example/%2e%2e", "/%5Cevil.example/", "/%5C%5Cevil.example/nl/",
     "//evil.example/nl/vraag/", "/nl//evil.example/", "/https://evil.example/", "/%0d%0aLocation:%20//evil.example/",
     "/%2F/evil.example/", "//NL/VRAAG//evil.example/"],
)  # fmt: skip
def test_nobody_is_sent_to_another_host(client: Client, typed: str) -> None:
    # The client of the tests would take what follows on two slashes for a host.
    response = client.get("/", PATH_INFO=unquote(typed))
    for _time in range(3):
        if response.status_code != 301:
            break
        where = response["Location"]
        assert where.startswith("/")
        assert not where.startswith(("//", "/\\"))
        response = client.get(where)
    assert response.status_code in (200, 404)


MISSING = [
    "/NL/BESTAAT-NIET/", "/nl/bestaat-niet", "/nl//bestaat-niet/", "/nl/bestaat-niet/index.html", "/nl/bestaat-niet...",
    "/xx/vraag/", "/XX/VRAAG/", "/nl/İstanbul/", "/nl/../../vraag/", "/%FF/", "/nl/%ff/", "/nl/%00x/",
    "/nl/vraag;/x", "/nl/a b/", "/media/Images/X.JPG", "/nl/ß/", "/nl/ﬁ/", "/beheer/nonsens",
    "/BEHEER/Nonsens/", "/nl/wie-helpt/<script>/", "/nl/wie-helpt/%3CScript%3E/", "/nl/Wie-Helpt/Geld/Bestaat-Niet",
    "/nl/drukwerk/Geld/Nergens/poster.pdf", "/nl/drukwerk/geld/oost/Raambiljet.pdf", "/DOCUMENTEN/999999/Brief.pdf",
    "/documenten/999999/brief.pdf/", "/API/hsds/services/999999", "/SC.xml", "/sc.xml/", "/nl/onderwerpen/GELD/niets/",
]  # fmt: skip


@pytest.mark.once
@pytest.mark.parametrize("typed", MISSING)
def test_nobody_is_sent_on_to_nothing(client: Client, typed: str) -> None:
    assert client.get(typed).status_code == 404


def test_an_old_address_is_found_as_it_was_meant_and_leads_to_its_page_at_once(client: Client) -> None:
    Redirect.add_redirect("/nl/oud-adres", Page.objects.get(slug="klacht", locale__language_code="nl"))
    Redirect.add_redirect("/folder.html", Page.objects.get(slug="klacht", locale__language_code="nl"), False)
    for typed in ("/NL/Oud-Adres", "/nl//oud-adres/", "/nl/oud-adres."):
        response = client.get(typed)
        assert (response.status_code, response["Location"]) == (301, "/nl/klacht/"), typed
    assert client.get("/Folder.HTML").status_code == 302


@pytest.mark.once
def test_what_is_sent_is_not_sent_on(client: Client) -> None:
    assert client.post("/NL/VRAAG/", {"text": "x"}).status_code == 404


def test_an_address_that_is_there_as_it_was_typed_is_never_passed_by(client: Client) -> None:
    page = Page.objects.get(slug="klacht", locale__language_code="nl")
    Page.objects.filter(pk=page.pk).update(slug="Klacht", url_path=page.url_path.replace("klacht", "Klacht"))
    assert client.get("/nl/Klacht/").status_code == 200


@pytest.mark.once
@pytest.mark.parametrize("path", ["/NL/A./", "/nl/İ/", "/ẞ./", "/a/ . /", "/.../", "//", "/x/…", "/\u0130\u0307/"])
def test_what_was_meant_is_read_the_same_once_more(path: str) -> None:
    assert as_meant(as_meant(path)) == as_meant(path)


@pytest.mark.once
def test_the_middleware_stands_in_the_chain() -> None:
    chain = settings.MIDDLEWARE
    assert chain.index("portal.mistyped_addresses.MistypedAddressMiddleware") < chain.index(
        "portal.middleware.PathLanguageMiddleware"
    )
