"""The steps of the main job, by what stands in the pages in every language: addresses, fields, buttons."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page

from questions.management.commands.set_up_roles import DEMO_PASSWORD


@dataclass(frozen=True)
class Kept:
    """What the resident writes down."""

    reference: str
    code: str


_SIGNED_IN: dict[str, Any] = {}
"""The cookies of who signed in before at the one site of this run."""


def sign_in(page: Page, username: str) -> None:
    """Makes this the browser of one of the demo people, who signs in when nobody did so in their name before.

    Only the form is sent: test_editor_manual.py and test_second_factor.py sign in on the screen.
    """
    if username in _SIGNED_IN:
        page.context.add_cookies(_SIGNED_IN[username])
        return
    shown = page.request.get("/beheer/login/").text()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "username": username, "password": DEMO_PASSWORD}
    assert page.request.post("/beheer/login/", form=form, max_redirects=0).status == 302
    _SIGNED_IN[username] = page.context.cookies()


def fill_in_question(page: Page, theme: str, text: str) -> None:
    """Chooses the theme and writes the question."""
    page.select_option("select[name=theme]", theme)
    page.fill("textarea[name=text]", text)


def press(page: Page) -> None:
    """Presses the one button of the form in the content."""
    page.click("main form button.utrecht-button--primary-action")


def turn(page: Page, selector: str) -> None:
    """Clicks what the selector names and waits for the page that follows."""
    with page.expect_navigation():
        page.click(selector)


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is on what the selector names."""
    for _press in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard does not reach {selector} on {page.url}")


def send(page: Page) -> None:
    """Presses the one button of the form in the content and waits for the page that follows."""
    with page.expect_navigation():
        press(page)


def kept(page: Page) -> Kept:
    """Reference and code as they stand on the confirmation."""
    shown = page.locator(".keep dd").all_inner_texts()
    return Kept(shown[0].strip(), shown[1].strip())


def follow(page: Page, language: str, what: Kept) -> None:
    """Comes back with reference and code."""
    page.goto(f"/{language}/vraag/volgen/")
    page.fill("input[name=reference]", what.reference)
    page.fill("input[name=code]", what.code)
    send(page)


def figures(page: Page) -> tuple[int, int]:
    """Asked and answered, as the report shows them now."""
    page.goto("/beheer/bereikbaarheid/")
    return tuple(int(page.locator(f"[data-count={name}]").inner_text()) for name in ("asked", "answered"))  # type: ignore[return-value]
