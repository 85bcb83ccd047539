"""The bar that lets an answer be taken back (static/js/undo-answer.js): it counts down, takes no focus, and ends."""

import uuid
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Browser, Page, expect

from questions.models import HeldAnswer, Question

pytestmark = pytest.mark.browser
SCRIPT = settings.HOUSE / "static" / "js" / "undo-answer.js"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    held = HeldAnswer(question=Question(pk=1, reference="K7M-4QX"), submission=uuid.uuid4())
    with translation.override("nl"):
        bar = render_to_string("desk/undo_bar.html", {"held": held, "seconds": 10})
    html = f"<!doctype html><title>Vragen</title><body><textarea id='next'></textarea>{bar}</body>"
    context = chromium.new_context()
    page = context.new_page()
    page.clock.install(time=0)
    page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto("http://desk.test/")
    page.clock.pause_at(1000)
    page.add_script_tag(content=SCRIPT.read_text())
    yield page
    context.close()


def test_it_counts_down_and_says_once_that_the_answer_has_gone(page: Page) -> None:
    page.focus("#next")
    page.evaluate("window.went = 0; document.addEventListener('desk:answer-went', () => (window.went += 1))")
    expect(page.locator(".undo-bar__words")).to_have_text("Je antwoord op K7M-4QX gaat over 10 seconden weg.")
    page.clock.run_for(4000)
    expect(page.locator("strong")).to_have_text("6")
    expect(page.locator("[role=status]")).to_be_empty()
    page.clock.run_for(5000)
    expect(page.get_by_role("button", name="Terughalen")).to_be_visible()
    page.clock.run_for(1300)
    expect(page.locator("[role=status]")).to_have_text("Je antwoord staat op de pagina van de inwoner.")
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("#next")).to_be_focused()
    page.clock.run_for(3000)
    assert page.evaluate("went") == 1


def test_who_was_about_to_press_is_not_thrown_to_the_top_of_the_page(page: Page) -> None:
    page.focus("button")
    page.clock.run_for(10_300)
    expect(page.locator("[role=status]")).to_be_focused()
