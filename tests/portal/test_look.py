"""The promises of docs/look.md that can be checked without a browser."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from home.templatetags.furniture import drawing, icon
from services.models import Theme
from tests.some import some

HOUSE = Path(__file__).parents[2]
VAR = Path(settings.VAR)
SHEETS = sorted((HOUSE / "static" / "css").glob("*.css"))
TEMPLATES = sorted(
    path
    for app in ("site/portal", "home", "services", "questions")
    for path in (HOUSE / app).rglob("templates/**/*.html")
)
GROUNDS = ("paper", "surface", "sand", "mint", "apricot", "lilac", "sky", "butter", "danger-soft")
TEXT = ("ink", "ink-soft", "link", "link-strong", "danger")
# What is read on a ground of its own.
PAIRS = (("on-brand", "brand"), ("on-brand", "brand-strong"), ("on-danger", "danger"), ("on-sun", "sun"))


def colours(sheet: str) -> dict[str, str]:
    """The colours that the first block of a sheet names."""
    block = (HOUSE / "static" / "css" / sheet).read_text().partition(":root {")[2].partition("\n}")[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


LIGHT = colours("tokens.css")
LIGHTS = {"light": LIGHT, "dark": LIGHT | colours("dark.css")}


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The contrast of WCAG."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("light", LIGHTS)
def test_text_is_seven_to_one_on_every_ground(light: str) -> None:
    seen = LIGHTS[light]
    pairs = [*itertools.product(TEXT, GROUNDS), *PAIRS]
    weak = {
        pair: round(contrast(seen[pair[0]], seen[pair[1]]), 2)
        for pair in pairs
        if contrast(seen[pair[0]], seen[pair[1]]) < 7
    }
    assert not weak


@pytest.mark.parametrize("light", LIGHTS)
def test_shapes_that_mean_something_are_three_to_one(light: str) -> None:
    seen = LIGHTS[light]
    assert all(contrast(seen[name], seen[ground]) >= 3 for name in ("edge", "open") for ground in GROUNDS)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_knows_no_left_and_right(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S)
    physical = re.findall(r"(?:[;{\s](?:[a-z-]+-)?(?:left|right)\s*:|:\s*(?:left|right)\s*;)", rules)
    assert not physical


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_only_what_has_the_focus_has_an_outline_in_the_colour_of_the_focus(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S)
    outlines = re.findall(r"([^{};]+)\{[^{}]*?[;{\s]outline(?:-color)?:\s*([^;}]+)", rules)
    # In forced colours the outline is all that shows where one is: nothing else may look like it or take its place.
    wrong = {
        selector.strip(): line
        for selector, line in outlines
        if line != "none" and not (":focus" in selector and "var(--focus)" in line)
    }
    assert wrong == {}
    assert "--focus: CanvasText !important" in (HOUSE / "static/css/tokens.css").read_text()


def test_every_sheet_is_built_into_what_the_browser_gets() -> None:
    listed = re.findall(r'"([a-z-]+)"', (HOUSE / "tools" / "assets.mjs").read_text())
    assert SHEETS
    assert [sheet.name for sheet in SHEETS if sheet.stem not in listed] == []


# Classes that only the packages write.
OF_WAGTAIL = {"login-logo", "reset-password"}
WRITTEN = "\n".join(
    path.read_text()
    for folder in ("site/portal", "home", "services", "questions", "static/js")
    for ending in ("html", "py", "js", "svg")
    for path in (HOUSE / folder).rglob(f"*.{ending}")
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_draws_only_what_is_written_somewhere(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S)
    classes = set(re.findall(r"\.([a-z][a-z0-9_-]+)(?=[^{}]*\{)", rules)) - OF_WAGTAIL
    # What comes after "--" is often filled in: a colour, a state, the name of an icon.
    ours = {name for name in classes if not name.startswith(("utrecht-", "w-"))}
    assert {name for name in ours if name not in WRITTEN and name.partition("--")[0] + "--" not in WRITTEN} == set()


def test_the_built_sheet_has_what_templates_use_of_the_design_system_and_nothing_else() -> None:
    """What is missing or too much stands in `parts` of tools/assets.mjs; `make` builds the sheet."""
    installed = (HOUSE / "node_modules").glob("@*/*-css/dist/*.css")
    pattern = r"\.((?:utrecht|nl)-[\w-]+)"
    styled = {name for sheet in some(installed) for name in re.findall(pattern, sheet.read_text())}
    rules = (VAR / "build" / "css" / "site.css").read_text()
    words = set(re.findall(r"[\w-]+", WRITTEN))
    # What comes after "--" is filled in for some.
    filled_in = tuple(word for word in words if word.startswith("utrecht-") and word.endswith("--"))
    assert (styled & words) - set(re.findall(pattern, rules)) == set()
    unused = {name for name in styled - words if not name.startswith(filled_in)}
    selectors = [each.split(",") for each in re.findall(r"([^{}@]+)\{", rules)]
    assert [each for each in some(selectors) if all(unused & set(re.findall(pattern, one)) for one in some(each))] == []


def test_a_token_of_the_design_system_that_nobody_sets_is_asked_for_nowhere() -> None:
    rules = (VAR / "build" / "css" / "site.css").read_text()
    tokens = r"(--_?(?:utrecht|nl)-[\w-]+)"
    assert set(re.findall(rf"var\({tokens}", rules)) == set(re.findall(rf"[{{;]{tokens}:", rules)) != set()


def test_no_sheet_is_longer_than_one_reads_at_once() -> None:
    lengths = {sheet.name: len(sheet.read_text().splitlines()) for sheet in SHEETS}
    assert {name: length for name, length in lengths.items() if length > 250} == {}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_template_has_no_style_and_no_script_of_its_own(template: Path) -> None:
    text = template.read_text()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)", text)


def icons_used() -> Iterator[str]:
    for template in TEMPLATES:
        if "wagtailadmin_tags" not in template.read_text():
            yield from re.findall(r'{% icon "([a-z0-9-]+)" %}', template.read_text())


def test_an_icon_of_the_interface_comes_from_one_file_and_the_others_stand_in_the_page() -> None:
    lists = json.loads((HOUSE / "static" / "icons.json").read_text())
    for name in some(lists["interface"]):
        assert f'interface.svg#{name}"></use>' in icon(name)
        assert f'id="{name}"' in (VAR / "build" / "img" / "interface.svg").read_text()
    for name in some(lists["themes"]):
        assert "<path" in icon(name), name
        assert "href" not in icon(name), name
    assert icon("no such icon") == icon("door")


def test_every_icon_is_in_the_sprite() -> None:
    lists = json.loads((HOUSE / "static" / "icons.json").read_text())
    assert set(icons_used()) <= {name for names in lists.values() for name in names}


DRAWINGS = sorted((HOUSE / "static" / "img" / "drawings").glob("*.svg"))


def test_every_drawing_can_be_chosen_for_a_theme_and_stands_in_the_document() -> None:
    names = [path.stem for path in some(DRAWINGS)]
    assert names == sorted(Theme.Drawing.values)
    listed = (HOUSE / "docs" / "look.md").read_text().partition("## Drawings")[2].partition("A theme says")[0]
    assert re.findall(r"`([a-z-]+)`", listed) == names


def test_a_drawing_is_made_of_the_colours_of_the_house_and_says_nothing_to_a_screen_reader() -> None:
    known = {*LIGHT, *re.findall(r"--([a-z-]+):", (HOUSE / "static" / "css" / "drawings.css").read_text())}
    for path in some(DRAWINGS):
        drawn = path.read_text()
        colours_of = re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)
        strange = {each for each in colours_of if each != "none" and each[6:-1] not in known}
        assert (path.name, strange) == (path.name, set())
        assert f'<g id="{path.stem}"' in drawn
        assert "<text" not in drawn
        printed = drawing(path.stem, "sky")
        assert 'aria-hidden="true"' in printed
        assert f"{path.stem}.svg#{path.stem}" in printed


def test_every_field_says_its_type() -> None:
    """The style sheets draw a field by its type: one without a type has no edge, and nobody sees it."""
    fields = [
        (str(path.relative_to(HOUSE)), field)
        for path in TEMPLATES
        for field in re.findall(r"<input\b[^>]*>", path.read_text())
    ]
    assert [(name, field) for name, field in some(fields) if " type=" not in field] == []
