"""Restores a backup. Everything is made ready beside what is there; only then do they change places."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import load_backend

from portal.backups import BackupRefused, archive, keys
from portal.backups.make import engine, stamp
from portal.in_use_lock import exclusive_use
from questions.privacy.checks import RIGHTS_LOG
from questions.waits.checks import EVENTS

IN_USE = "the site is running: stop the web server and run_due first"
FILLED = "there is a database here already. With --replace it is put aside (not thrown away), and its uploads too"


@dataclass(frozen=True)
class RestoreResult:
    """What a restore did: where the old database and uploads are, how many migrations ran, what no key opens."""

    about: archive.BackupManifest
    old_database: str
    old_media: str
    migrated: int
    faults: list[str]


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Lets everything in this process use another database of the same server, or another file, while it lasts."""
    kept = connections["default"]
    described = {**kept.settings_dict, "NAME": name}
    connections["default"] = load_backend(str(described["ENGINE"])).DatabaseWrapper(described, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = kept


@contextmanager
def _unpacked(path: Path) -> Iterator[tuple[Path, archive.BackupManifest]]:
    Path(settings.VAR).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=settings.VAR) as folder:
        about = archive.unpack(path, Path(folder))
        if about.engine != connection.vendor:
            raise BackupRefused(
                f"this is a backup of {about.engine}, and the site uses {connection.vendor} (DATABASE_URL)"
            )
        yield Path(folder), about


def inspect_backup(path: Path) -> archive.BackupManifest:
    """Returns the manifest of a backup that is whole and can be restored here. Raises BackupRefused for any other."""
    with _unpacked(path) as (folder, about):
        _refuse_newer(about)
        with engine().staged(folder / archive.DATABASE) as name, connected_to(name):
            _refuse_newer(about)
    return about


def restore_backup(path: Path, now: datetime, *, replace: bool = False) -> RestoreResult:
    """Restores database and media as they were, with the tables of this version.

    Raises BackupRefused, with nothing changed, when the site is running, when there is a database already and `replace`
    is False, when the file is damaged, of another engine or of a newer version.
    """
    with exclusive_use() as alone:
        if not alone or engine().others():
            raise BackupRefused(IN_USE)
        if engine().is_filled() and not replace:
            raise BackupRefused(FILLED)
        with _unpacked(path) as (folder, about), engine().staged(folder / archive.DATABASE) as name:
            with connected_to(name):
                migrated = _bring_up_to_date(about)
                faults = keys.faults(about)
            old_database, old_media = _switch(name, folder / archive.MEDIA, stamp(now))
    connection.close()
    for stamp_of_make in (Path(settings.VAR) / "stamps").glob("database*"):
        stamp_of_make.unlink()  # `make run` looks again whether content and roles are those of this version
    return RestoreResult(about, old_database, old_media, migrated, faults)


def _bring_up_to_date(about: archive.BackupManifest) -> int:
    """Runs the migrations that came after the backup; returns how many.

    Raises BackupRefused for a newer version, and for events or a log of rights that have no triggers.
    """
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    _refuse_newer(about)
    if plan:
        call_command("migrate", interactive=False, verbosity=0)
    if EVENTS.missing_triggers() or RIGHTS_LOG.missing_triggers():
        raise BackupRefused(
            "the events of waits or the log of rights in this backup are not guarded: it was not made by this product"
        )
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")  # one file, that can be moved
    return len(plan)


def _refuse_newer(about: archive.BackupManifest) -> None:
    """Raises BackupRefused for a migration later than all that this version knows of its app."""
    known: dict[str, str] = {}
    for app, name in MigrationExecutor(connection).loader.disk_migrations or {}:
        known[app] = max(name, known.get(app, ""))
    newer = [f"{app}.{name}" for app, name in about.migrations if name > known.get(app, name)]
    if newer:
        raise BackupRefused(f"the backup is of a newer version ({newer[0]}): install that version first")


def _switch(database: str, media: Path, mark: str) -> tuple[str, str]:
    """Puts the new uploads and the new database in place; returns where the old database and uploads are.

    The old uploads are put back when the database cannot follow.
    """
    root = Path(settings.MEDIA_ROOT)
    aside = root.with_name(f"{root.name}.before-{mark}")
    if aside.exists():
        raise BackupRefused(f"{aside} is there already: wait a second and do it again")
    root.mkdir(parents=True, exist_ok=True)
    os.replace(root, aside)
    try:
        if media.exists():
            _readable(media)
            shutil.move(media, root)
        return engine().switch(database, mark), str(aside)
    except BaseException:
        shutil.rmtree(root, ignore_errors=True)
        os.replace(aside, root)
        raise


def _readable(media: Path) -> None:
    """Lets a proxy, which runs as another user, read the pictures; documents stay closed."""
    media.chmod(0o755)
    for path in (media / "images", *(media / "images").rglob("*")):
        if path.exists():
            path.chmod(0o755 if path.is_dir() else 0o644)
