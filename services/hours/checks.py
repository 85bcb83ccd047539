"""System checks of the database: calendars with a time zone that does not exist, and missing team-wide calendars."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DatabaseError

from services.hours.channels import team_calendars_missing
from services.hours.store import calendars_without_zone


@checks.register(checks.Tags.database)
def calendars_are_in_order(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Returns a message per calendar that is wrong or missing; `check --database default` asks for it."""
    if not databases:
        return []
    try:
        wrong, missing = calendars_without_zone(), team_calendars_missing()
    except DatabaseError:  # the tables are still to be made
        return []
    return [
        *(
            checks.Error(f"calendar {slug}: there is no time zone {zone!r}", id="services.E020")
            for slug, zone in wrong.items()
        ),
        *(
            checks.Warning(f"there is no calendar {slug}: residents read that it is closed", id="services.W020")
            for slug in missing
        ),
    ]
