"""The self-check in a real browser: without scripts, with the keyboard alone, from right to left, and back."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenBrowser, Site, assert_accessible
from tests.browser.steps import send, tab_to, turn

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PATH = "/kan-ik-hulp-krijgen/"


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_somebody_goes_through_it_with_the_keyboard_alone(site: Site, browse: OpenBrowser, language: str) -> None:
    page = browse(viewport={"width": 360, "height": 780})
    page.goto(f"/{language}/voorwaarden/leerplicht/")
    tab_to(page, ".check-way button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site(f"/{language}{PATH}"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    tab_to(page, "input[name=answer]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[name=answer][value='5-16']")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator(".check__trail li")).to_have_count(1)
    tab_to(page, "input[name=answer]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".check__ask")).to_be_visible()
    expect(page).to_have_url(site(f"/{language}{PATH}"))
    assert_accessible(page)
    tab_to(page, ".check__ask a")
    page.keyboard.press("Enter")
    expect(page.locator("select[name=theme]")).to_have_value("school")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_without_scripts_and_back_with_our_own_button(browse: OpenBrowser, language: str) -> None:
    page = browse(viewport={"width": 320, "height": 640}, java_script_enabled=False, color_scheme="dark")
    page.goto(f"/{language}{PATH}")
    page.check("input[name=about][value=wmo]")
    send(page)
    first = page.locator("h1").inner_text()
    page.check("input[name=answer][value=yes]")
    turn(page, "button[value=next]")
    expect(page.locator("h1")).not_to_have_text(first)
    turn(page, "button[value=back]")
    expect(page.locator("h1")).to_have_text(first)
    expect(page.locator("input[name=answer][value=yes]")).to_be_checked()
    page.check("input[name=answer][value=no]")
    turn(page, "button[value=next]")
    expect(page.locator(".check__decision")).to_be_visible()
    turn(page, ".check__why button")
    expect(page.locator("input[name=answer][value=no]")).to_be_checked()
    assert page.context.cookies() == []


def test_the_browsers_own_back_button_brings_no_harm(site: Site, browse: OpenBrowser) -> None:
    page = browse()
    page.goto(f"/nl{PATH}")
    page.check("input[name=about][value=jeugdwet]")
    send(page)
    page.go_back()
    expect(page).to_have_url(site(f"/nl{PATH}"))
    expect(page.locator("input[name=about]")).to_have_count(4)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
