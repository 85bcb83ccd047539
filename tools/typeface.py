"""Cuts the typeface as static/css/fonts.css says: a file per face, with the signs of its unicode-range and no more.

Of two faces of one weight that both name a sign a browser takes the later one; so the earlier file goes without it.
Called with the repository as working directory, after `npm ci`; writes into var/ only.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FACES = Path("static/css/fonts.css")
WHOLE = Path("node_modules/@expo-google-fonts/atkinson-hyperlegible-next")
WEIGHTS = {400: "400Regular", 700: "700Bold"}
# Kerning, the letters of each language, marks that stand alone, and figures of one width for tables.
FEATURES = ["kern", "locl", "ccmp", "mark", "mkmk", "tnum"]


@dataclass(frozen=True)
class Face:
    """A face as the style sheet declares it."""

    file: str
    weight: int
    signs: frozenset[int]


def faces(css: str) -> Iterator[Face]:
    """Yields the faces of a style sheet, with the signs that each file has to hold."""
    declared = [
        Face(
            file=re.findall(r'url\("\.\./fonts/([^"]+)"\)', block)[0],
            weight=int(re.findall(r"font-weight:\s*(\d+)", block)[0]),
            signs=signs_in(re.findall(r"unicode-range:\s*([^;]+)", block)[0]),
        )
        for block in re.findall(r"@font-face\s*{([^}]*)}", css)
    ]
    for place, face in enumerate(declared):
        later = [other.signs for other in declared[place + 1 :] if other.weight == face.weight]
        yield Face(face.file, face.weight, face.signs.difference(*later))


def signs_in(ranges: str) -> frozenset[int]:
    """Returns the signs of a unicode-range."""
    ends = (each.strip().removeprefix("U+").split("-") for each in ranges.split(","))
    return frozenset(sign for first, *last in ends for sign in range(int(first, 16), int((last or [first])[0], 16) + 1))


def cut(face: Face, target: Path) -> None:
    """Writes the file of a face. The same source and the same signs give the same bytes."""
    [source] = (WHOLE / WEIGHTS[face.weight]).glob("*.ttf")
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=face.signs)
    subsetter.subset(font)
    font.flavor = "woff2"
    # Under another name first: a server that reads at the same moment never finds half a file.
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    font.save(draft)
    draft.replace(target)


def main() -> None:
    folder = Path(os.environ.get("PORTAL_VAR") or "var") / "build" / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = list(faces(FACES.read_text()))
    for face in wanted:
        cut(face, folder / face.file)
    (folder / "LICENSE.txt").write_bytes((WHOLE / "LICENSE_FONT").read_bytes())
    for file in folder.glob("*.woff2"):
        if file.name not in {face.file for face in wanted}:
            file.unlink()


if __name__ == "__main__":
    main()
