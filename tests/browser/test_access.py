"""Everybody can use it: axe, small screens, large text, the keyboard alone."""

import os
from itertools import product
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import DESK, RULES, WCAG, OpenBrowser, assert_accessible
from tests.browser.pages import RESIDENT, STAFF, Kind
from tests.browser.steps import kept, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
# `make audit` looks at every page in every language, light and dark; `make test` at every page in Dutch, light, and in
# Arabic, dark, and at three in the others.
AUDIT = os.environ.get("PORTAL_AUDIT") == "1"
IN_EVERY_LANGUAGE = {"home", "service", "ask"}
PHONE = ViewportSize(width=360, height=780)


def looked_at() -> list[Any]:
    """Kind of page, language, screen and the colour schemes, for each look that this run takes."""
    languages = [code for code, _name in settings.LANGUAGES]
    chosen = []
    for kind, language, screen in product(RESIDENT, languages, (PHONE, DESK)):
        schemes = ["light", "dark"] if AUDIT else ["dark" if language == "ar" else "light"]
        main = language in {"nl", "ar"} or kind.name in IN_EVERY_LANGUAGE
        if AUDIT or (main and screen is PHONE):
            chosen.append(pytest.param(kind, language, screen, schemes, id=f"{kind.name}-{language}-{screen['width']}"))
    return chosen


OF_WAGTAIL = {"start", "messages above pages", "what helped", "remarks"}


@pytest.mark.parametrize(("kind", "language", "screen", "schemes"), looked_at())
def test_axe_finds_nothing_and_nothing_sticks_out(
    look: OpenBrowser, kind: Kind, language: str, screen: ViewportSize, schemes: list[str]
) -> None:
    page = look(viewport=screen)
    kind.open(page, language)
    assert page.evaluate("document.documentElement.lang") == language
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
        next(each for each in RESIDENT if each.name == "confirmation").open(look(), "nl")
    page = look()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    kind.open(page, "nl")
    # These screens are Wagtail's own, which keep to WCAG and not to every best practice.
    assert_accessible(page, rules=WCAG if kind.name in OF_WAGTAIL else RULES)


def assert_nothing_sticks_out(page: Page) -> None:
    """The page is no wider than the screen: nobody has to scroll sideways."""
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{page.url} is {width} px too wide"


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_in_forced_colours_the_form_can_be_used(look: OpenBrowser, language: str) -> None:
    page = look(forced_colors="active")
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
    tab_to(page, "textarea[name=text]")
    page.keyboard.type("Met het toetsenbord")
    tab_to(page, "select[name=theme]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "main form button.utrecht-button--primary-action")
    page.keyboard.press("Enter")
    expect(page.locator(".keep dd").first).to_be_visible()
    assert kept(page).code
    tab_to(page, "main a[href$='/gesprek/']")
    page.keyboard.press("Enter")
    expect(page.locator(".log")).to_contain_text("Met het toetsenbord")
