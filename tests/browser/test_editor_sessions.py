"""What the form of a page kept by itself is never taken for a version of somebody else."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenBrowser, Site
from tests.browser.editor_steps import page_number
from tests.browser.steps import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
TITLE = "Hulp en diensten"
JSON = "application/json"
PING = re.compile(r"/editing-sessions/ping/")


def test_who_asked_for_versions_while_the_form_kept_itself_is_not_told_of_its_own(
    browse: OpenBrowser, site: Site
) -> None:
    page = browse()
    sign_in(page, "redacteur")
    asked: list[Route] = []
    kept: list[str] = []
    page.route(PING, lambda route: asked.append(route))  # on its way, and not yet at the server
    page.on(
        "response", lambda answer: kept.append(answer.url) if answer.request.headers.get("accept") == JSON else None
    )
    page.goto(f"/beheer/pages/{page_number(site, TITLE)}/edit/")
    for _again in range(40):  # what is typed before the form listens does not make it keep itself
        page.locator("#id_title").press_sequentially(".")
        page.wait_for_timeout(900)
        if asked and kept:
            break
    assert asked
    assert kept
    with page.expect_response(PING):
        asked[-1].continue_()
    page.unroute(PING)
    page.fill("#id_title", TITLE)
    toggle = page.locator("footer [data-w-dropdown-target=toggle]").first
    with page.expect_event("domcontentloaded"):
        toggle.click()
        page.locator("footer button[name=action-publish]").first.click()
    expect(page.locator("#w-save-confirmation-dialog")).to_be_hidden()
    expect(page.locator(".messages")).not_to_contain_text("fout")
