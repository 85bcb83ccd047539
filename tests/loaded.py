"""The migrated database with the content and the roles: made once per state of the code, then copied in a moment.

Making it takes a while. Every process of a run needs one, and so does every run; what is in it depends only on the
files named below. On SQLite the copy is a file in var/, on PostgreSQL a database of the same server.

Both get their tables from text, but the content is loaded on SQLite only: PostgreSQL takes the rows over where they
are there. That loading works there too is held by `tests/services/`, which loads small folders on both.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from psycopg import sql

from home.search.index import rebuild

# Everything that decides what migrating, loading and setting up write.
DECIDES = [
    "content/**/*",
    "home/**/*.py",
    "services/**/*.py",
    "questions/**/*.py",
    "site/portal/**/*.py",
    "site/portal/tables/*.sql",
    "locales/**/*.po",
    "requirements/run.txt",
    "tests/loaded.py",
]
KEPT = 4
# The indexes of both searches, of readers and in the admin: each engine has its own way with them.
INDEXES = {"home_searchentry", "wagtailsearch_indexentry"}


def state() -> str:
    """A name for the present state of what decides; PORTAL_TEST_STATE gives one that stays while the code changes."""
    chosen = os.environ.get("PORTAL_TEST_STATE")
    if chosen:
        return chosen
    together = hashlib.sha256()
    for pattern in DECIDES:
        for path in sorted(Path(settings.HOUSE).glob(pattern)):
            if path.is_file():
                together.update(f"{path.relative_to(settings.HOUSE)}\0".encode() + path.read_bytes() + b"\0")
    return together.hexdigest()[:16]


def folder() -> Path:
    """Where the copies and the lock stand; made when it is not there."""
    place = Path(settings.VAR) / "test-databases"
    place.mkdir(parents=True, exist_ok=True)
    return place


def copy_rows(file: Path) -> None:
    """Puts the rows of a loaded SQLite database into this PostgreSQL database, in place of those of its migrations.

    PostgreSQL holds them to its own types, lengths and constraints.
    """
    with closing(sqlite3.connect(file)) as loaded, transaction.atomic(), connection.cursor() as cursor:
        tables = {*connection.introspection.table_names(cursor)} - {"django_migrations"}
        for table in tables:  # by row: some refuse to be emptied as a whole, even where there is nothing in them
            cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        for table in tables - INDEXES:
            rows = loaded.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (a name of ours)
            columns = sql.SQL(", ").join(sql.Identifier(column[0]) for column in rows.description)
            with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)) as copy:
                for row in rows:
                    copy.write_row(row)
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
            cursor.execute(statement)
    ContentType.objects.clear_cache()
    call_command("remove_stale_contenttypes", interactive=False, verbosity=0)  # of models that only SQLite has
    rebuild()
    call_command("update_index", verbosity=0)


class Kept:
    """A copy of the loaded database, for the engine of this run. One process makes it; the others wait, and copy."""

    def __init__(self) -> None:
        self.name = state()
        self.file = folder() / f"{self.name}.sqlite3"
        self.made_here = False
        self.lock = (folder() / f"lock-{connection.vendor}").open("w")
        # A database in memory is there as long as somebody is connected to it.
        self.keeps_memory: sqlite3.Connection | None = None

    def prepare(self) -> None:
        """Offers what was made before; otherwise this process makes it, and the others wait until `fill()`."""
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        if self.exists():
            self.offer()
            self.lock.close()
        else:
            self.made_here = True

    @property
    def template(self) -> str:
        return f"loaded_{self.name}"

    def exists(self) -> bool:
        """Whether somebody made it already."""
        if connection.vendor == "sqlite":
            return self.file.exists()
        with self._server() as server:
            found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.template]).fetchone()
        return found is not None

    def offer(self) -> None:
        """Puts it where Django makes its test database, which then has nothing left to migrate."""
        if connection.vendor == "sqlite":
            self.file.touch()
            name = connection.creation._get_test_db_name()
            self.keeps_memory = sqlite3.connect(name, uri=True, check_same_thread=False)
            with closing(sqlite3.connect(self.file)) as kept:
                kept.backup(self.keeps_memory)
        else:
            connection.settings_dict["TEST"]["TEMPLATE"] = self.template

    def fill(self) -> None:
        """Writes the content and the roles into the migrated database of this process, and keeps it for the others."""
        if self._loaded_on_sqlite():
            copy_rows(self.file)
        else:
            call_command("load_content", verbosity=0)
            call_command("set_up_roles")
        if connection.vendor == "sqlite":
            self._keep_file()
        else:
            self._keep_database()
        self.lock.close()

    @contextmanager
    def copied(self, folder: Path) -> Iterator[str]:
        """A copy to write in, by its name; gone afterwards."""
        if connection.vendor == "sqlite":
            yield shutil.copy(self.file, folder / "own.sqlite3")
        else:
            with self._beside(self.template) as name:
                yield name

    @contextmanager
    def empty(self, folder: Path) -> Iterator[str]:
        """A database without tables, by its name; gone afterwards."""
        if connection.vendor == "sqlite":
            with tempfile.TemporaryDirectory(dir=folder) as own:
                yield f"{own}/empty.sqlite3"
        else:
            with self._beside("template0") as name:
                yield name

    @contextmanager
    def _beside(self, template: str) -> Iterator[str]:
        name = f"{self.template}_{os.getpid()}"
        with self._server() as server:
            server.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
            )
        try:
            yield name
        finally:
            with self._server() as server:  # and what was put aside under its name
                left = server.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}%"]).fetchall()
                for (each,) in left:
                    server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(str(each))))

    def _loaded_on_sqlite(self) -> bool:
        """Whether this is PostgreSQL and the same was loaded on SQLite. Waits for a process that is doing so."""
        if connection.vendor == "sqlite":
            return False
        with (folder() / "lock-sqlite").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            return self.file.exists()

    def _keep_file(self) -> None:
        unfinished = self.file.with_suffix(f".{os.getpid()}")
        unfinished.unlink(missing_ok=True)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(unfinished)])
        unfinished.replace(self.file)
        newest_first = sorted(folder().glob("*.sqlite3"), key=lambda file: file.stat().st_mtime, reverse=True)
        for old in newest_first[KEPT:]:
            old.unlink(missing_ok=True)

    def _keep_database(self) -> None:
        name = str(connection.settings_dict["NAME"])
        connection.close()
        with self._server() as server:
            server.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(self.template), sql.Identifier(name))
            )

    def _server(self) -> psycopg.Connection[tuple[object, ...]]:
        described = connection.settings_dict
        return psycopg.connect(
            host=described["HOST"], port=described["PORT"] or None, user=described["USER"],
            password=described["PASSWORD"] or None, dbname="postgres", autocommit=True,
        )  # fmt: skip
