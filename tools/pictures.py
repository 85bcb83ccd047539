"""Takes the pictures of docs/redactie.md on a running site with the demo people: `python -m tools.pictures`.

It writes a text of its own there, so use a site that may be thrown away (`make run`).
"""

import argparse
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser import editor_steps as manual
from tools.machine import chromium

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
COLOURS = 128
"""So many are enough for a screen, and a third of the bytes."""
WIDTH, HEIGHT = 1180, 760
PASSWORD = "welkom-in-de-wijk"  # noqa: S105 (printed by `make run`)


def take(page: Page, name: str) -> None:
    """Saves a picture of what the window shows, in few colours."""
    path = PICTURES / f"{name}.png"
    page.wait_for_timeout(1500)  # panels slide in
    page.screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)


def take_all(page: Page) -> None:
    """Takes the pictures of the manual, in its order."""
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
    """Reads the address, opens a browser, takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default="http://127.0.0.1:8000")
    address = parser.parse_args().address
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(
            base_url=address, viewport={"width": WIDTH, "height": HEIGHT}, locale="nl"
        ).new_page()
        page.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        take_all(page)
        browser.close()


if __name__ == "__main__":
    main()
