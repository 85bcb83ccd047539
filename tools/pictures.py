"""Takes the pictures of docs/redactie.md and docs/medewerker.md: `python -m tools.pictures`.

On a running site with the demo people. It writes a text and asks questions of its own there, so use a site that may be
thrown away (`make run`), and one without other questions: the queue is in the picture.
"""

import argparse
import time

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import editor_steps as manual
from tools import desk_pictures
from tools.machine import chromium
from tools.picture_files import PICTURES, take

EDITORS = 1180, 760
DESK = 1280, 780
PASSWORD = "welkom-in-de-wijk"  # noqa: S105 (printed by `make run`)


def take_all(page: Page) -> None:
    """Takes the pictures of the manual of editors, in its order."""
    manual.sign_in(page, "redacteur", PASSWORD)
    take(page, "startscherm")
    text = manual.Text(f"Samen formulieren invullen {time.strftime('%H%M%S')}")
    manual.new_service(page, text)
    page.evaluate("window.scrollTo(0, 0)")
    take(page, "nieuwe-tekst")
    page.locator("[data-side-panel-toggle=preview]").first.click()
    page.wait_for_timeout(4000)  # the preview loads in a frame
    take(page, "voorbeeld")
    number = page.url.split("/pages/")[1].split("/")[0]
    manual.publish(page)
    page.goto(f"/beheer/pages/{number}/edit/")
    manual.translate(page, "Engels")
    manual.write_string(page, "Filling in forms together")
    take(page, "vertalen")


def main() -> None:
    """Reads the address and which manual, opens a browser, takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default="http://127.0.0.1:8000")
    parser.add_argument("--only", choices=("redactie", "medewerker"), help="the pictures of one manual")
    given = parser.parse_args()
    PICTURES.mkdir(exist_ok=True)
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        if given.only != "medewerker":
            take_all(_open(browser, given.address, *EDITORS))
        if given.only != "redactie":
            page = _open(browser, given.address, *DESK)
            desk_pictures.sign_in(page, "medewerker", PASSWORD)
            desk_pictures.take_all(browser, page, given.address)
        browser.close()


def _open(browser: Browser, address: str, width: int, height: int) -> Page:
    page = browser.new_context(base_url=address, viewport={"width": width, "height": height}, locale="nl").new_page()
    page.set_default_timeout(60_000)
    return page


if __name__ == "__main__":
    main()
