"""Draws docs/architecture.svg from the imports of the code: `make picture`.

With `--check` it only says whether the picture still shows the code as it is.

A box is a room: a folder of a package, or one file that stands beside the folders. A room stands above every room whose
names it imports. An arrow that follows from two others is left out. The numbers in colour are the three ways through
the house that docs/architecture.md tells.
"""

import argparse
import ast
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

import grimp

HOUSE = Path(__file__).resolve().parents[1]
PICTURE = HOUSE / "docs" / "architecture.svg"
PAGE = HOUSE / "docs" / "architecture.md"
COLOURS = ("#a6322b", "#1b6e4f", "#1d4f91")
BANDS = {
    "portal": "portal: settings, addresses, the frame of every page",
    "questions": "questions: asking, answering, measuring",
    "services": "services: what there is, for whom, when",
    "home": "home: what every page has",
}
# Django and Wagtail look for these names; they tie a package together and tell nothing of its plan.
FRAME = {"apps", "urls", "wagtail_hooks", "models", "migrations", "management", "templatetags", "wsgi"}
# Models of `questions` are a room: they are not spread over the others.
ROOMS_ALL_THE_SAME = {"questions.models"}

Edges = dict[str, set[str]]
WIDTH, BOX, HEIGHT, GAP, ROW = 1240, 212, 74, 22, 40


@dataclass(frozen=True)
class Room:
    """A box of the picture: the dotted name of the room, and the first sentence of its docstring."""

    name: str
    says: str


def room_of(module: str) -> str | None:
    """Returns the room of a module, such as `home.pages`; None for a package itself and for the modules in FRAME."""
    parts = module.split(".")
    if len(parts) < 2:
        return None
    name = ".".join(parts[:2])
    return None if parts[1] in FRAME and name not in ROOMS_ALL_THE_SAME else name


def measured() -> tuple[dict[str, list[Room]], Edges]:
    """Returns the rooms of every band, and for each room those that it imports from within its band."""
    graph = grimp.build_graph(*BANDS, cache_dir=None)
    rooms: set[str] = set()
    edges: Edges = defaultdict(set)
    for module in graph.modules:
        room = room_of(module)
        if room is None:
            continue
        rooms.add(room)
        for imported in graph.find_modules_directly_imported_by(module):
            other = room_of(imported)
            if other not in (None, room) and other.split(".")[0] == room.split(".")[0]:
                edges[room].add(other)
    bands = {band: [Room(name, says(name)) for name in sorted(rooms) if name.startswith(f"{band}.")] for band in BANDS}
    return bands, edges


def ways() -> list[tuple[str, dict[str, list[int]]]]:
    """Returns the ways that the page tells: the heading of each, and per room the numbers of its steps there."""
    found = []
    for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        steps: dict[str, list[int]] = defaultdict(list)
        for number, file in re.findall(r"^(\d)\. `([\w/]+\.py)`", part, re.MULTILINE):
            room = room_of(file.removeprefix("site/").removesuffix(".py").replace("/", ".")) or ""
            steps[room].append(int(number))
        if steps:
            found.append((part.splitlines()[0], dict(steps)))
    return found


def says(room: str) -> str:
    """Returns the first sentence of the room's docstring; empty when it has none."""
    base = HOUSE / Path("site" if room.startswith("portal") else "", *room.split("."))
    file = base.with_suffix(".py") if base.with_suffix(".py").exists() else base / "__init__.py"
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return re.split(r"(?<=\.)\s", " ".join(text.split()), maxsplit=1)[0].rstrip(".")


def reached(edges: Edges, start: str) -> set[str]:
    """Returns every room that can be reached from a room by imports, one after the other."""
    found: set[str] = set()
    todo = [start]
    while todo:
        for room in edges.get(todo.pop(), ()):
            if room not in found:
                found.add(room)
                todo.append(room)
    return found


def floors(rooms: Iterable[str], edges: Edges) -> dict[str, int]:
    """Returns the floor of every room: 0 when it imports none, else one above the highest that it imports.

    Rooms that import each other in a circle share a floor.
    """
    below = {room: reached(edges, room) for room in rooms}
    floor: dict[str, int] = {}
    for room in sorted(below, key=lambda each: len(below[each] - {each})):
        circle = {other for other in below[room] if room in below.get(other, ())} | {room}
        lower = [
            floor[other] for one in circle for other in edges.get(one, ()) if other in floor and other not in circle
        ]
        height = max(lower, default=-1) + 1
        floor.update(dict.fromkeys(circle, height))
    return floor


def without_detours(edges: Edges) -> Edges:
    """Returns the arrows without those that follow from two others."""
    kept: Edges = {}
    for room, direct in edges.items():
        through = set().union(*(reached(edges, other) for other in direct if room not in reached(edges, other)), set())
        kept[room] = {other for other in direct if other not in through or room in reached(edges, other)}
    return kept


def drawn() -> str:
    """Returns the picture as SVG: the same text for the same code."""
    bands, edges = measured()
    parts: list[str] = []
    told = ways()
    for number, (heading, _) in enumerate(told):
        parts += [
            f'<circle cx="{26 + number * 240}" cy="20" r="8" fill="{COLOURS[number]}"/>',
            f'<text x="{40 + number * 240}" y="25">{escape(heading)}</text>',
        ]
    top = 42
    for band, title in BANDS.items():
        body, bottom = band_drawn(bands[band], edges, told, title, top)
        parts += body
        top = bottom + 34
        if band != "home":
            middle = WIDTH / 2
            parts.append(f'<path class="down" d="M{middle:.0f} {bottom} v26"/>')
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" aria-labelledby="title">',
            '<title id="title">The rooms of the house; every arrow is an import and runs down</title>',
            "<style>"
            "text{font:13px system-ui,sans-serif;fill:#1f2933}.name{font-weight:600}.small{font-size:11px;fill:#52606d}"
            ".step{font-size:11px;font-weight:700;fill:#fff}"
            ".band{fill:#f7f3ec;stroke:#d9cbb4}.room{fill:#fff;stroke:#8a6d3b}"
            ".arrow{fill:none;stroke:#8a6d3b;stroke-opacity:.55;marker-end:url(#head)}"
            ".down{fill:none;stroke:#1f2933;stroke-width:3;marker-end:url(#head)}"
            "</style>",
            '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
            'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="#8a6d3b"/></marker></defs>',
            f'<rect width="{WIDTH}" height="{top}" fill="#fff"/>',
            *parts,
            "</svg>\n",
        ]
    )


def band_drawn(
    rooms: list[Room], edges: Edges, told: list[tuple[str, dict[str, list[int]]]], title: str, top: int
) -> tuple[list[str], int]:
    """Returns the boxes and arrows of one band, and where it ends, in pixels from the top."""
    floor = floors([room.name for room in rooms], edges)
    shelves: dict[int, list[Room]] = defaultdict(list)
    for room in rooms:
        shelves[floor[room.name]].append(room)
    most = (WIDTH - 60) // (BOX + GAP)
    place: dict[str, tuple[float, int]] = {}
    y = top + 38
    for height in sorted(shelves, reverse=True):
        for start in range(0, len(shelves[height]), most):
            row = shelves[height][start : start + most]
            left = (WIDTH - len(row) * BOX - (len(row) - 1) * GAP) / 2
            for number, room in enumerate(row):
                place[room.name] = (left + number * (BOX + GAP), y)
            y += HEIGHT + ROW
    bottom = y - ROW + 18
    parts = [
        f'<rect class="band" x="10" y="{top}" width="{WIDTH - 20}" height="{bottom - top}" rx="10"/>',
        f'<text class="name" x="26" y="{top + 22}">{escape(title)}</text>',
    ]
    names = {room.name for room in rooms}
    for importer, others in sorted(without_detours({name: edges.get(name, set()) for name in names}).items()):
        for other in sorted(others):
            parts.append(arrow(place[importer], place[other]))
    for room in rooms:
        x, y = place[room.name]
        parts += [
            f'<rect class="room" x="{x:.0f}" y="{y}" width="{BOX}" height="{HEIGHT}" rx="6"/>',
            f'<text class="name" x="{x + BOX / 2:.0f}" y="{y + 19}" text-anchor="middle">'
            f"{escape(room.name.split('.', 1)[1])}</text>",
            *(
                f'<text class="small" x="{x + BOX / 2:.0f}" y="{y + 35 + number * 14}" text-anchor="middle">'
                f"{line}</text>"
                for number, line in enumerate(lines_in_box(room.says))
            ),
        ]
        steps = [
            (colour, number)
            for colour, (_, way) in zip(COLOURS, told, strict=True)
            for number in way.get(room.name, [])
        ]
        for position, (colour, number) in enumerate(steps):
            parts += [
                f'<circle cx="{x + 6 + position * 19:.0f}" cy="{y - 3}" r="9" fill="{colour}"/>',
                f'<text class="step" x="{x + 6 + position * 19:.0f}" y="{y + 1}" text-anchor="middle">{number}</text>',
            ]
    return parts, bottom


def arrow(start: tuple[float, int], end: tuple[float, int]) -> str:
    """Returns a curve from the foot of one box to the head of another; between boxes of one row along their feet."""
    (x, y), (to_x, to_y) = start, end
    x, to_x = x + BOX / 2, to_x + BOX / 2
    y += HEIGHT
    if to_y < y:
        return (
            f'<path class="arrow" d="M{x:.0f} {y} C{x:.0f} {y + 26} {to_x:.0f} {y + 26} {to_x:.0f} {to_y + HEIGHT}"/>'
        )
    half = (y + to_y) / 2
    return f'<path class="arrow" d="M{x:.0f} {y} C{x:.0f} {half:.0f} {to_x:.0f} {half:.0f} {to_x:.0f} {to_y}"/>'


def lines_in_box(text: str) -> list[str]:
    """Returns at most three lines that fit in a box, as SVG text; a longer text ends in an ellipsis."""
    return [escape(line) for line in textwrap.wrap(text, 34, max_lines=3, placeholder=" …")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether the picture is what the code is")
    sys.path[:0] = [str(HOUSE / "site"), str(HOUSE)]
    if not parser.parse_args().check:
        PICTURE.write_text(drawn(), encoding="utf-8")
    elif PICTURE.read_text(encoding="utf-8") != drawn():
        sys.exit("docs/architecture.svg is of an earlier state of the code: `make picture` draws it anew")


if __name__ == "__main__":
    main()
