"""Check of what stands in the database: a calendar whose time zone does not exist runs on ours, and that is told."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DatabaseError

from services.opening import calendars_without_zone


@checks.register(checks.Tags.database)
def every_calendar_has_a_time_zone(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Names the calendars and what stands there; `check --database default` asks for it."""
    if not databases:
        return []
    try:
        wrong = calendars_without_zone()
    except DatabaseError:  # the tables are still to be made
        return []
    return [
        checks.Error(f"calendar {slug}: there is no time zone {zone!r}", id="services.E020")
        for slug, zone in wrong.items()
    ]
