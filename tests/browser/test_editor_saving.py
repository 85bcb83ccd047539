"""A button that is pressed while the form keeps itself for the first time saves the page that was just made."""

import re
import time

import pytest
from playwright.sync_api import Route, expect

from questions.management.commands.set_up_roles import DEMO_PASSWORD
from tests.browser import editor_steps as manual
from tests.browser.conftest import OpenBrowser

JSON = "application/json"
pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def late(route: Route) -> None:
    """The page is made at once; who made it hears of it later."""
    reply = route.fetch(max_redirects=0)
    if route.request.headers.get("accept") == JSON:
        time.sleep(3)
    route.fulfill(response=reply)


def test_a_draft_is_saved_once_however_slow_the_answer(browse: OpenBrowser) -> None:
    page = browse()
    page.context.set_default_timeout(60_000)
    manual.sign_in(page, "schrijver", DEMO_PASSWORD)
    page.goto(f"/beheer/pages/{manual.number_of(page, 'Hulp en diensten')}/add_subpage/")
    page.get_by_role("link", name=re.compile("^Dienstpagina")).first.click()
    expect(page).to_have_url(re.compile("/add/"))
    page.route("**/beheer/pages/add/**", late)
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.method) if each.headers.get("accept") == JSON else None)
    until = time.monotonic() + 60
    while "POST" not in asked and time.monotonic() < until:  # what is typed first does not make the form keep itself
        page.fill("#id_title", "Samen naar de mark")
        page.fill("#id_title", "Samen naar de markt")
        page.wait_for_timeout(700)
    assert "POST" in asked
    page.fill("#id_summary", "Wij lopen mee.")
    manual.choose(page, "Bewaar concept")
    expect(page).to_have_url(re.compile(r"/pages/\d+/edit/"), timeout=60_000)
    expect(page.locator("#id_summary")).to_have_value("Wij lopen mee.")
    page.goto("/beheer/pages/search/?q=Samen+naar+de+markt&ordering=content_type")
    expect(page.locator("table.listing a", has_text="Samen naar de markt").first).to_be_visible()
