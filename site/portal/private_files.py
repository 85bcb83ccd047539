"""Permissions of the files of an installation: only their owner reads them, except the pictures of pages."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

FOR_US = 0o077
"""What is taken from every file and folder that this process makes."""
PASSED_THROUGH = 0o711
"""A proxy that runs as another user can reach the pictures, and cannot list what else is here."""


def keep_private() -> None:
    """Takes other users' permissions from the files that are there, and from those that this process makes."""
    os.umask(FOR_US)
    var = Path(settings.VAR)
    if var.is_dir():
        _restrict(var, PASSED_THROUGH)
        _make_rooms(Path(settings.MEDIA_ROOT))
    for path in _private(var):
        _restrict(path, 0o700 if path.is_dir() else 0o600)


def _make_rooms(media: Path) -> None:
    """Makes the folders of uploads that are no pictures of pages: the first upload would open them to all."""
    try:
        if not media.exists():
            media.mkdir()
            media.chmod(0o755)
        for name in ("documents", "original_images"):
            (media / name).mkdir(mode=0o700, exist_ok=True)
    except OSError:  # a folder of which others decide, or a full disk: uploading says so
        return


def _private(var: Path) -> Iterator[Path]:
    """Yields the paths to close: databases, the files beside them, keys, mail, backups, and uploads but pictures."""
    databases = [var / "portal.sqlite3"]
    described = {name: str(value) for name, value in settings.DATABASES["default"].items()}
    if described["ENGINE"].endswith("sqlite3") and "memory" not in described["NAME"]:
        databases.append(Path(described["NAME"]))
    for database in databases:
        yield from database.parent.glob(f"{database.name}*")
    yield from var.glob("development-keys*")
    for folder in (var / "mail", var / "backups"):
        if folder.is_dir():
            yield folder
            yield from folder.iterdir()
    media = Path(settings.MEDIA_ROOT)
    yield from (folder for folder in media.glob("*") if folder.is_dir() and folder.name != "images")
    yield from media.parent.glob(f"{media.name}.before-*")


def _restrict(path: Path, mode: int) -> None:
    """Takes away every permission that is not in `mode`, and gives none; leaves files of other users alone."""
    try:
        found = path.stat()
        if found.st_uid == os.geteuid() and found.st_mode & 0o777 & ~mode:
            path.chmod(found.st_mode & 0o777 & mode)
    except OSError:
        return
