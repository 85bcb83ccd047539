"""System check: documents that stand in the store and are not given out. Asked for with `check --database default`."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DatabaseError
from wagtail.documents import get_document_model

from home.files.views import is_sound


@checks.register(checks.Tags.database)
def documents_are_what_they_say(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Names each document that was uploaded before its type was looked at, or whose file is gone."""
    if not databases:
        return []
    try:
        wrong = [found for found in get_document_model().objects.order_by("pk") if not is_sound(found)]
    except DatabaseError:  # the tables are still to be made: `migrate` asks for these checks first
        return []
    return [
        checks.Warning(
            f"document {found.pk} is not given to readers: {found.file.name} is not there or not what its name says",
            hint="Replace the file in the admin (Documents), or delete the document.",
            id="home.W010",
        )
        for found in wrong
    ]
