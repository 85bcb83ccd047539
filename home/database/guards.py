"""Tables that triggers of the database keep as they were written, and a system check that the triggers are there.

A migration of Django that makes a table anew on SQLite, or somebody's SQL, removes triggers without a word.
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
    """What its rows are, in the words of the message."""
    since: tuple[str, str]
    """The app and the name of the migration that makes the triggers."""
    triggers: Mapping[str, frozenset[str]]
    """The names of the triggers, per kind of database (`sqlite`, `postgresql`)."""
    fault: str
    """The id of the error that the system check reports."""

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
        """Returns an error for `check --database default` when a trigger is missing, else nothing.

        Nothing either before the migration that makes the triggers has run: `migrate` asks for the checks first.
        """
        if "default" not in (databases or ()) or self.since not in MigrationRecorder(connection).applied_migrations():
            return []
        missing = self.missing_triggers()
        if not missing:
            return []
        return [Error(f"the database lets {self.holds} be changed: no {', '.join(sorted(missing))}", id=self.fault)]
