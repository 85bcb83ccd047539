"""Describes all that is in a database, as statements that make the same again: how each engine writes it.

Run on a database that holds nothing but what its migrations wrote.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from portal.backups import postgresql
from portal.tables.text import OWN

_EMPTY = "NULL"
_SETTING = re.compile(r"^(SET |SELECT pg_catalog\.set_config|\\(un)?restrict ).*\n", re.MULTILINE)
_COMMENT = re.compile(r"^--.*\n", re.MULTILINE)
_ONE_OF = re.compile(
    r"""\((\w+|"[^"]+")\)::text = ANY \(\(ARRAY\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\]\)::text\[\]\)"""
)
"""How PostgreSQL tells of `IN`; told that way, it would understand and keep it as something slightly else."""


def statements(since: datetime) -> list[str]:
    """Returns the statements that make this database again. `since` is a moment before its first migration."""
    tables = _sqlite_tables() if connection.vendor == "sqlite" else _postgresql_tables()
    counters = _sqlite_counters if connection.vendor == "sqlite" else _postgresql_counters
    return [*tables, *_rows(since), *counters()]


def _asked(question: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values or None)
        return list(cursor.fetchall())


# --- tables, indexes, triggers ------------------------------------------------------------------------------


def _sqlite_tables() -> list[str]:
    """What SQLite keeps of every table, index, view and trigger is the statement that makes it."""
    kinds = ("table", "view", "index", "trigger")
    kept = _asked("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    mine = [row for row in kept if not row[1].startswith(_made_along())]
    mine.sort(key=lambda row: (kinds.index(row[0]), row[1]))
    return [f"{made.strip()};" for _kind, _name, made in mine]


def _made_along() -> tuple[str, ...]:
    """Returns how the names of tables begin that SQLite makes by itself: its own, and those of a full-text index."""
    indexes = _asked("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
    return ("sqlite_", *(f"{name}_" for (name,) in indexes))


def _postgresql_tables() -> list[str]:
    """As pg_dump tells, in whatever schema it will be."""
    told = _COMMENT.sub("", _SETTING.sub("", postgresql.tables())).replace("public.", "")
    told = _ONE_OF.sub(lambda found: f"{found[1]} IN ({found[2].replace('::character varying', '')})", told)
    return [each.strip() for each in re.split(r"(?<=;)\n\n+", told) if each.strip()]


# --- rows -----------------------------------------------------------------------------------------------------


def _rows(since: datetime) -> Iterator[str]:
    """Yields a statement for each table with rows; a moment since then and a random number are left open."""
    names: dict[str, str] = {}
    began = since.astimezone(UTC).strftime("'%Y-%m-%d %H:%M:%S")
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
    along = _made_along() if connection.vendor == "sqlite" else ()
    for table in tables:
        if table.startswith(along):
            continue
        columns = _columns(table)
        chosen = ", ".join(_literal(name, kind) for name, kind in columns)
        found = _asked(f"SELECT {chosen} FROM {_quoted(table)} ORDER BY {_key(table)}")  # noqa: S608 (names of ours)
        if not found:
            continue
        lines = []
        for row in found:
            values = []
            for value, (_name, kind) in zip(row, columns, strict=True):
                if OWN.search(value):
                    raise ValueError(f"{table} holds {value}, which the text would leave open")
                if kind == "moment" and value != _EMPTY and value >= began:
                    values.append("'{now}'")
                elif kind == "uuid" and value != _EMPTY:
                    values.append("'" + names.setdefault(value, f"{{uuid {len(names) + 1}}}") + "'")
                else:
                    values.append(value)
            lines.append(f"({', '.join(values)})")
        into = ", ".join(_quoted(name) for name, _kind in columns)
        yield f"INSERT INTO {_quoted(table)} ({into}) VALUES\n" + ",\n".join(lines) + ";"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _columns(table: str) -> list[tuple[str, str]]:
    """Returns the columns in order, each with what it holds: a `number`, a `moment`, a `uuid` or `other`."""
    if connection.vendor == "sqlite":
        kinds = {"datetime": "moment", "char(32)": "uuid"}
        return [(row[1], kinds.get(row[2].lower(), "other")) for row in _asked(f"PRAGMA table_info({_quoted(table)})")]
    kinds = {"timestamp with time zone": "moment", "uuid": "uuid"}
    kinds |= dict.fromkeys(("smallint", "integer", "bigint"), "number")
    found = _asked(
        "SELECT column_name, data_type FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND table_name = %s ORDER BY ordinal_position",
        table,
    )
    return [(name, kinds.get(kind, "other")) for name, kind in found]


def _literal(column: str, kind: str) -> str:
    """Returns what to ask for, to get the value of a column as it stands in a statement."""
    if connection.vendor == "sqlite":
        return f"quote({_quoted(column)})"
    text = f"{_quoted(column)}::text"
    return f"coalesce({text}, '{_EMPTY}')" if kind == "number" else f"quote_nullable({text})"


def _key(table: str) -> str:
    with connection.cursor() as cursor:
        found = connection.introspection.get_primary_key_columns(cursor, table) or []
    return ", ".join(map(_quoted, found)) or "1"


# --- the next number of each table --------------------------------------------------------------------------


def _sqlite_counters() -> list[str]:
    found = _asked("SELECT quote(name), seq FROM sqlite_sequence ORDER BY name")
    rows = ",\n".join(f"({name}, {last})" for name, last in found)
    return ["DELETE FROM sqlite_sequence;", f"INSERT INTO sqlite_sequence (name, seq) VALUES\n{rows};"]


def _postgresql_counters() -> list[str]:
    found = _asked(
        "SELECT quote_literal(quote_ident(sequencename)), last_value FROM pg_sequences "
        "WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename"
    )
    return [f"SELECT setval({name}, {last});" for name, last in found]
