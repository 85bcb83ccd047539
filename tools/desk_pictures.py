"""Takes the pictures of docs/medewerker.md: a made-up day at the desk (`tools/made_up_day.py`)."""

import re

from playwright.sync_api import Browser, Page, expect

from tools.made_up_day import ask_all
from tools.picture_files import take

ANSWER = (
    "Dag Sanne, goed dat u dit vraagt. U hoeft dit niet in één keer te betalen. Wij bellen samen met de deurwaarder."
)


def sign_in(page: Page, username: str, password: str) -> None:
    """Signs in; a colleague comes to the queue."""
    page.goto("/beheer/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", password)
    page.click("button[type=submit], input[type=submit]")
    expect(page).to_have_url(re.compile(r"/beheer/vragen/$"))


def take_all(browser: Browser, page: Page, address: str) -> None:
    """Asks the day through the site and takes the pictures in the order of the manual; `page` is of a colleague."""
    asked = ask_all(browser, address)
    letter, worry = asked[0].reference, asked[-1].reference
    page.goto("/beheer/vragen/")
    take(page, "vragen-wachtrij")
    _open(page, letter)
    page.click(".question-claim button")
    page.fill("#answerform_text", ANSWER)
    page.check("input[name=settled][value=not_yet]")
    take(page, "vragen-scherm")
    _take_handing_over(page)
    page.click(".answer-form__send button[name=then]")
    expect(page.locator("[data-undo]")).to_be_visible()
    take(page, "vragen-terughalen", page.locator("[data-undo]"))
    _open(page, worry)
    take(page, "vragen-zorg", page.locator(".question-side"))


def _open(page: Page, reference: str) -> None:
    page.goto("/beheer/vragen/")
    page.locator("[data-question]", has_text=reference).locator("h2 a").click()
    expect(page).to_have_url(re.compile(r"/beheer/vragen/\d+/$"))


def _take_handing_over(page: Page) -> None:
    panel = page.locator("details.desk-do", has=page.locator("form[action$='/overdragen/']"))
    panel.locator("summary").click()
    take(page, "vragen-overdragen", panel)
    panel.locator("summary").click()
