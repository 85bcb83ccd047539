"""The second factor in a real browser: an app without script and with the keyboard alone, and a passkey."""

import re
import time
from base64 import b32decode
from collections.abc import Iterator
from typing import Any

import pytest
from django_otp.oath import TOTP
from playwright.sync_api import Page, expect

from questions.management.commands.set_up_roles import DEMO_PASSWORD
from tests.browser.conftest import OpenBrowser, Site, assert_accessible, server
from tests.browser.steps import tab_to
from tools.machine import free_port

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture(scope="module")
def strict(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site on an address where the second factor is asked; browsers know passkeys at localhost."""
    port = free_port()
    address = f"http://localhost:{port}"
    environment = site.environment | {"PORTAL_DEMO": "0", "PORTAL_BASE_URL": address}
    with server(port, environment, tmp_path_factory.mktemp("strict") / "server.log"):
        yield address


def code(page: Page) -> str:
    """What an app shows that was given the key on this page."""
    key = page.locator(".factor-key").inner_text().replace(" ", "")
    reading = TOTP(b32decode(key + "=" * (-len(key) % 8)))
    reading.time = time.time()
    return f"{reading.token():06d}"


def sign_in(page: Page, address: str, username: str) -> None:
    page.goto(f"{address}/beheer/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.keyboard.press("Enter")


def test_an_app_is_set_up_and_asked_without_script_by_keyboard(browse: OpenBrowser, strict: str) -> None:
    page = browse(java_script_enabled=False, viewport={"width": 320, "height": 700})
    sign_in(page, strict, "schrijver")
    expect(page).to_have_url(re.compile("/beheer/tweede-factor/instellen/"))
    page.focus("#code")
    page.keyboard.type(code(page))
    page.keyboard.press("Enter")
    expect(page.locator(".factor-codes code")).to_have_count(10)
    spare = page.locator(".factor-codes code").first.inner_text()
    page.goto(f"{strict}/beheer/")
    expect(page.locator("body")).not_to_have_class(re.compile("login"))

    page = browse(java_script_enabled=False)
    sign_in(page, strict, "schrijver")
    expect(page.locator("h1")).to_have_text("Tweede stap bij het inloggen")
    page.focus("#code")
    page.keyboard.type(spare)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/beheer/$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_the_second_factor(browse: OpenBrowser, strict: str, scheme: Any) -> None:
    username = {"light": "redacteur", "dark": "beheerder"}[scheme]
    page = browse(color_scheme=scheme, viewport={"width": 320, "height": 700})

    def fits() -> None:
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0

    sign_in(page, strict, username)
    page.wait_for_selector("#passkey-register-button")
    fits()
    page.fill("#code", "12")
    page.keyboard.press("Enter")
    expect(page.locator("#code-error")).to_be_visible()
    fits()
    page.fill("#code", code(page))
    page.keyboard.press("Enter")
    expect(page.locator(".factor-codes")).to_be_visible()
    fits()
    page.goto(f"{strict}/beheer/tweede-factor/beheren/")
    assert_accessible(page)
    page.goto(f"{strict}/beheer/tweede-factor/")
    page.fill("#code", "000000")
    page.keyboard.press("Enter")
    expect(page.locator("#code-error")).to_contain_text("Wacht")
    fits()


def test_a_passkey_is_set_up_and_signs_in_and_nothing_is_asked_elsewhere(browse: OpenBrowser, strict: str) -> None:
    page = browse()
    elsewhere: list[str] = []
    page.on("request", lambda asked: asked.url.startswith((strict, "data:", "blob:")) or elsewhere.append(asked.url))
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    keys.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": options | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    sign_in(page, strict, "medewerker")
    page.wait_for_selector("#passkey-register-button")
    tab_to(page, "#passkey-register-button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/beheer/tweede-factor/beheren/"))
    expect(page.locator("#factors ~ ul li")).to_contain_text("Passkey")

    page.context.clear_cookies()
    sign_in(page, strict, "medewerker")
    expect(page.locator("#code")).to_be_visible()
    page.goto(f"{strict}/beheer/vragen/")
    expect(page).to_have_url(re.compile(r"/beheer/tweede-factor/\?next=/beheer/vragen/"))
    assert_accessible(page)
    page.click("#passkey-verification-button")
    expect(page).to_have_url(re.compile("/beheer/vragen/$"))
    assert elsewhere == []
