"""Dumping and restoring PostgreSQL, by its own programs."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import psycopg
from django.db import connection
from psycopg import conninfo, sql

from portal.backups import BackupRefused

PROGRAMS = Path("/usr/lib/postgresql")
OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "passfile", "service")
NO_RIGHT = (
    "the user {user} of PostgreSQL may not make a database beside the present one. As the user postgres: "
    "psql -c 'ALTER ROLE \"{user}\" CREATEDB', then once more"
)

TIMES = 50
PAUSE = 0.1
"""In seconds. Together as long as PostgreSQL itself waits for others before it renames a database."""


def version() -> int:
    """Returns the main version of the server, such as 15."""
    connection.ensure_connection()
    return int(connection.pg_version // 10000)  # type: ignore[attr-defined]


def program(name: str, at_least: int) -> str:
    """Returns the path of one of PostgreSQL's programs, not older than the server.

    Raises BackupRefused when there is none.
    """
    known = [shutil.which(name), *map(str, PROGRAMS.glob(f"*/bin/{name}"))]
    versions: dict[str, int] = {}
    for path in filter(None, known):
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
        number = re.search(r"(\d+)", said)
        versions[path] = int(number[1]) if number else 0
    fitting = {path: number for path, number in versions.items() if number >= at_least}
    if not fitting:
        there = f"; here is {max(versions.values())}" if versions else ""
        raise BackupRefused(
            f"{name} of PostgreSQL {at_least} or newer is needed{there}: install postgresql-client-{at_least}"
        )
    return min(fitting, key=lambda path: fitting[path])


def _parameters(name: str) -> dict[str, str]:
    described = connection.settings_dict
    given = {"host": described["HOST"], "port": described["PORT"], "user": described["USER"], "dbname": name}
    given |= {key: value for key, value in described["OPTIONS"].items() if key in OPTIONS}
    return {key: str(value) for key, value in given.items() if value}


def _run(*command: str, name: str) -> str:
    """Runs one of the programs on the database of this name; returns what it printed.

    Raises BackupRefused when it fails.

    The password stands in no list of processes.
    """
    secret = {"PGPASSWORD": connection.settings_dict["PASSWORD"]} if connection.settings_dict["PASSWORD"] else {}
    where = f"--dbname={conninfo.make_conninfo(**_parameters(name))}"
    done = subprocess.run(  # noqa: S603
        [*command, where], env=os.environ | secret, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupRefused(f"{Path(command[0]).name} failed: {done.stderr.strip()[:500]}")
    return done.stdout


def _here() -> str:
    return str(connection.settings_dict["NAME"])


def _server(name: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
    password = connection.settings_dict["PASSWORD"] or None
    return psycopg.connect(**_parameters(name), password=password, autocommit=True)  # type: ignore[arg-type]


def dump(target: Path) -> None:
    """Writes the database as it is at one moment, without sessions, while the site is in use."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    _run(
        program("pg_dump", version()), "--format=custom", "--no-owner", "--no-privileges",
        "--exclude-table-data=django_session", f"--file={target}", name=_here(),
    )  # fmt: skip


def tables() -> str:
    """Returns the statements that make every table, function and trigger of the database, without its rows."""
    return _run(program("pg_dump", version()), "--schema-only", "--no-owner", "--no-privileges", name=_here())


def is_filled() -> bool:
    """Returns whether there is a database that could be lost."""
    return bool(connection.introspection.table_names())


def others() -> bool:
    """Returns whether somebody is connected to the database; one who has just left is waited for."""
    # The server lists a client until it has noticed that it is gone: the web server that was stopped a moment ago too.
    for _time in range(TIMES):
        if not _connected():
            return False
        sleep(PAUSE)
    return _connected()


def _connected() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return bool(cursor.fetchone()[0])


@contextmanager
def staged(dumped: Path) -> Iterator[str]:
    """Yields the name of a database made of the dump; deletes it unless it took the place of the present one.

    Raises BackupRefused when no database may be made, or when the dump cannot be read.
    """
    tool = program("pg_restore", version())
    name = f"{_here()}_restoring"
    connection.close()
    with _server() as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
        try:
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege:
            raise BackupRefused(NO_RIGHT.format(user=connection.settings_dict["USER"])) from None
    try:
        _run(tool, "--no-owner", "--no-privileges", "--exit-on-error", str(dumped), name=name)
        yield name
    finally:
        with _server() as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


def switch(new: str, stamp: str) -> str:
    """Renames the present database and gives its name to the new one; returns the present one's new name.

    Raises BackupRefused when somebody is connected to it.
    """
    aside = f"{_here()}_before_{stamp}"
    connection.close()
    try:
        with _server() as server, server.transaction():
            server.execute(_renamed(_here(), aside))
            server.execute(_renamed(new, _here()))
    except psycopg.errors.ObjectInUse:
        raise BackupRefused("somebody is still connected to the database: stop everything that uses it") from None
    return aside


def _renamed(old: str, new: str) -> sql.Composed:
    return sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new))
