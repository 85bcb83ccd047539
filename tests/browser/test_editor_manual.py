"""Somebody adds, hands in, approves, translates and schedules a text by docs/redactie.md alone."""

import time
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from questions.management.commands.set_up_roles import DEMO_PASSWORD
from tests.browser import editor_steps as manual
from tests.browser.conftest import PATIENCE, OpenBrowser, Site, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
TEXT = manual.Text("Samen formulieren invullen")
PATH = "/diensten/samen-formulieren-invullen/"
LATER = manual.Text("Samen de bus nemen")


def read(page: Page, address: str, title: str) -> None:
    """What was published is there within a moment: every process keeps what it read for half a second."""
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until:
        page.goto(address)
        if page.locator("h1").inner_text() == title:
            return
    pytest.fail(f"{address} does not say {title!r}")


def test_a_text_is_added_handed_in_approved_translated_and_scheduled_by_the_manual_alone(
    browse: OpenBrowser, site: Site
) -> None:
    writer = browse()
    manual.sign_in(writer, "schrijver", DEMO_PASSWORD)
    manual.new_service(writer, TEXT)
    manual.choose(writer, "Stuur door naar Redactie")

    reader = browse()
    missing = reader.goto(site("/nl" + PATH))
    assert missing is not None
    assert missing.status == 404

    editor = browse()
    manual.sign_in(editor, "redacteur", DEMO_PASSWORD)
    assert_accessible(editor, rules=["wcag2a", "wcag2aa"])
    manual.open_waiting(editor, TEXT.title)
    address = editor.url
    manual.choose(editor, "Goedkeuren en publiceren")
    read(reader, site("/nl" + PATH), TEXT.title)

    editor.goto(address)
    manual.translate(editor, "Engels")
    manual.write_string(editor, "Filling in forms together")
    manual.publish_translation(editor)
    read(reader, site("/en" + PATH), "Filling in forms together")
    for place in (".in-short", ".answers"):
        still_dutch = reader.locator(place).get_by_text(manual.PARTS["cost"])
        expect(still_dutch).to_have_attribute("lang", "nl")

    manual.new_service(editor, LATER)
    manual.schedule(editor, datetime.now().astimezone() + timedelta(days=1))
    manual.publish(editor)
    later = reader.goto(site("/nl/diensten/samen-de-bus-nemen/"))
    assert later is not None
    assert later.status == 404
