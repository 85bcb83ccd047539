"""Whether the triggers that keep a table as it was written still stand in the database."""

from collections.abc import Mapping

from django.db import connection


def triggers_gone(table: str, expected: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The names of triggers that should guard the table and do not; on PostgreSQL also one that is put off.

    `expected` has the names for each database that we know.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgenabled = 'A'", [table])
        return expected[connection.vendor] - {name for (name,) in cursor.fetchall()}
