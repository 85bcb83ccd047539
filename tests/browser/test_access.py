"""Everybody can use it: axe, small screens, large text, the keyboard alone."""

import os
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, RULES, WCAG, OpenBrowser, Site, assert_accessible
from tests.browser.pages import RESIDENT, STAFF, Kind
from tests.browser.steps import kept, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
# `make audit` looks at every page in every language; `make test` at every page in two and at three in the others.
AUDIT = os.environ.get("PORTAL_AUDIT") == "1"
IN_EVERY_LANGUAGE = {"home", "service", "ask"}
PHONE, DESK = {"width": 360, "height": 780}, {"width": 1280, "height": 900}


def looked_at() -> list[Any]:
    """Kind of page, language, screen and the colour schemes, for each look that this run takes."""
    languages = [code for code, _name in settings.LANGUAGES]
    chosen = []
    for kind, language, screen in product(RESIDENT, languages, (PHONE, DESK)):
        schemes = ["light", "dark"] if AUDIT or language == "nl" else ["light"]
        main = language in {"nl", "ar"} or kind.name in IN_EVERY_LANGUAGE
        if AUDIT or (main and screen is PHONE):
            chosen.append(pytest.param(kind, language, screen, schemes, id=f"{kind.name}-{language}-{screen['width']}"))
    return chosen


@pytest.fixture(scope="module")
def contexts(chromium: Browser, site: Site) -> Iterator[dict[str, BrowserContext]]:
    """Browsers by their options. They keep the files of the site, which are not fetched again for every look."""
    kept: dict[str, BrowserContext] = {}
    yield kept
    for context in kept.values():
        context.close()


@pytest.fixture
def look(chromium: Browser, site: Site, contexts: dict[str, BrowserContext]) -> Iterator[OpenBrowser]:
    """Opens a browser that knows nothing of who looked before but the files of the site."""
    pages: list[Page] = []

    def opened(**options: Any) -> Page:
        name = repr(sorted(options.items()))
        if name not in contexts:
            contexts[name] = chromium.new_context(
                base_url=site.address, **({"viewport": {"width": 1280, "height": 900}} | options)
            )
            contexts[name].set_default_timeout(PATIENCE)
        contexts[name].clear_cookies()
        pages.append(contexts[name].new_page())
        return pages[-1]

    yield opened
    for page in pages:
        page.close()


OF_WAGTAIL = {"start", "messages above pages", "what helped", "remarks"}


@pytest.mark.parametrize(("kind", "language", "screen", "schemes"), looked_at())
def test_axe_finds_nothing_and_nothing_sticks_out(
    look: OpenBrowser, kind: Kind, language: str, screen: dict[str, int], schemes: list[str]
) -> None:
    # Without motion, so that no colour is looked at half way to another.
    page = look(viewport=screen, color_scheme=schemes[0], reduced_motion="reduce")
    kind.open(page, language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert_accessible(page)
    assert_nothing_sticks_out(page)
    if screen is PHONE:
        page.set_viewport_size({"width": 320, "height": 640})
        assert_nothing_sticks_out(page)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        assert_nothing_sticks_out(page)


@pytest.mark.parametrize("kind", STAFF, ids=lambda kind: kind.name)
@pytest.mark.parametrize("scheme", ["light", "dark"] if AUDIT else ["light"])
def test_axe_finds_nothing_on_the_screens_of_staff(look: OpenBrowser, kind: Kind, scheme: str) -> None:
    if kind.name == "question":
        resident = look()
        next(each for each in RESIDENT if each.name == "confirmation").open(resident, "nl")
    page = look(color_scheme=scheme)
    kind.open(page, "nl")
    # These screens are Wagtail's own, which keep to WCAG and not to every best practice.
    assert_accessible(page, rules=WCAG if kind.name in OF_WAGTAIL else RULES)


def assert_nothing_sticks_out(page: Page) -> None:
    """The page is no wider than the screen: nobody has to scroll sideways."""
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{page.url} is {width} px too wide"


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_in_forced_colours_the_form_can_be_used(browse: OpenBrowser, language: str) -> None:
    page = browse(forced_colors="active")
    page.goto(f"/{language}/vraag/")
    assert_accessible(page)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_main_job_can_be_done_with_the_keyboard_alone(browse: OpenBrowser, language: str) -> None:
    page = browse()
    page.goto(f"/{language}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    tab_to(page, f"main a[href*='/{language}/vraag/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/vraag/**")
    tab_to(page, "input[name=theme]")
    page.keyboard.press("Space")
    tab_to(page, "textarea[name=text]")
    page.keyboard.type("Met het toetsenbord")
    tab_to(page, "main form button.utrecht-button--primary-action")
    page.keyboard.press("Enter")
    expect(page.locator(".keep dd").first).to_be_visible()
    assert kept(page).code
    tab_to(page, "main a[href$='/gesprek/']")
    page.keyboard.press("Enter")
    expect(page.locator(".log")).to_contain_text("Met het toetsenbord")
