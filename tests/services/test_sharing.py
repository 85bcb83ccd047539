"""What is shown where a page is shared, and on the first screen of a phone."""

import re

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_shared_page_has_a_title_a_picture_and_an_address(client: Client) -> None:
    page = client.get("/nl/diensten/jeugdhulp/").content.decode()
    told = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    assert told["url"] == f"{settings.BASE_URL}/nl/diensten/jeugdhulp/"
    assert told["title"]
    assert told["description"]
    assert told["image"].startswith(f"{settings.BASE_URL}/static/img/share")


def test_a_shared_page_says_its_language_and_what_its_picture_shows(client: Client) -> None:
    for language, locale in (("nl", "nl_NL"), ("en", "en_GB"), ("ar", "ar_AR")):
        page = client.get(f"/{language}/diensten/jeugdhulp/").content.decode()
        told = re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)">', page)
        assert dict(told)["locale"] == locale
        others = [value for name, value in told if name == "locale:alternate"]
        assert len(others) == page.count('rel="alternate" hreflang=') - 2  # not its own, and not that of any language
        assert locale not in others
        assert len(dict(told)["image:alt"]) > 10
    # Dutch words under a Turkish address are Dutch.
    borrowed = client.get("/tr/diensten/jeugdhulp/").content.decode()
    assert 'og:locale" content="nl_NL"' in borrowed


def test_a_sensitive_page_that_is_shared_names_no_danger(client: Client) -> None:
    page = client.get("/nl/onderwerpen/veilig/").content.decode()
    told = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    assert "veilig" not in told["title"].lower()
    assert "description" not in told


def test_the_manifest_names_the_site_and_its_pictures(client: Client) -> None:
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    told = response.json()
    assert told["name"] == "Sociaal Wijkteam Zwolle"
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in told["icons"]}
