"""The database itself keeps events as they were; that it still does is said aloud.

A migration of Django that makes the table anew on SQLite, or a hand in the database, takes triggers away in silence.
"""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from home.guards import triggers_gone

TABLE = "reachability_waitevent"
GUARDED_SINCE = ("reachability", "0003_append_only_everywhere")
TRIGGERS = {
    "sqlite": frozenset({"wait_event_no_update", "wait_event_no_delete", "wait_event_only_at_the_end"}),
    "postgresql": frozenset({"wait_event_append_only", "wait_event_not_emptied", "wait_event_only_at_the_end"}),
}


def missing_triggers() -> frozenset[str]:
    """The names of triggers that should guard the table and do not."""
    return triggers_gone(TABLE, TRIGGERS)


@register(Tags.database)
def events_are_guarded(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Asked with `check --database default`, and by `migrate` before it begins: then they may still be to come."""
    if "default" not in (databases or ()) or GUARDED_SINCE not in MigrationRecorder(connection).applied_migrations():
        return []
    missing = missing_triggers()
    if not missing:
        return []
    return [
        Error(f"the database lets events of waits be changed: no {', '.join(sorted(missing))}", id="reachability.E001")
    ]
