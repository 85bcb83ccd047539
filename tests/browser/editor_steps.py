"""The steps of docs/redactie.md, as somebody with that page in hand takes them: by what stands on the screen."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

PARTS = {
    "what": "Wij kijken samen naar uw formulier.",
    "for_whom": "Voor iedereen in Zwolle.",
    "cost": "Het kost niets.",
    "how": "Kom langs of bel ons.",
    "where": "Bij uw wijkteam.",
}


@dataclass(frozen=True)
class Text:
    """A text that somebody writes."""

    title: str
    summary: str = "Wij vullen samen een formulier in."
    slug: str = ""


def sign_in(page: Page, username: str, password: str) -> None:
    """*Inloggen*."""
    page.goto("/beheer/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", password)
    page.click("button[type=submit], input[type=submit]")
    expect(page).to_have_url(re.compile(r"/beheer/$"))


def new_service(page: Page, text: Text) -> None:
    """*Een nieuwe tekst*, up to and including the parts of a service."""
    page.goto(f"/beheer/pages/{number_of(page, 'Hulp en diensten')}/add_subpage/")
    page.get_by_role("link", name=re.compile("^Dienstpagina")).first.click()
    page.fill("#id_title", text.title)
    page.fill("#id_summary", text.summary)
    for name, words in PARTS.items():
        page.locator(f"[data-contentpath={name}] [contenteditable=true]").first.click()
        page.keyboard.type(words)
        # The editor hands its words to the form a moment later.
        expect(page.locator(f"input[name={name}], textarea[name={name}]")).to_have_value(re.compile(re.escape(words)))
    # The form also keeps itself as a draft, but only what was typed after its first two seconds.
    choose(page, "Bewaar concept")
    expect(page).to_have_url(re.compile(r"/pages/\d+/edit/"))


def choose(page: Page, action: str) -> None:
    """Opens the menu beside *Bewaar concept* and chooses."""
    button = page.locator("footer button", has_text=action).first
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    # A page of its own: when the form keeps itself, it only changes the address.
    with page.expect_event("domcontentloaded"):
        button.click()


def publish(page: Page) -> None:
    """*Publiceren*, or *Publicatie inplannen* when there is a schedule: the same button."""
    button = page.locator("button[name=action-publish]").first
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    # A page of its own: when the form keeps itself, it only changes the address.
    with page.expect_event("domcontentloaded"):
        button.click()


def open_waiting(page: Page, title: str) -> None:
    """From the start screen to a page that waits for approval."""
    page.goto("/beheer/")
    page.get_by_role("link", name=title).first.click()


def translate(page: Page, language: str) -> None:
    """*Vertalen*, from the Dutch page: asks for a language and opens its page, string by string."""
    number = re.search(r"/pages/(\d+)/", page.url)
    assert number
    page.goto(f"/beheer/localize/submit/page/{number[1]}/")
    page.locator("main label", has_text=language).first.click()
    with page.expect_navigation():
        page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    expect(page.get_by_role("button", name="Vertaal", exact=True).first).to_be_visible()


def write_string(page: Page, words: str) -> None:
    """Translates the first string that has no translation yet."""
    page.get_by_role("button", name="Vertaal", exact=True).first.click()
    field = page.locator("main textarea, main [contenteditable=true]").first
    field.click()
    field.press("ControlOrMeta+a")
    page.keyboard.type(words)
    page.get_by_role("button", name="Opslaan", exact=True).first.click()
    expect(page.locator("main").get_by_text(words).first).to_be_visible()


def publish_translation(page: Page) -> None:
    """The button under the strings."""
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^Publiceer in")).first.click()


def schedule(page: Page, moment: datetime) -> None:
    """*Later publiceren*: day and hour, in the panel behind the letter i."""
    opens = page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]:visible")
    if not opens.count():
        page.locator("[data-side-panel-toggle=status]").first.click()
    opens.first.click()
    page.fill("#id_go_live_at", moment.strftime("%Y-%m-%d %H:%M"))
    # By the keyboard, since the calendar that opened lies over the button.
    page.locator("#schedule-publishing-dialog button", has_text="Schema opslaan").press("Enter")
    expect(page.locator("#schedule-publishing-dialog")).to_be_hidden()


NUMBER = """
from wagtail.models import Page
result = Page.objects.get(title={title!r}, locale__language_code="nl").pk
"""


def page_number(site: Site, title: str) -> int:
    """The number of the Dutch page with this title, for a test that is not about finding it."""
    return int(site.beside.do(NUMBER.format(title=title)))


def number_of(page: Page, title: str) -> str:
    """The number of the Dutch page with this title, by *Zoeken* in the menu."""
    page.goto(f"/beheer/pages/search/?q={quote(title)}&ordering=content_type")
    link = page.locator("table.listing a", has_text=title).first.get_attribute("href") or ""
    found = re.search(r"/pages/(\d+)/", link)
    assert found, link
    return found[1]
