"""Dumping and restoring SQLite."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from portal.backups import BackupRefused

BESIDE = ("", "-wal", "-shm", "-journal")


def version() -> int:
    """Returns the main version of SQLite. Versions with the same number read each other's files."""
    return sqlite3.sqlite_version_info[0]


def file() -> Path:
    """Returns the path of the database."""
    return Path(str(connection.settings_dict["NAME"]))


def dump(target: Path) -> None:
    """Writes the database as it is at one moment, without what was deleted and without sessions."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA secure_delete=ON")
        copy.execute("DELETE FROM django_session")
    look(target)


def look(database: Path) -> None:
    """Raises BackupRefused when the file is not a sound database."""
    try:
        with closing(sqlite3.connect(database)) as copy:
            faults = [row[0] for row in copy.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            faults += [f"{row[0]} points nowhere" for row in copy.execute("PRAGMA foreign_key_check")][:3]
    except sqlite3.DatabaseError as problem:
        faults = [str(problem)]
    if faults:
        raise BackupRefused(f"the database in it is damaged: {'; '.join(faults)}")


def is_filled() -> bool:
    """Returns whether there is a database that could be lost; one that cannot be read counts."""
    return file().exists() and file().stat().st_size > 0


def others() -> bool:
    """Returns whether another process has the database open, so that it cannot be put aside."""
    if not is_filled():
        return False
    connection.close()
    try:
        with closing(sqlite3.connect(file(), timeout=1)) as old:
            # Takes the log into the file, which works only when nobody else has it open; then one file is put aside.
            return str(old.execute("PRAGMA journal_mode=DELETE").fetchone()[0]) != "delete"
    except sqlite3.OperationalError as problem:
        return "locked" in str(problem)
    except sqlite3.DatabaseError:
        return False  # too damaged to be in use


@contextmanager
def staged(dumped: Path) -> Iterator[str]:
    """Yields the path of the dump, which is a database as it is. Raises BackupRefused when it is damaged."""
    look(dumped)
    yield str(dumped)


def switch(new: str, stamp: str) -> str:
    """Puts the present database aside and the new one in its place.

    Returns where the old one is; empty when there was none.
    """
    here = file()
    here.parent.mkdir(parents=True, exist_ok=True)
    arrived = here.with_name(f".{here.name}.{stamp}")
    _move_over(Path(new), arrived)
    aside = here.with_name(f"{here.name}.before-{stamp}")
    moved = []
    try:
        for end in BESIDE:
            if Path(f"{here}{end}").exists():
                os.replace(f"{here}{end}", f"{aside}{end}")
                moved.append(end)
        arrived.replace(here)
    except OSError:
        for end in moved:
            os.replace(f"{aside}{end}", f"{here}{end}")
        arrived.unlink(missing_ok=True)
        raise
    return str(aside) if moved else ""


def _move_over(source: Path, target: Path) -> None:
    """Moves a file, also to another disk, for its owner only, and waits until it is on the disk."""
    with source.open("rb") as old, os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as new:
        while block := old.read(1 << 20):
            new.write(block)
        new.flush()
        os.fsync(new.fileno())
    source.unlink()
