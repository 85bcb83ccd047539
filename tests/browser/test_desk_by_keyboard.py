"""A colleague works at the desk without a pointer: from the queue to the next question, and an answer taken back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser, Site, server
from tests.browser.steps import Kept, fill_in_question, follow, kept, send, sign_in, tab_to
from tools.machine import free_port

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
QUESTION = re.compile(r"/beheer/vragen/\d+/$")
# Full of letters that are keys while nobody types.
ANSWER = "Wij bellen u morgen: jk vz nq cx?"

# The seconds in which an answer can be taken back are over.
OVER = """
from datetime import timedelta
from django.utils import timezone
from questions.models import HeldAnswer
HeldAnswer.objects.update(release_at=timezone.now() - timedelta(seconds=1))
"""


def asked(page: Page, theme: str) -> Kept:
    """Asks a question as a resident, whose browser stays at the conversation."""
    page.goto("/nl/vraag/")
    fill_in_question(page, theme, "Kunt u mij helpen met een brief?")
    send(page)
    what = kept(page)
    follow(page, "nl", what)
    return what


def go_to(page: Page, reference: str) -> None:
    """Goes down the queue until the question of this reference has the focus."""
    for _press in range(60):
        page.keyboard.press("j")
        if page.evaluate("words => document.activeElement.closest('li')?.textContent.includes(words)", reference):
            return
    pytest.fail(f"the keyboard does not reach {reference}")


def press(page: Page, key: str) -> None:
    """Presses a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_from_the_queue_to_the_next_question_and_an_answer_taken_back(
    site: Site, browse: OpenBrowser, tmp_path: Path
) -> None:
    resident = browse()
    asked(resident, "wonen")
    reference = asked(resident, "geld").reference
    desk = browse(viewport={"width": 1280, "height": 800})
    sign_in(desk, "medewerker")
    port = free_port()
    # On the site of the other tests an answer goes at once.
    with server(port, site.environment | {"PORTAL_UNDO_SECONDS": "600"}, tmp_path / "server.log"):
        desk.goto(f"http://127.0.0.1:{port}/beheer/vragen/")
        go_to(desk, reference)
        press(desk, "n")
        expect(desk).to_have_url(QUESTION)
        expect(desk.locator("h1")).to_contain_text(reference)
        claimed = desk.url

        # A note for colleagues, a fact, the answer: each has its key, and letters in a field are letters.
        desk.keyboard.press("n")
        desk.keyboard.type("Belt zelf n morgen")
        press(desk, "Control+Enter")
        expect(desk.locator(".log .internal")).to_contain_text("Belt zelf n morgen")
        text = desk.locator(".answer-form textarea")
        desk.keyboard.press("f")
        desk.keyboard.type("bestaat niet")
        desk.keyboard.press("Enter")
        expect(desk.locator("[data-reads]")).to_contain_text("Kies er een uit de lijst")
        desk.keyboard.press("Escape")
        expect(desk.locator("summary[data-key=f]")).to_be_focused()
        desk.keyboard.press("a")
        desk.keyboard.type(ANSWER)
        expect(text).to_have_value(ANSWER)
        desk.keyboard.press("Escape")
        expect(desk.locator(".question-log")).to_be_focused()

        # What is missing has the focus when the form comes back.
        press(desk, "v")
        settled = desk.locator(".answer-form [name=settled]").first
        expect(settled).to_be_focused()
        expect(text).to_have_value(ANSWER)
        desk.keyboard.press("Space")
        tab_to(desk, ".answer-form [name=destination]")
        desk.keyboard.press("Space")
        press(desk, "v")
        expect(desk).to_have_url(QUESTION)
        expect(desk.locator("h1")).not_to_contain_text(reference)

        press(desk, "z")
        # It goes on where it was left: in the words that came back.
        expect(desk).to_have_url(f"{claimed}#answer")
        expect(text).to_be_focused()
        expect(text).to_have_value(ANSWER)
        expect(settled).to_be_checked()
        resident.reload()
        expect(resident.locator(".log")).not_to_contain_text(ANSWER)

        # When its seconds are over it stands in the conversation, and nowhere as something that is still to go.
        press(desk, "Control+Enter")
        expect(desk.locator("#held")).to_contain_text(ANSWER)
        site.beside.do(OVER)
        desk.evaluate("document.dispatchEvent(new Event('desk:answer-went'))")
        expect(desk.locator(".log")).to_contain_text(ANSWER)
        expect(desk.locator("#held")).to_have_count(0)
    resident.reload()
    expect(resident.locator(".log")).to_contain_text(ANSWER)
