"""The drawings of the site, doors and icons, as lines that the press can draw in its own colours.

An SVG in the document would bring along the RGB colours of a screen; a printer wants one kind of colour in the whole
file.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from django.conf import settings
from django.template.loader import render_to_string
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

Drawing = dict[str, Any]

ANY_DOOR = "door"
_SVG = "{http://www.w3.org/2000/svg}"
_STEPS = {"moveTo": "move", "lineTo": "line", "curveTo": "cubic", "qCurveTo": "quad", "closePath": "close"}


@cache
def door(colour: str) -> Drawing:
    """Returns the drawing of a district's door, as it is on the site."""
    return _drawn(render_to_string("components/door.html", {"colour": colour}))


@cache
def mark() -> Drawing:
    """Returns the drawing of the five doors, the mark of the site."""
    return _drawn(render_to_string("components/mark.html"))


@cache
def icon(name: str) -> Drawing:
    """Returns the drawing of an icon; that of a door for a name that the site does not know."""
    built = ElementTree.parse(Path(settings.VAR) / "build" / "img" / "icons.svg")  # noqa: S314 (our own build made it)
    symbols = {symbol.get("id"): symbol for symbol in built.iter(f"{_SVG}symbol")}
    symbol = symbols[name] if name in symbols else symbols[ANY_DOOR]
    return {"width": 24, "height": 24, "shapes": list(_shapes(symbol))}


def _drawn(svg: str) -> Drawing:
    root = ElementTree.fromstring(svg)  # noqa: S314 (a template of our own)
    _left, _top, width, height = (float(part) for part in root.get("viewBox", "0 0 1 1").split())
    return {"width": width, "height": height, "shapes": list(_shapes(root))}


def _shapes(element: ElementTree.Element, inside: str = "") -> Iterator[dict[str, Any]]:
    """Yields every path in an element, with the classes of its own and of the elements around it."""
    for child in element:
        names = f"{inside} {child.get('class', '')}".strip()
        path = _path_of(child)
        if path:
            yield {"names": names.split(), "parts": _parts(path)}
        yield from _shapes(child, names)


def _path_of(element: ElementTree.Element) -> str:
    kind = re.sub(r"^\{.*\}", "", element.tag)
    if kind == "circle":
        x, y, radius = (float(element.get(name, "0")) for name in ("cx", "cy", "r"))
        return f"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0z"
    return element.get("d", "") if kind == "path" else ""


def _parts(path: str) -> list[list[Any]]:
    pen = RecordingPen()
    parse_path(path, pen)
    return [
        [_STEPS[step], *([round(x, 3), round(y, 3)] for x, y in points)] for step, points in pen.value if step in _STEPS
    ]
