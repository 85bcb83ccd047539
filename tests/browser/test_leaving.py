"""Leaving a sensitive page at once: by hand, by keyboard, and never back to it by "back"."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenBrowser

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
SENSITIVE = "/onderwerpen/veilig/"
ELSEWHERE = re.compile(r"^https://www\.buienradar\.nl/")


def with_weather(page: Page) -> list[dict[str, str]]:
    """The other site, played by us; what the browser told it."""
    told: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        told.append(route.request.headers)
        route.fulfill(status=200, content_type="text/html", body="<title>Weer</title><p>Regen</p>")

    page.route(ELSEWHERE, answer)
    return told


def at_sensitive_page(
    browse: OpenBrowser, language: str = "nl", **options: object
) -> tuple[Page, list[dict[str, str]]]:
    page = browse(**options)
    told = with_weather(page)
    page.goto(f"/{language}/")
    page.goto(f"/{language}{SENSITIVE}")
    return page, told


def assert_left_for_good(page: Page, told: list[dict[str, str]]) -> None:
    """Away, without saying where from; and "back" passes the page by."""
    expect(page).to_have_url(ELSEWHERE)
    assert "referer" not in told[0]
    page.go_back()
    expect(page).to_have_url(re.compile(r"/(nl|ar)/$"))


def stand_still(page: Page) -> None:
    """Keys pressed within five seconds count together: on a busy machine a test takes longer, so its clock stands."""
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_button_leads_away_and_back_does_not_lead_here(browse: OpenBrowser, language: str) -> None:
    page, told = at_sensitive_page(browse, language)
    page.click("[data-exit]")
    assert_left_for_good(page, told)


@pytest.mark.parametrize("key", ["Escape", "Shift"])
def test_one_key_three_times_does_the_same_and_says_how_often_still(browse: OpenBrowser, key: str) -> None:
    page, told = at_sensitive_page(browse)
    status = page.locator("[data-exit-told]")
    stand_still(page)
    for attribute in ("data-one", "data-two"):
        page.keyboard.press(key)
        expect(status).to_have_text(status.get_attribute(attribute) or "-")
    page.keyboard.press(key)
    assert_left_for_good(page, told)


def test_who_presses_twice_and_waits_is_told_and_stays(browse: OpenBrowser) -> None:
    page, told = at_sensitive_page(browse)
    status = page.locator("[data-exit-told]")
    stand_still(page)
    for _time in range(2):
        page.keyboard.press("Escape")
        page.clock.run_for(4900)
    expect(status).to_have_text(status.get_attribute("data-two") or "-")
    page.clock.run_for(200)
    expect(status).to_have_text(status.get_attribute("data-late") or "-")
    page.keyboard.press("Escape")
    expect(status).to_have_text(status.get_attribute("data-one") or "-")
    assert told == []


def test_other_keys_in_between_and_capitals_lead_nowhere(browse: OpenBrowser) -> None:
    page = browse()
    told = with_weather(page)
    page.goto("/nl/vraag/?thema=veilig")
    page.locator("textarea[name=text]").press_sequentially("ABCDEF gh")
    for key in ("Escape", "Tab", "Escape", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Escape", "Shift"):
        page.keyboard.press(key)
    assert page.url.endswith("?thema=veilig")
    assert told == []


def test_until_the_other_site_is_there_nothing_of_the_page_is_seen(browse: OpenBrowser) -> None:
    page = browse()
    page.route(ELSEWHERE, lambda route: route.fulfill(status=204))  # with which the browser stays where it is
    page.goto(f"/nl{SENSITIVE}")
    page.click("[data-exit]", no_wait_after=True)
    expect(page.locator("main")).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    assert page.title() == "Buienradar"


def test_without_a_script_it_is_a_link_that_stays_in_sight(browse: OpenBrowser) -> None:
    page, told = at_sensitive_page(browse, java_script_enabled=False, viewport={"width": 360, "height": 640})
    link = page.locator("[data-exit]")
    box = link.bounding_box()
    assert box is not None
    assert min(box["height"], box["width"]) >= 44
    assert box["y"] + box["height"] <= 640
    link.click()
    expect(page).to_have_url(ELSEWHERE)
    assert "referer" not in told[0]


def test_on_an_ordinary_page_the_keys_mean_nothing(browse: OpenBrowser) -> None:
    page = browse()
    page.goto("/nl/onderwerpen/geld/")
    for _time in range(4):
        page.keyboard.press("Escape")
    assert page.url.endswith("/nl/onderwerpen/geld/")
