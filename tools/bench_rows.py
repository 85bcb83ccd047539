"""Writes rows past the models, hundreds of thousands in seconds. A part of tools/bench.py; for SQLite.

Moments are naive and in UTC, as SQLite keeps them; ids are hexadecimal, data is JSON.
"""

from types import TracebackType
from typing import Any, Self

from django.db import connection, models

AT_ONCE = 20_000


class Rows:
    """Rows of one table, written many at a time. What is not named gets what the model gives by itself."""

    def __init__(self, model: type[models.Model], *names: str) -> None:
        fields = {field.attname: field for field in model._meta.concrete_fields}
        given = [fields.pop(name) for name in names]
        # Without a number of its own a row gets the next one from the database.
        left = [field for field in fields.values() if not field.primary_key]
        self.rest = tuple(field.get_db_prep_save(field.get_default(), connection) for field in left)
        columns = ", ".join(connection.ops.quote_name(field.column) for field in [*given, *left])
        values = ", ".join(["%s"] * len([*given, *left]))
        table = connection.ops.quote_name(model._meta.db_table)
        self.statement = f"INSERT INTO {table} ({columns}) VALUES ({values})"  # noqa: S608 (names of ours)
        self.waiting: list[tuple[Any, ...]] = []
        self.count = 0

    def add(self, *values: Any) -> None:
        """Writes one row, in the order of the names."""
        self.waiting.append(values + self.rest)
        self.count += 1
        if len(self.waiting) >= AT_ONCE:
            self.write()

    def write(self) -> None:
        """Writes what still waits."""
        with connection.cursor() as cursor:
            cursor.executemany(self.statement, self.waiting)
        self.waiting.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.write()
