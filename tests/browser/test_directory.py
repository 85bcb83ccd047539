"""Finding an organisation: choose, take away, near me, the map with the keyboard, and all of it without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser, assert_accessible
from tests.browser.steps import turn

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PHONE = {"width": 360, "height": 780}


def total(page: Page) -> int:
    found = re.search(r"\d+", page.locator("#found").inner_text())
    return int(found[0]) if found else 0


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_choose_and_take_away_without_scripts(look: OpenBrowser, language: str) -> None:
    page = look(viewport=PHONE, java_script_enabled=False)
    page.goto(f"/{language}/organisaties/")
    everything = total(page)
    assert everything > 30
    page.select_option("select[name=thema]", "geld")
    page.fill("input[name=q]", "raadslieden")
    turn(page, ".choose button")
    expect(page.locator(".org__name")).to_have_count(1)
    expect(page.locator(".org__name")).to_have_text("Sociaal Raadslieden (De Kern)")
    assert page.url.endswith("#found")
    turn(page, "a.pick:has-text('raadslieden')")
    assert 1 < total(page) < everything
    turn(page, "a.pick")
    assert total(page) == everything


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_organisation_is_on_some_page_of_the_list(look: OpenBrowser, language: str) -> None:
    page = look(java_script_enabled=False)
    page.goto(f"/{language}/organisaties/")
    everything, seen = total(page), page.locator(".org__name").all_inner_texts()
    while page.locator("a[rel=next]").count():
        turn(page, "a[rel=next]")
        seen += page.locator(".org__name").all_inner_texts()
    assert len(seen) == len(set(seen)) == everything


def test_close_to_me_by_postcode_then_by_my_own_choice(look: OpenBrowser) -> None:
    page = look(viewport=PHONE)
    page.goto("/nl/organisaties/?thema=kind")
    page.locator(".choose__fold summary").click()
    page.fill("input[name=postcode]", "8021")
    turn(page, ".choose button")
    first = page.locator(".org").first
    expect(first).to_contain_text("Noord")
    expect(page.locator(".basis__found .utrecht-alert")).to_contain_text("8021")
    page.select_option("select[name=stadsdeel]", "oost")
    turn(page, ".choose button")
    expect(page.locator(".org").first).to_contain_text("Oost")


def test_a_wrong_postcode_says_what_to_type(look: OpenBrowser) -> None:
    page = look()
    page.goto("/nl/organisaties/")
    page.fill("input[name=postcode]", "straat")
    turn(page, ".choose button")
    field = page.locator("input[name=postcode]")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#{field.get_attribute('aria-describedby')}")).to_contain_text("8011")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_map_with_the_keyboard_alone(look: OpenBrowser, language: str) -> None:
    page = look()
    page.goto(f"/{language}/organisaties/")
    page.locator("a[href='#map']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#map")).to_be_focused()
    page.keyboard.press("Tab")
    for _step in range(4):
        name = page.evaluate("document.activeElement.textContent.trim()")
        if name.startswith("Zuid"):
            break
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg.town') !== null")
    page.keyboard.press("Enter")
    expect(page.locator("svg.town a[aria-current]")).to_have_count(1)
    expect(page.locator(".org").first).to_contain_text("Zuid")
    assert "stadsdeel=zuid" in page.url


@pytest.mark.parametrize("colours", ["active", "none"])
def test_the_directory_is_accessible_in_forced_colours_too(look: OpenBrowser, colours: str) -> None:
    page = look(viewport={"width": 320, "height": 700}, forced_colors=colours)
    page.goto("/ar/organisaties/?stadsdeel=noord&kosten=gratis")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
