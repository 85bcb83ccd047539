"""A new database gets its tables from text: the same as the migrations would have made, and only where it is sure."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from portal.backups.restore import connected_to
from portal.tables import text as text_of_tables
from portal.tables.describe import statements
from portal.tables.migrations import migrations_hash
from portal.tables.text import OWN, file_of, is_up_to_date, make_tables, statements_of, written
from tests.loaded import Kept, folder
from tests.some import some

ENGINES = ("sqlite", "postgresql")


@pytest.fixture
def empty(db: None, kept_database: Kept, tmp_path: Path) -> Iterator[str]:
    """Everything here uses a database without tables."""
    with kept_database.empty(tmp_path) as name, connected_to(name):
        ContentType.objects.clear_cache()
        yield name
    ContentType.objects.clear_cache()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_text_was_made_from_the_migrations_that_are_here(engine: str) -> None:
    assert is_up_to_date(file_of(engine).read_text(encoding="utf-8")), "type: make tables"


@pytest.mark.parametrize("engine", ENGINES)
def test_two_databases_share_no_moment_and_no_random_number(engine: str) -> None:
    text, now = file_of(engine).read_text(encoding="utf-8"), timezone.now()
    one, other = statements_of(text, now), statements_of(text, now + timedelta(seconds=1))
    assert not OWN.search("".join(one + other))
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    # The migrations that were done, and the names of pages that all their translations share.
    assert {statement.split('"')[1] for statement, _other in some(differing)} == {
        "django_migrations",
        "wagtailcore_page",
    }


def test_the_text_says_everything_that_the_migrations_make(db: None, kept_database: Kept, tmp_path: Path) -> None:
    """Tables, columns, constraints, indexes, triggers, functions, counters and rows.

    Running every migration takes half a minute: what was found the same stays known until anything of it changes.
    """
    known = folder() / f"tables-{connection.vendor}-{what_decides()}"
    if known.exists():
        return
    migrated = tmp_path / "migrated.sql"
    command = [sys.executable, "manage.py", "write_tables", "--to", str(migrated)]
    with kept_database.empty(tmp_path) as name:
        subprocess.run(command, cwd=settings.HOUSE, env=os.environ | {"DATABASE_URL": url_of(name)}, check=True)
    with kept_database.empty(tmp_path) as name, connected_to(name):
        began = timezone.now()
        call_command("migrate", verbosity=0, interactive=False)
        assert written(statements(began)) == migrated.read_text(encoding="utf-8")
    for earlier in folder().glob(f"tables-{connection.vendor}-*"):
        earlier.unlink()
    known.touch()


def test_a_database_is_made_from_the_text_in_one_go_or_not_at_all(
    empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = file_of(connection.vendor).read_text(encoding="utf-8")
    monkeypatch.setattr(text_of_tables, "FOLDER", tmp_path)
    for text, reason in (
        ("", "there is no text"),
        (whole.replace(migrations_hash(), "0" * 64), "other migrations"),
        (f"{whole}\n\nINSERT INTO auth_group (name) VALUES (NULL);", "refused"),
    ):
        if text:
            file_of(connection.vendor).write_text(text, encoding="utf-8")
        assert reason in make_tables(timezone.now())
        assert not connection.introspection.table_names()
    file_of(connection.vendor).write_text(whole, encoding="utf-8")
    assert make_tables(timezone.now()) == ""
    assert connection.introspection.table_names()


def test_less_than_everything_is_done_by_the_migrations(empty: str, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("migrate", plan=True, verbosity=0)
    assert not connection.introspection.table_names()
    call_command("migrate", "contenttypes", verbosity=0)
    assert set(connection.introspection.table_names()) == {"django_content_type", "django_migrations"}


def what_decides() -> str:
    """A name for the present state of what the comparison depends on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        version = cursor.fetchone()[0]
    total = hashlib.sha256(f"{migrations_hash()} {version}".encode())
    for file in (file_of(connection.vendor), *sorted(text_of_tables.FOLDER.glob("*.py")), Path(__file__)):
        total.update(file.read_bytes())
    return total.hexdigest()[:16]


def url_of(name: str) -> str:
    """The address of a database of this server, or of a file."""
    described = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"postgresql://{described['USER']}@{described['HOST']}:{described['PORT']}/{name}"
