"""System check: pages closed in a way that lets nobody in. It runs with `check --database default`."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DatabaseError
from wagtail.models import PageViewRestriction


@checks.register(checks.Tags.database)
def pages_are_closed_to_all_but_staff(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Returns a warning for each page closed by a password or to a group: readers have no session, nobody gets in."""
    if not databases:
        return []
    try:
        found = list(
            PageViewRestriction.objects.exclude(restriction_type=PageViewRestriction.LOGIN)
            .order_by("page")
            .values_list("page", "page__title", "restriction_type")
        )
    except DatabaseError:  # the tables are still to be made: `migrate` asks for these checks first
        return []
    return [
        checks.Warning(
            f"page {number} ({title}) is closed by {kind!r}: nobody can open it on the website",
            hint="In the admin, under the page's privacy, close it to all but staff or open it to everybody.",
            id="home.W011",
        )
        for number, title, kind in found
    ]
