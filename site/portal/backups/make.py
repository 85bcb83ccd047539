"""Makes a backup of a site in use."""

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.timezone import localtime

from portal.backups import BackupRefused, archive, keys, postgresql, sqlite
from questions.models import Question
from questions.privacy.keyring import lookup_key

ENDING = ".backup"


def engine() -> ModuleType:
    """Returns the module that backs up the database that is in use."""
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]


def stamp(now: datetime) -> str:
    """Returns the moment, to the microsecond, as part of a file name. Such names sort by time."""
    return localtime(now).strftime("%Y%m%d-%H%M%S-%f")


def make_backup(folder: Path, now: datetime) -> tuple[Path, archive.BackupManifest]:
    """Writes one file with database and media into the folder; returns its path and its manifest.

    Only its owner can read the file. Raises BackupRefused for a folder among the uploads, a file that is there already,
    and a database that cannot be dumped.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if Path(settings.MEDIA_ROOT) in (folder.resolve(), *folder.resolve().parents):
        raise BackupRefused(f"{folder} is among the uploads, which are shown to the world")
    path = folder / f"{stamp(now)}{ENDING}"
    if path.exists():
        raise BackupRefused(f"{path} is there already")
    about = archive.BackupManifest(
        made_at=localtime(now).isoformat(timespec="seconds"),
        engine=connection.vendor,
        engine_version=engine().version(),
        migrations=sorted([app, name] for app, name in MigrationRecorder(connection).applied_migrations()),
        keys=keys.fingerprints(),
        lookup_key=keys.fingerprint(lookup_key()),
        questions=Question.objects.count(),
    )
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=folder) as place:
        return path, archive.write(path, _parts(Path(place) / archive.DATABASE), about)


def _parts(dumped: Path) -> Iterator[tuple[str, Path]]:
    """Yields the name and path of each part: media, the database, and media that came while it was dumped.

    In this order every file that a row points to is in the backup.
    """
    before = set(_media())
    for name in sorted(before):
        yield f"{archive.MEDIA}/{name}", Path(settings.MEDIA_ROOT) / name
    engine().dump(dumped)
    yield archive.DATABASE, dumped
    for name in sorted(set(_media()) - before):
        yield f"{archive.MEDIA}/{name}", Path(settings.MEDIA_ROOT) / name


def _media() -> Iterator[str]:
    root = Path(settings.MEDIA_ROOT)
    for path in root.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(root).as_posix()


def older_backups(folder: Path, keep: int) -> list[Path]:
    """Returns the backups in the folder without the newest `keep`."""
    newest_first = sorted(folder.glob(f"[0-9]*{ENDING}"), reverse=True)
    return newest_first[keep:]
