"""Who else on the machine can read the files of an installation."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from portal.databases import described
from portal.private_files import keep_private


@pytest.fixture
def var(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which everything was readable to everybody."""
    before = os.umask(0o022)
    settings.VAR, settings.MEDIA_ROOT = tmp_path / "var", str(tmp_path / "var" / "media")
    database = described(f"sqlite:///{tmp_path}/elsewhere/site.sqlite3")
    monkeypatch.setitem(settings.DATABASES, "default", database)
    yield tmp_path / "var"
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


PRIVATE = [
    "portal.sqlite3", "portal.sqlite3-wal", "portal.sqlite3-shm", "portal.sqlite3.before-20260101-100000", "mail/1.log",
    "development-keys.json", "backups/20260101-030000.backup", "../elsewhere/site.sqlite3",
    "../elsewhere/site.sqlite3-wal",
]  # fmt: skip
OPEN = ["media/images/huis.width-400.jpg", "static/site.css"]


def test_what_is_readable_to_others_is_mended_at_the_start(var: Path) -> None:
    for name in (*PRIVATE, *OPEN, "media/documents/brief.pdf", "media/original_images/huis.jpg"):
        (var / name).parent.mkdir(parents=True, exist_ok=True)
        (var / name).write_text("x")
    keep_private()
    assert [name for name in PRIVATE if mode(var / name) != 0o600] == []
    assert [name for name in OPEN if mode(var / name) != 0o644] == []
    for folder in ("mail", "backups", "media/documents", "media/original_images"):
        assert mode(var / folder) == 0o700, folder
    assert mode(var) == 0o711
    assert mode(var / "media" / "images") == 0o755


def test_the_first_upload_of_all_is_for_us_only(var: Path) -> None:
    var.mkdir()
    keep_private()
    store = FileSystemStorage(var / "media", file_permissions_mode=0o644, directory_permissions_mode=0o755)
    for name in ("documents/brief.pdf", "original_images/huis.jpg", "images/huis.width-400.jpg"):
        store.save(name, ContentFile(b"x"))
    assert mode(var / "media" / "documents") == mode(var / "media" / "original_images") == 0o700
    assert mode(var / "media") == mode(var / "media" / "images") == 0o755


def test_what_was_closed_further_stays_so(var: Path) -> None:
    var.mkdir(mode=0o700)
    (var / "portal.sqlite3").touch(mode=0o400)
    keep_private()
    assert (mode(var), mode(var / "portal.sqlite3")) == (0o700, 0o400)


def test_what_is_made_afterwards_is_for_its_owner_and_pictures_are_for_all(var: Path) -> None:
    keep_private()
    storage = FileSystemStorage(str(var / "media"))
    storage.save("images/huis.jpg", ContentFile(b"x"))
    (var / "portal.sqlite3").touch()
    assert mode(var / "portal.sqlite3") == 0o600
    assert mode(var / "media" / "images" / "huis.jpg") == 0o644
    assert mode(var / "media" / "images") == 0o755


def test_whoever_serves_does_it_before_anything_else(tmp_path: Path) -> None:
    (tmp_path / "development-keys.json").touch(mode=0o644)
    subprocess.run(
        [sys.executable, "-c", "import portal.wsgi, pathlib, sys; pathlib.Path(sys.argv[1], 'new').touch()",
         str(tmp_path)],
        cwd=settings.HOUSE, env=os.environ | {"PORTAL_VAR": str(tmp_path)}, check=True,
    )  # fmt: skip
    assert mode(tmp_path / "development-keys.json") == mode(tmp_path / "new") == 0o600
