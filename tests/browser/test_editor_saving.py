"""A button that is pressed while the form keeps itself for the first time waits for the answer."""

import re
from itertools import count

import pytest
from playwright.sync_api import APIResponse, Route, expect

from questions.management.commands.set_up_roles import DEMO_PASSWORD
from tests.browser import editor_steps as manual
from tests.browser.conftest import OpenBrowser

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def test_a_button_waits_until_the_form_that_keeps_itself_has_its_answer(browse: OpenBrowser) -> None:
    page = browse()
    page.context.set_default_timeout(60_000)
    manual.sign_in(page, "redacteur", DEMO_PASSWORD)
    page.goto(f"/beheer/pages/add/home/contentpage/{manual.number_of(page, 'Hulp en diensten')}/")
    held: list[tuple[Route, APIResponse]] = []
    made: list[str] = []

    def hold(route: Route) -> None:
        """The page is made at once; who made it hears of it when the test says so."""
        made.append(route.request.headers.get("accept", ""))
        if made[-1] == "application/json":
            held.append((route, route.fetch(max_redirects=0)))
        else:
            route.continue_()

    page.route("**/beheer/pages/add/**", hold)
    for number in count():  # what is typed before the form listens does not make it keep itself
        if held:
            break
        page.fill("#id_title", f"Samen naar de markt {number}")
        page.wait_for_timeout(700)
        assert number < 60
    page.fill("#id_summary", "Wij lopen mee.")
    button = page.locator("footer button[name=action-publish]").first
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    button.click()
    expect(page).to_have_url(re.compile("/add/"))
    assert made == ["application/json"]
    route, answer = held.pop()
    # What the button asks for goes out when the answer is there, with the button's own word.
    with page.expect_request(lambda each: each.is_navigation_request() and each.method == "POST") as sent:
        route.fulfill(response=answer)
    assert "action-publish" in (sent.value.post_data_buffer or b"").decode("utf-8", "replace")
