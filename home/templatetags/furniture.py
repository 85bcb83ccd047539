"""What stands on every page: header, footer, the switch between languages, icons, ways to reach a person."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField, CheckboxInput, Select, Textarea
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from home.languages import TextInLanguage
from home.pages.alternates import Alternate, alternates_of_path
from home.pages.last_known import last_known
from home.pages.presenters import marked
from home.templatetags.words import home_page, words

register = template.Library()
register.simple_tag(last_known)

ICONS = Path(settings.HOUSE) / "static" / "icons.json"
SHAPES = Path(settings.VAR) / "build" / "img" / "icons.svg"
# Shown in place of an icon that the sprite does not hold: a theme without a picture of its own is still a door.
ANY_DOOR = "door"


@cache
def lists_of_icons() -> dict[str, list[str]]:
    """Returns the names in static/icons.json, from which tools/assets.mjs makes the files of icons."""
    lists: dict[str, list[str]] = json.loads(ICONS.read_text())
    return lists


@cache
def known_icons() -> frozenset[str]:
    """Returns the names of all icons."""
    return frozenset(name for names in lists_of_icons().values() for name in names)


@cache
def shapes_of_icons() -> dict[str, str]:
    """Returns the shapes of every icon, as they stand between the tags of an `svg`."""
    return dict(re.findall(r'<symbol id="([^"]+)"[^>]*>(.*?)</symbol>', SHAPES.read_text(), re.DOTALL))


@register.simple_tag
def icon(name: str) -> SafeString:
    """Prints the icon as decoration: hidden from screen readers, so words must stand beside it."""
    return drawn(name if name in known_icons() else ANY_DOOR)


@cache
def drawn(name: str) -> SafeString:
    """Returns the element that shows an icon; made once, because a page has some forty.

    Those of the interface stand in a file that browsers keep. A page shows few of the others, which are more than
    twice as many: their shapes stand in the page.
    """
    ours = name in lists_of_icons()["interface"]
    shapes = (
        format_html('<use href="{}#{}"></use>', static("img/interface.svg"), name) if ours else shapes_of_icons()[name]
    )
    return format_html(
        '<svg class="icon icon--{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        name,
        mark_safe(shapes),  # noqa: S308 (our own build made it)
    )


@register.simple_tag
def drawing(name: str, tint: str = "butter") -> SafeString:
    """Prints a drawing of static/img/drawings as decoration, on a ground in this tint."""
    return format_html(
        '<svg class="drawing drawing--{} drawing--{}" viewBox="0 0 240 180" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        name,
        tint,
        static(f"img/drawings/{name}.svg"),
        name,
    )


@register.inclusion_tag("components/header.html", takes_context=True)
def header(context: Context, bare: bool = False) -> dict[str, Any]:
    """Prints the header. With `bare` as it was last known, without the database."""
    return {
        **furnishing(context),
        "bare": bare,
        "languages": bare_alternates(context) if bare else None,
        "known": last_known() if bare else {},
        "pages": top_pages(context, bare, only_menu=True),
    }


@register.inclusion_tag("components/footer.html", takes_context=True)
def footer(context: Context, bare: bool = False) -> dict[str, Any]:
    """Prints the footer. With `bare` as it was last known, without the database."""
    known = last_known() if bare else {}
    return {**furnishing(context), "bare": bare, "known": known, "pages": top_pages(context, bare)}


@dataclass(frozen=True)
class TopPage:
    """A page right below the home page, as the menu and the footer name it."""

    url: str
    title: SafeString
    in_menu: bool
    is_current: bool = False


def top_pages(context: Context, bare: bool, only_menu: bool = False) -> list[TopPage]:
    """Returns the pages of the footer, or only those of the menu; with `bare` those that were last known."""
    if bare:
        return [
            TopPage(page["url"], marked(TextInLanguage(page["title"], page["lang"])), page["in_menu"])
            for page in last_known().get("pages", [])
            if page["in_menu"] or not only_menu
        ]
    given = furnishing(context)
    home = home_page(given)
    here = getattr(context.get("page"), "pk", None)
    return [
        TopPage(page.url, words(context, page, "title", links=False), page.show_in_menus, page.pk == here)
        for page in (home.listing if home is not None else [])
        if page.show_in_menus or not only_menu
    ]


@register.inclusion_tag("components/language_switch.html", takes_context=True)
def language_switch(context: Context, languages: list[Alternate] | None = None) -> dict[str, Any]:
    """Prints a link to every language by its own name; `languages` when the caller has the list already."""
    return {**furnishing(context), "languages": languages}


@register.inclusion_tag("components/ways_to_reach.html", takes_context=True)
def ways_to_reach(context: Context, theme: Any = None, small: bool = False) -> dict[str, Any]:
    """Prints the ways to reach a person, always in one order: chat, ask, come by, call.

    `theme` is passed on to the form.
    """
    return {**furnishing(context), "theme": theme, "small": small}


@register.inclusion_tag("components/urgent_help.html", takes_context=True)
def urgent_help(context: Context, theme: Any = None, level: int = 2) -> dict[str, Any]:
    """Prints what to do when there is danger now, with the help lines of the theme; `level` is that of its heading."""
    return {**furnishing(context), "theme": theme, "level": level}


def furnishing(context: Context) -> dict[str, Any]:
    """Returns the whole context of the page, because the parts use tags that need the request and the page."""
    return {str(name): value for name, value in context.flatten().items()}


def bare_alternates(context: Context) -> list[Alternate]:
    """Returns the same address in each language, without the database.

    Without a request (a failure so early that there is none) every language leads to its home page.
    """
    request = context.get("request")
    return alternates_of_path(request.path if request else "/")


@register.filter
def above(url: str) -> str:
    """Returns the address one step up: for that of a location, the list of locations."""
    return url.rstrip("/").rpartition("/")[0] + "/"


# --- fields of forms ----------------------------------------------------------------------------------------


# Written in full, as every class: the style sheet is built of what is found in the source.
INVALID = {
    "textarea": "utrecht-textarea--invalid",
    "select": "utrecht-select--invalid",
    "checkbox": "utrecht-checkbox--invalid",
    "textbox": "utrecht-textbox--invalid",
}


@register.simple_tag
def control(field: BoundField, **attrs: str) -> SafeString:
    """Returns the widget of a field in the look of the design system, with the attributes that a template adds.

    An underscore in the name of an attribute stands for a hyphen. Django itself adds aria-describedby, aria-invalid and
    required.
    """
    widget = field.field.widget
    if isinstance(widget, Textarea):
        kind, classes = "textarea", ["utrecht-textarea", "utrecht-textarea--html-textarea"]
    elif isinstance(widget, Select):
        kind, classes = "select", ["utrecht-select", "utrecht-select--html-select"]
    elif isinstance(widget, CheckboxInput):
        kind, classes = "checkbox", ["utrecht-checkbox", "utrecht-checkbox--html-input"]
    else:
        kind, classes = "textbox", ["utrecht-textbox", "utrecht-textbox--html-input"]
    if field.errors:
        classes.append(INVALID[kind])
    given: dict[str, str | bool] = {name.replace("_", "-"): value for name, value in attrs.items()}
    classes += [str(widget.attrs.get("class", "")), str(given.pop("class", ""))]
    if kind in ("textbox", "textarea") and "dir" not in widget.attrs:
        # People write in their own language, whatever the page is in.
        given.setdefault("dir", "auto")
    given["class"] = " ".join(name for name in classes if name)
    return mark_safe(field.as_widget(attrs=given))  # noqa: S308 (Django's own rendering of the widget)


@register.filter
def kind(field: BoundField) -> str:
    """Returns `choices` for a group of radio buttons or checkboxes, `checkbox` for a single one, else `input`."""
    if field.use_fieldset:
        return "choices"
    return "checkbox" if isinstance(field.field.widget, CheckboxInput) else "input"


@register.filter
def hint_of(field: BoundField, value: object) -> str:
    """Returns the sentence under one choice, from the dict `hints` of the form's field; empty when there is none."""
    hints: dict[str, str] = getattr(field.field, "hints", {})
    return hints.get(str(value), "")
