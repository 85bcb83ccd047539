"""The database itself keeps the log of rights as it was; that it still does is said aloud."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from home.guards import triggers_gone

TABLE = "privacy_rightschange"
GUARDED_SINCE = ("privacy", "0003_rightschange")
TRIGGERS = {
    "sqlite": frozenset({"rights_change_no_update", "rights_change_no_delete", "rights_change_no_replace"}),
    "postgresql": frozenset({"rights_change_only_added", "rights_change_not_emptied"}),
}


def missing_triggers() -> frozenset[str]:
    """The names of triggers that should guard the table and do not."""
    return triggers_gone(TABLE, TRIGGERS)


@register(Tags.database)
def rights_log_is_guarded(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Asked with `check --database default`, and by `migrate` before it begins: then they may still be to come."""
    if "default" not in (databases or ()) or GUARDED_SINCE not in MigrationRecorder(connection).applied_migrations():
        return []
    missing = missing_triggers()
    if not missing:
        return []
    return [
        Error(f"the database lets the log of rights be changed: no {', '.join(sorted(missing))}", id="privacy.E001")
    ]
