"""Everybody can use it and machines find it: axe and what it does not ask, small screens, large text, the keyboard."""

import os
from itertools import product
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import DESK, RULES, WCAG, OpenBrowser, Site, assert_accessible
from tests.browser.focus import unseen_focus
from tests.browser.pages import RESIDENT, STAFF, Kind
from tests.browser.steps import kept, tab_to
from tests.browser.structure import faults_of_structure, overlapping, too_wide
from tests.heads import faults_of_head
from tests.schema_org import foreign, graph

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
# `make audit` looks at every page in every language, light and dark; `make test` at every page in Dutch, light, and in
# Arabic, dark, and at three in the others.
AUDIT = os.environ.get("PORTAL_AUDIT") == "1"
IN_EVERY_LANGUAGE = {"home", "service", "ask"}
PHONE = ViewportSize(width=360, height=780)
SMALL = ViewportSize(width=320, height=640)


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
def test_no_engine_finds_anything_and_nothing_sticks_out(
    look: OpenBrowser, site: Site, kind: Kind, language: str, screen: ViewportSize, schemes: list[str]
) -> None:
    page = look(viewport=screen)
    kind.open(page, language)
    assert page.evaluate("document.documentElement.lang") == language
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert_accessible(page)
    html = page.content()
    found = faults_of_structure(page) + faults_of_head(html, site.address) + foreign(graph(html)) + out_of_place(page)
    if screen is PHONE:
        page.set_viewport_size(SMALL)
        found += out_of_place(page)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        found += out_of_place(page)
        page.set_viewport_size(PHONE)
        found += out_of_place(page)
    assert found == [], page.url


def somebody_asked(look: OpenBrowser, kind: Kind) -> None:
    """The screen of a question needs one in the queue."""
    if kind.name in ("question", "merging"):
        next(each for each in RESIDENT if each.name == "confirmation").open(look(), "nl")


def out_of_place(page: Page) -> list[str]:
    """What sticks out of the window as it is now, and which links lie over each other."""
    size, large = page.viewport_size, page.evaluate("document.documentElement.style.fontSize")
    found = [f"the page is {width} points too wide" for width in (too_wide(page),) if width] + overlapping(page)
    return [f"{fault} (in a window of {size and size['width']}, text {large or 'as it is'})" for fault in found]


# Where colleagues work all day is looked at in the dark as well.
DARK_IN_EVERY_RUN = {"queue", "question", "what stands aside", "formal matters", "corrections"}


def seen_by_staff() -> list[Any]:
    """Kind of page and colour scheme, for each look at the screens of staff that this run takes."""
    return [
        pytest.param(kind, scheme, id=f"{kind.name}-{scheme}")
        for kind, scheme in product(STAFF, ("light", "dark"))
        if AUDIT or scheme == "light" or kind.name in DARK_IN_EVERY_RUN
    ]


@pytest.mark.parametrize(("kind", "scheme"), seen_by_staff())
def test_axe_finds_nothing_on_the_screens_of_staff(look: OpenBrowser, kind: Kind, scheme: str) -> None:
    somebody_asked(look, kind)
    page = look()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    kind.open(page, "nl")
    # These screens are Wagtail's own, which keep to WCAG and not to every best practice.
    assert_accessible(page, rules=WCAG if kind.name in OF_WAGTAIL else RULES)


# What else is there has the same elements; `make audit` looks at all of it.
FOCUS_IN_EVERY_RUN = {"home", "ask", "queue"}


def focused() -> list[Any]:
    """Kind of page and screen, for each look at the focus that this run takes; the menu button is on a phone only."""
    looks = [(kind, screen) for kind in RESIDENT for screen in (PHONE, DESK)] + [(kind, DESK) for kind in STAFF]
    return [
        pytest.param(kind, screen, id=f"{kind.name}-{screen['width']}")
        for kind, screen in looks
        if AUDIT or (kind.name in FOCUS_IN_EVERY_RUN and (screen is PHONE or kind.staff))
    ]


@pytest.mark.parametrize(("kind", "screen"), focused())
def test_in_forced_colours_everybody_sees_where_the_focus_is(
    look: OpenBrowser, kind: Kind, screen: ViewportSize
) -> None:
    somebody_asked(look, kind)
    # On a dark ground, which most who choose their own colours have.
    page = look(viewport=screen, forced_colors="active", color_scheme="dark")
    kind.open(page, "nl")
    assert list(unseen_focus(page)) == []


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


FAULTY = """<html lang=nl><head><title>Proef</title></head><main><h1>Proef</h1><h3>Te diep</h3>
<select><option>Alles</select><label>Wie? <select><option>Alles</select></label>
<aside>Zonder naam</aside><nav aria-label=Twee><a href=#1>Een</a></nav><nav aria-label=Twee></nav>
<p style="width: 900px">Breed</p><p style="line-height: 0.4"><a href=#2>Onder</a><br><a href=#3>Boven</a></p>
<a href=#4 class=unseen style="outline: none">Ongezien</a></main>"""


def test_the_checks_of_a_page_see_what_they_are_made_for(browse: OpenBrowser) -> None:
    page = browse(viewport=PHONE, forced_colors="active", color_scheme="dark")
    page.set_content(FAULTY)
    found = faults_of_structure(page)
    kinds = ("a field without a label", "a heading of level 3", "an aside without", "two of nav with one name: Twee")
    assert [any(fault.startswith(kind) for fault in found) for kind in kinds] == [True] * len(kinds), found
    assert len(found) == len(kinds)
    assert [fault.partition(" overlap")[0] for fault in overlapping(page)] == ["“Onder” and “Boven”"]
    assert too_wide(page) > 500
    assert [fault.partition(" ")[0] for fault in unseen_focus(page)] == ["a.unseen"]
    assert faults_of_head(FAULTY, "https://example.org") == [
        "no description of 30 letters or more: []",
        "addresses in other languages are missing: []",
    ]
