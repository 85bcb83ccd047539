"""Databases with very many questions, on both engines. A part of tools/bench.py.

Each is made once per state of what decides it and kept in var/bench/; whoever measures works on a copy, which is thrown
away. PostgreSQL takes the rows over from SQLite, so both hold the very same.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from tests.loaded import copy_rows
from tools.bench_seed import fill
from tools.machine import own_postgresql

HOUSE = Path(__file__).resolve().parents[1]
DECIDES = ("site/portal/tables/*.sql", "content/rows/*", "tools/bench_seed.py", "tools/bench_rows.py")
KEPT = 2
"""States of one engine; an older one makes room."""
ENGINES = ("sqlite", "postgresql")
QUESTIONS, TO_DO = 200_000, 2_000


def folder() -> Path:
    """Returns the folder of the kept databases, made when it is not there."""
    place = Path(settings.VAR) / "bench"
    place.mkdir(parents=True, exist_ok=True)
    return place


def state(questions: int, to_do: int) -> str:
    """Returns a name for what decides what is in such a database; the keys of this installation too."""
    together = hashlib.sha256(f"{questions} {to_do} {settings.KEY_RING}".encode())
    for pattern in DECIDES:
        for path in sorted(HOUSE.glob(pattern)):
            together.update(f"{path.relative_to(HOUSE)}\0".encode() + path.read_bytes() + b"\0")
    return f"{questions}-{together.hexdigest()[:12]}"


@contextmanager
def much(engine: str, questions: int, to_do: int, options: str = "") -> Iterator[str]:
    """Yields the URL of a copy of the database with so many questions; `options` are of PostgreSQL's server."""
    file = filled_file(questions, to_do)
    if engine == "sqlite":
        with tempfile.TemporaryDirectory(prefix="copy-", dir=folder()) as place:
            shutil.copy(file, Path(place) / "much.sqlite3")
            yield f"sqlite:///{place}/much.sqlite3"
        return
    with own_postgresql(options, begin=filled_cluster(file)) as url:
        yield url


def filled_file(questions: int, to_do: int) -> Path:
    """Returns the SQLite database with so many questions, made when it is not there."""
    file = folder() / f"{state(questions, to_do)}.sqlite3"
    if not file.exists():
        made = file.with_suffix(".being-made")
        for half in folder().glob(f"{made.name}*"):
            half.unlink()
        started = time.monotonic()
        inside(f"sqlite:///{made}", f"from tools.desk_databases import fill_this; fill_this({questions}, {to_do})")
        made.rename(file)
        forget_older("*.sqlite3")
        say(f"{questions} questions on SQLite, made in {time.monotonic() - started:.0f} s")
    file.touch()
    return file


def filled_cluster(file: Path) -> Path:
    """Returns the folder of a PostgreSQL server with the rows of this SQLite database, made when it is not there."""
    place = file.with_suffix(".postgresql")
    if not place.exists():
        started = time.monotonic()
        with own_postgresql("-c fsync=off -c full_page_writes=off -c max_wal_size=8GB", keep=place) as url:
            inside(url, f"from tools.desk_databases import take_over; take_over({str(file)!r})")
        forget_older("*.postgresql")
        say(f"the same on PostgreSQL, made in {time.monotonic() - started:.0f} s")
    os.utime(place)
    return place


def forget_older(pattern: str) -> None:
    """Deletes all but the last few."""
    for old in sorted(folder().glob(pattern), key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(old) if old.is_dir() else old.unlink()


def inside(url: str, statement: str) -> None:
    """Carries out a statement in a process of its own, with this database."""
    _run(url, statement)


def told_inside(url: str, statement: str) -> Any:
    """Returns what a statement prints last as JSON, carried out in a process of its own with this database."""
    return json.loads(_run(url, statement, stdout=subprocess.PIPE).stdout.splitlines()[-1])


def _run(url: str, statement: str, stdout: int | None = None) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", statement]
    environment = os.environ | {"DATABASE_URL": url}
    return subprocess.run(command, cwd=HOUSE, env=environment, check=True, text=True, stdout=stdout)


def say(text: str) -> None:
    """Prints a line for who waits."""
    print(f"  {text}", file=sys.stderr, flush=True)


def fill_this(questions: int, to_do: int) -> None:
    """Makes tables, content, roles and questions in this process's database."""
    call_command("set_up", stdout=StringIO())
    fill(questions, to_do, timezone.now())


def take_over(file: str) -> None:
    """Makes tables in this process's database and puts the rows of the file in them."""
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        # Rows that were checked once are not checked again, one by one.
        cursor.execute("SET session_replication_role = replica")
        copy_rows(Path(file))
        cursor.execute("VACUUM ANALYZE")
