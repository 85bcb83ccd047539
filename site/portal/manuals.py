"""The manuals of docs/, read inside the admin: each person sees those about their own work."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from markdown_it.token import Token
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from questions.permissions import colleague_of

DOCS: Path = settings.HOUSE / "docs"


@dataclass(frozen=True)
class Manual:
    """A page of docs/; `concerns` says whether a user reads it."""

    name: str
    label: Any
    concerns: Callable[[Any], bool]


def _writes(user: Any) -> bool:
    return bool(page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"]))


MANUALS = (
    Manual("redactie", _("Manual: writing and publishing"), _writes),
    Manual("medewerker", _("Manual: answering questions"), lambda user: colleague_of(user) is not None),
    Manual("teamleider", _("Manual: figures"), lambda user: bool(user.has_perm("reachability.see_figures"))),
    Manual("kpi", _("How the figures are made"), lambda user: bool(user.has_perm("reachability.see_figures"))),
    Manual("beheerder", _("Manual: people and settings"), lambda user: bool(user.has_perm("auth.change_user"))),
)


def manuals_of(user: Any) -> list[Manual]:
    """Returns the manuals that this person can read, in the order of MANUALS."""
    return [manual for manual in MANUALS if manual.concerns(user)]


@dataclass(frozen=True)
class RenderedManual:
    """A manual as HTML, with the headings of its table of contents."""

    title: str
    contents: SafeString
    body: SafeString


@cache
def rendered_manual(name: str) -> RenderedManual:
    """Returns the manual as HTML; HTML typed inside it is escaped. What follows a line across is for developers."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    words, _line, _rest = (DOCS / f"{name}.md").read_text(encoding="utf-8").partition("\n---\n")
    tokens = reader.parse(words)
    headings: list[tuple[str, str]] = []
    title = ""
    for token, inside in pairwise(tokens):
        if token.type != "heading_open":
            continue
        words = re.sub(r"[*_`]", "", inside.content)
        if token.tag == "h1":
            title = words
        elif token.tag == "h2":
            token.attrSet("id", slugify(words))
            headings.append((slugify(words), words))
    for token in tokens:
        for child in token.children or ():
            _point_to_picture(child)
    start = next(number for number, token in enumerate(tokens) if token.type == "heading_close") + 1
    html = reader.renderer.render(tokens[start:], reader.options, {})
    links = format_html_join("", '<li><a href="#{}">{}</a></li>', headings)
    body = mark_safe(html)  # noqa: S308 (made of our own file, and no HTML of it passes)
    return RenderedManual(title, format_html("<ul>{}</ul>", links), body)


def _point_to_picture(token: Token) -> None:
    if token.type == "image":
        token.attrSet("src", reverse("manual_picture", args=[str(token.attrGet("src")).removeprefix("pictures/")]))
        token.attrSet("loading", "lazy")


def first_manual(request: HttpRequest) -> HttpResponse:
    """Redirects to the first manual of this person. Raises Http404 when there is none."""
    found = manuals_of(request.user)
    if not found:
        raise Http404
    return redirect("manual", found[0].name)


def manual(request: HttpRequest, name: str) -> HttpResponse:
    """Shows one manual, with links to the others. Raises Http404 for one that this person does not read."""
    found = manuals_of(request.user)
    if name not in {each.name for each in found}:
        raise Http404
    context = {"manual": rendered_manual(name), "name": name, "manuals": found}
    return TemplateResponse(request, "portal/manual.html", context)


def picture(request: HttpRequest, name: str) -> HttpResponse | FileResponse:
    """Returns a picture of a manual. Raises Http404 when there is none of this name."""
    there = {path.name: path for path in (DOCS / "pictures").glob("*.png")}
    if name not in there:
        raise Http404
    return FileResponse(there[name].open("rb"), content_type="image/png")


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Returns the addresses of the manuals."""
    return [
        path("handleiding/", first_manual, name="manuals"),
        path("handleiding/<slug:name>/", manual, name="manual"),
        path("handleiding/afbeeldingen/<str:name>", picture, name="manual_picture"),
    ]


class ManualItem(MenuItem):
    """A menu item for the people whom the manual concerns."""

    def __init__(self, manual: Manual, order: int) -> None:
        super().__init__(
            manual.label,
            reverse("manual", args=[manual.name]),
            name=f"manual-{manual.name}",
            icon_name="help",
            order=order,
        )
        self.manual = manual

    def is_shown(self, request: HttpRequest) -> bool:
        return self.manual.concerns(request.user)


@hooks.register("construct_help_menu")
def our_manuals(request: HttpRequest, items: list[MenuItem]) -> None:
    """Puts our manuals in the place of Wagtail's, which are in English and on another site."""
    ours = [ManualItem(each, 100 + number) for number, each in enumerate(MANUALS)]
    theirs = [item for item in items if not str(getattr(item, "url", "") or "").startswith("http")]
    items[:] = [*(item for item in ours if item.is_shown(request)), *theirs]
