"""Turns a drawing of matplotlib into SVG inside a page, without style attributes and in the colours of the page.

The policy of the pages refuses style attributes, and a colleague may have chosen dark: so every declaration becomes an
attribute and every colour a name from static/css (`--chart-...`). matplotlib is imported when the first chart is drawn;
a process that draws none never loads it.
"""

import io
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Colours as matplotlib knows them; in the page each is a name, so that it can be light, dark or the system's own.
INK, LINE, PANEL = "#010101", "#020202", "#030303"
ANSWERED, OPEN, LEFT, WITHDRAWN, CLOSED, UNREACHABLE = ("#0401" + f"{number:02}" for number in range(1, 7))
NAMES = {
    INK: "ink",
    LINE: "line",
    PANEL: "panel",
    ANSWERED: "answered",
    OPEN: "open",
    LEFT: "gone",
    WITHDRAWN: "withdrawn",
    CLOSED: "closed",
    UNREACHABLE: "unreachable",
}
TEXT = 10.5
_drawing = Lock()


@cache
def _library() -> type:
    """Returns matplotlib's class of figures, set up once; its list of fonts is kept beside our own files."""
    os.environ.setdefault("MPLCONFIGDIR", str(Path(settings.VAR) / "matplotlib"))
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams.update(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "charts",
            "font.size": TEXT,
            "text.color": INK,
            "axes.edgecolor": INK,
            "axes.labelcolor": INK,
            "xtick.color": INK,
            "ytick.color": INK,
            "axes.facecolor": "none",
            "figure.facecolor": "none",
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.axisbelow": True,
            "grid.color": LINE,
            "grid.linewidth": 0.8,
            "hatch.linewidth": 1.0,
            "legend.frameon": False,
            "axes.formatter.use_mathtext": False,
        }
    )
    return Figure


def drawn(name: str, title: str, size: tuple[float, float], draw: Callable[["Axes"], None]) -> SafeString:
    """Returns the chart as an SVG element of `size` inches, with what `draw` put on matplotlib's axes.

    `name` tells its ids apart from those of other charts on the page.
    """
    # The library keeps settings and caches that threads share.
    with _drawing:
        figure = _library()(figsize=size, layout="constrained")
        draw(figure.subplots())
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return _fit_for_a_page(out.getvalue(), name, title)


def _fit_for_a_page(svg: str, name: str, title: str) -> SafeString:
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>|<style[^>]*>.*?</style>|<!--.*?-->", "", svg, flags=re.S)
    svg = re.sub(r'\sstyle="([^"]*)"', lambda found: _attributes(found[1]), svg)
    svg = re.sub(r'(?<=\sid=")|(?<=href="#)|(?<=url\(#)', f"{name}-", svg)
    for colour, meaning in NAMES.items():
        svg = svg.replace(colour, f"var(--chart-{meaning})")
    box = re.search(r'viewBox="[^"]*"', svg)
    opening = f'<svg class="chart" {box[0] if box else ""} role="img" aria-label="{escape(title)}" focusable="false">'
    return mark_safe(re.sub(r"^<svg[^>]*>", lambda _found: opening, svg))  # noqa: S308 (our own drawing)


def _attributes(declarations: str) -> str:
    """Returns the declarations of a style attribute as attributes; of a font only its size."""
    found = ""
    for declaration in declarations.split(";"):
        key, _, value = (part.strip() for part in declaration.partition(":"))
        if key == "font":
            size = re.search(r"([\d.]+)px", value)
            key, value = "font-size", size[1] if size else str(TEXT)
        if key and key != "font-family":
            found += f' {key}="{value}"'
    return found
