"""The doors that belong to no language, and what every answer carries."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import Client

from portal import env
from portal.middleware import visitor_address
from portal.views import preferred_language
from tests.some import some

pytestmark = pytest.mark.django_db


@pytest.mark.once
@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "nl"), ("ar", "ar"), ("ar-SY,ar;q=0.9,en;q=0.8", "ar"), ("de,fr;q=0.5", "nl"), ("de, pl;q=0.4", "pl"),
        ("en-US;q=0.1,tr;q=0.9", "tr"), ("*", "nl"), (";;;q=x", "nl"), ("zh", "nl"),
        ("en;q=0, ar;q=0.5", "ar"), ("en;q=0", "nl"), ("nl;q=0, *", "en"), ("nl;q=0", "en"),
        ("*;q=0.5, uk;q=0.4", "nl"),
        ("en;q=0.000,tr;q=0.1", "tr"), ("AR-sy", "ar"), ("nl_NL", "nl"), ("en-GB-oxendict", "en"),
        ("de-CH, *;q=0", "nl"), ("ar-SY;q=0", "nl"),
        ("ar;q=abc, pl", "pl"), ("ar;q=-1, pl", "pl"), ("ar;q=9, pl", "ar"), ("\x00\xff,tr", "tr"), ("x" * 5000, "nl"),
        ("de;q=0.9," * 2000 + "ar", "nl"), ("ar; q = 0.7 , en; q=0.8", "en"), ("tr;level=1;q=0.9,en;q=0.1", "tr"),
    ],
)  # fmt: skip
def test_the_first_door_picks_the_language_of_the_reader(client: Client, header: str, language: str) -> None:
    response = client.get("/", headers={"accept-language": header})
    assert (response.status_code, response["Location"]) == (302, f"/{language}/")
    assert response["Cache-Control"] == "no-store"
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies
    assert preferred_language(header) == language


@pytest.mark.once
def test_pages_that_are_only_read_set_no_cookie_and_hold_no_token(client: Client) -> None:
    for path in ("/nl/", "/ar/", "/nl/diensten/", "/nl/onderwerpen/geld/", "/nl/wijkteams/midden/"):
        response = client.get(path)
        assert response.status_code == 200, path
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert "csrfmiddlewaretoken" not in response.content.decode()


@pytest.mark.once
def test_public_pages_have_a_policy_without_anything_unsafe_and_ask_nobody_else(client: Client) -> None:
    addresses: list[str] = []
    for path in ("/nl/", "/ar/vraag/", "/nl/vraag/volgen/"):
        response = client.get(path)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "nonce" not in policy
        html = response.content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)(?! type=\"application/ld\+json\")", html)  # data runs nothing
        assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
        addresses += re.findall(r'(?:src|href)="(https?://[^"]+)"', html)
    for address in some(addresses):
        assert address.startswith(settings.BASE_URL), address


@pytest.mark.once
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(client: Client) -> None:
    for language, direction in (("nl", "ltr"), ("ar", "rtl")):
        response = client.get(f"/{language}/bestaat-niet/")
        assert response.status_code == 404
        assert f'<html lang="{language}" dir="{direction}"' in response.content.decode()


def test_the_machine_is_told_that_we_are_alive_and_ready(client: Client, settings: Any) -> None:
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").status_code == 200
    settings.KEY_RING = ""
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": True, "migrations": True, "keys": False, "room": True}


@pytest.mark.once
def test_every_language_has_every_page_and_leads_to_the_same_page_in_the_others(client: Client) -> None:
    for language, _name in settings.LANGUAGES:
        html = client.get(f"/{language}/diensten/jeugdhulp/").content.decode()
        for other, _other_name in settings.LANGUAGES:
            assert f'href="/{other}/diensten/jeugdhulp/"' in html


@pytest.mark.once
@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("KEY_RING", ""),
        ("KEY_RING", "a:kort"),
        ("LOOKUP_KEY", ""),
        ("SECRET_KEY", "kort"),
        ("LANGUAGES", [("en", "English")]),
    ],
)
def test_nothing_starts_with_a_setting_that_cannot_be(settings: Any, setting: str, value: Any) -> None:
    setattr(settings, setting, value)
    with pytest.raises(Exception, match=r"portal\.E"):
        call_command("check")


@pytest.mark.once
@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "9.9.9.9", "10.0.0.1"),
        (1, "8.8.8.8", "8.8.8.8"),
        (1, "9.9.9.9, 8.8.8.8", "8.8.8.8"),
        (2, "9.9.9.9, 8.8.8.8, 10.0.0.2", "8.8.8.8"),
        (2, "8.8.8.8", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_the_visitors_address_is_what_our_own_proxy_saw_and_not_what_the_visitor_claims(
    proxies: int, forwarded: str, address: str
) -> None:
    assert visitor_address("10.0.0.1", forwarded, proxies) == address


@pytest.mark.once
def test_a_setting_of_the_wrong_kind_is_refused_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_X", "misschien")
    with pytest.raises(ImproperlyConfigured, match="PORTAL_X"):
        env.flag("PORTAL_X")
    with pytest.raises(ImproperlyConfigured, match="PORTAL_X"):
        env.number("PORTAL_X", 1)
    monkeypatch.setenv("PORTAL_X", "0")
    with pytest.raises(ImproperlyConfigured, match="at least 1"):
        env.number("PORTAL_X", 1, minimum=1)
    assert env.flag("PORTAL_X") is False
    with pytest.raises(ImproperlyConfigured, match="PORTAL_X must be one of a, b"):
        env.choice("PORTAL_X", ["a", "b"], "a")
    assert env.choice("PORTAL_Y", ["a", "b"], "b") == "b"
