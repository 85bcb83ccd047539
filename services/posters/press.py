"""Makes a document of a sheet: a PDF for the printer, a picture for the screen.

Setting a page takes some tenths of a second of CPU, and anybody may ask for one. Three things keep that small: there
are only as many sheets as themes, districts and languages; a document is kept under a hash of everything on it, so it
is made again only when something changed; and each process makes one at a time.
"""

import hashlib
import json
import threading
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

import segno
import typst
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured

from services.posters import drawing
from services.posters.sheet import Sheet, SheetKind

LAYOUT = Path(__file__).parent / "sheets"
PATIENCE = 8.0  # seconds
SCREEN = 60.0  # dots per inch
SIDES = {SheetKind.POSTER: 1, SheetKind.FLYER: 2}

at_work = threading.Lock()


class Busy(Exception):
    """Raised while another sheet is being made; try again in a moment."""


def stamp_of(sheet: Sheet) -> str:
    """Returns a hash of everything that is printed: texts, facts, fonts and layout."""
    return hashlib.sha256((_layout() + _content(sheet)).encode()).hexdigest()[:32]


def pdf_of(sheet: Sheet) -> bytes:
    """Returns the PDF, with bleed around it. Raises Busy."""
    return _cached(sheet, "pdf")


def picture_of(sheet: Sheet, side: int = 1) -> bytes:
    """Returns one side as a small PNG, trimmed as after cutting. Raises Busy."""
    return _cached(sheet, f"{side}.png")


def _cached(sheet: Sheet, ending: str) -> bytes:
    store = caches["posters"]
    name = f"{stamp_of(sheet)}.{ending}"
    found: bytes | None = store.get(name)
    if found is not None:
        return found
    if not at_work.acquire(timeout=PATIENCE):
        raise Busy
    try:
        found = store.get(name)  # whoever was at work may have made it
        if found is None:
            found = _compiled(sheet, ending)
            store.set(name, found)
        return found
    finally:
        at_work.release()


def _compiled(sheet: Sheet, ending: str) -> bytes:
    press = typst.Compiler(
        input=str(LAYOUT / f"{sheet.kind}.typ"),
        root=str(LAYOUT),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"sheet": _content(sheet)},
    )
    if ending == "pdf":
        made = press.compile(format="pdf", pdf_standards="ua-1")
    else:
        made = press.compile(format="png", ppi=SCREEN)
    sides = [made] if isinstance(made, bytes) else list(made or [])
    number = 0 if ending == "pdf" else int(ending.partition(".")[0]) - 1
    return sides[number]


def _content(sheet: Sheet) -> str:
    """Returns the data of the layout as JSON."""
    topic = sheet.topic
    code = segno.make(topic.address, error="m", micro=False)
    given = asdict(sheet) | {
        "readable_address": sheet.readable_address,
        "has_examples": sheet.has_examples,
        "code": [[bool(module) for module in row] for row in code.matrix],
        "mark": drawing.mark(),
        "door": drawing.door(sheet.colour),
        "icons": {name: drawing.icon(name) for name in {topic.icon, *(way.icon for way in sheet.ways)}},
    }
    return json.dumps(given, ensure_ascii=False, sort_keys=True)


@cache
def _layout() -> str:
    """Returns a text that differs whenever the layout, the version of Typst or the fonts do."""
    faces = "".join(f"{file.name} {file.stat().st_size}" for file in sorted(_faces().glob("*.ttf")))
    return version("typst") + faces + "".join(file.read_text() for file in sorted(LAYOUT.glob("*.typ")))


@cache
def _fonts() -> typst.Fonts:
    if not list(_faces().glob("*.ttf")):
        raise ImproperlyConfigured(f"{_faces()} holds no fonts; tools/assets.mjs puts them there")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_faces())])


def _faces() -> Path:
    return Path(settings.VAR) / "paper-fonts"
