"""One picture of a manual, as it is kept: what the window or a part of it shows, in few colours."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
COLOURS = 128
"""So many are enough for a screen, and a third of the bytes."""


def take(page: Page, name: str, part: Locator | None = None) -> None:
    """Saves a picture of what the window shows, or of this part of it."""
    path = PICTURES / f"{name}.png"
    page.wait_for_timeout(1500)  # panels slide in
    (part or page).screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)
