"""The slugs that are doors of the site, so that no page may have them."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DatabaseError
from django.utils.translation import gettext as _

DOORS = frozenset(
    [
        "zoeken",
        "moeilijke-woorden",
        "nuttig",
        "wie-helpt",
        "drukwerk",
        "kan-ik-hulp-krijgen",
        "vraag",
        "gesprek",
        "chat",
        "bereikbaarheid",
        "stroom",
        "beheer",
        "healthz",
        "readyz",
        "api",
        "static",
        "media",
    ]
)
TOP_LEVEL = 3
"""Depth in the tree of the pages that stand directly under a home page."""


def refusal(slug: str, depth: int | None) -> str:
    """Returns why a page at this depth may not have this slug; empty when it may."""
    if depth == TOP_LEVEL and slug in DOORS:
        return _("“%(slug)s” is the address of a part of the website itself. Choose another one.") % {"slug": slug}
    return ""


@checks.register(checks.Tags.database)
def no_page_hides_behind_a_door(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Returns an error for each page with the slug of a door: nobody could ever read it."""
    from wagtail.models import Page

    if not databases:
        return []
    try:
        hidden = list(Page.objects.filter(depth=TOP_LEVEL, slug__in=DOORS).values_list("slug", "pk"))
    except DatabaseError:  # not migrated yet
        return []
    return [
        checks.Error(f"page {pk} has the slug of a door: {slug!r}", hint="Give it another slug.", id="home.E001")
        for slug, pk in hidden
    ]
