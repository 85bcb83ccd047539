"""Tables that the database itself keeps as they were written, by triggers; that they still do is said aloud.

A migration of Django that makes a table anew on SQLite, or a hand in the database, takes triggers away in silence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.checks import CheckMessage, Error
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


@dataclass(frozen=True)
class GuardedTable:
    """A table with the triggers that guard it."""

    name: str
    holds: str
    """What stands in it, for people."""
    since: tuple[str, str]
    """The app and the name of the migration that makes the triggers."""
    triggers: Mapping[str, frozenset[str]]
    """Their names, for each database that we know."""
    fault: str
    """The name of the fault that a check tells."""

    def missing_triggers(self) -> frozenset[str]:
        """Returns the names of triggers that should guard the table and do not; on PostgreSQL also disabled ones."""
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [self.name])
            else:
                cursor.execute(
                    "SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgenabled = 'A'", [self.name]
                )
            return self.triggers[connection.vendor] - {name for (name,) in cursor.fetchall()}

    def faults(self, databases: Iterable[str] | None) -> list[CheckMessage]:
        """What `check --database default` tells of it; so does `migrate`, before which they may still be to come."""
        if "default" not in (databases or ()) or self.since not in MigrationRecorder(connection).applied_migrations():
            return []
        missing = self.missing_triggers()
        if not missing:
            return []
        return [Error(f"the database lets {self.holds} be changed: no {', '.join(sorted(missing))}", id=self.fault)]
