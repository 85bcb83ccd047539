"""From a sheet to a document: PDF for the printer, a picture for the screen.

Setting a page costs the processor some tenths of a second, and whoever asks for one is unknown. Three things keep that
small: there are only as many sheets as themes, districts and languages; what was made once is kept under a hash of all
that stands on it, so it is made again only when a fact changed; and each process makes one at a time.
"""

import hashlib
import json
import os
import threading
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

import segno
import typst
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from services.posters import drawing
from services.posters.sheet import Sheet, SheetKind

LAYOUT = Path(__file__).parent / "sheets"
KEPT = 600
"""Files in the store, about 50 MB; the oldest go first."""
PATIENCE = 8.0  # seconds
SCREEN = 60.0  # dots per inch
SIDES = {SheetKind.POSTER: 1, SheetKind.FLYER: 2}

at_work = threading.Lock()


class Busy(Exception):
    """Another sheet is being made; ask again in a moment."""


def stamp_of(sheet: Sheet) -> str:
    """A name for all that is printed: another as soon as a word, a fact or the layout is another."""
    return hashlib.sha256((_layout() + _content(sheet)).encode()).hexdigest()[:32]


def pdf_of(sheet: Sheet) -> bytes:
    """The document, with bleed around it. Raises Busy."""
    return _kept(sheet, "pdf")


def picture_of(sheet: Sheet, side: int = 1) -> bytes:
    """One side of it as a small PNG, as it looks when it was cut. Raises Busy."""
    return _kept(sheet, f"{side}.png")


def _kept(sheet: Sheet, ending: str) -> bytes:
    name = f"{stamp_of(sheet)}.{ending}"
    found = _read(name)
    if found is not None:
        return found
    if not at_work.acquire(timeout=PATIENCE):
        raise Busy
    try:
        return _read(name) or _made(sheet, name, ending)  # whoever was at work may have made it
    finally:
        at_work.release()


def _made(sheet: Sheet, name: str, ending: str) -> bytes:
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
    _write(name, sides[number])
    return sides[number]


def _read(name: str) -> bytes | None:
    try:
        return (store() / name).read_bytes()
    except FileNotFoundError:
        return None


def _write(name: str, content: bytes) -> None:
    """Under another name first: who reads at the same moment never finds half a file."""
    folder = store()
    draft = folder / f"{name}.{os.getpid()}"
    draft.write_bytes(content)
    draft.replace(folder / name)
    for file in sorted(folder.iterdir(), key=_age)[KEPT:]:
        file.unlink(missing_ok=True)


def _age(file: Path) -> float:
    """The youngest first; another process may have taken it away."""
    return -file.stat().st_mtime if file.exists() else 0.0


def store() -> Path:
    """Where the files are kept."""
    folder = Path(settings.VAR) / "paper"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _content(sheet: Sheet) -> str:
    """All that the layout is given, as one text."""
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
    """The layout itself, what sets it, and in which faces."""
    faces = "".join(f"{file.name} {file.stat().st_size}" for file in sorted(_faces().glob("*.ttf")))
    return version("typst") + faces + "".join(file.read_text() for file in sorted(LAYOUT.glob("*.typ")))


@cache
def _fonts() -> typst.Fonts:
    if not list(_faces().glob("*.ttf")):
        raise ImproperlyConfigured(f"{_faces()} holds no fonts; tools/assets.mjs puts them there")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_faces())])


def _faces() -> Path:
    return Path(settings.VAR) / "paper-fonts"
