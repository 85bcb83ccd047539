"""The drill: a backup of a site that goes on is put back on another day, and everything of then can be read."""

import base64
import fcntl
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import time
import uuid
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from portal.backups import BackupRefused, archive, postgresql
from portal.backups.make import older_backups
from portal.backups.restore import connected_to
from questions.actions.ask import Contact, NewQuestion, ask
from questions.models import Message
from questions.statuses import AnswerBy
from questions.waits.checks import EVENTS
from questions.waits.models import Channel
from services.models import Theme
from tests.conftest import MONDAY
from tests.loaded import Kept


class Place:
    """An installation of its own: a database, a folder, commands."""

    def __init__(self, var: Path) -> None:
        self.var = var

    def manage(self, *arguments: str, fails: bool = False) -> str:
        """What the command says; it must fail, or not."""
        said = StringIO()
        if fails:
            with pytest.raises(CommandError) as refused:
                call_command(*arguments, stdout=said)
            return str(refused.value)
        call_command(*arguments, stdout=said)
        return said.getvalue()

    def ask(self, words: str) -> None:
        ask(
            NewQuestion(
                submission=uuid.uuid4(), theme=Theme.objects.get(slug="geld"), language="nl", text=words,
                answer_by=AnswerBy.PAGE, contact=Contact(), channel=Channel.FORM,
            ),
            MONDAY,
        )  # fmt: skip

    def words(self) -> list[str]:
        """What can be read of every question."""
        return [message.text(message.question.key_bytes) for message in Message.objects.order_by("pk")]

    def backup(self) -> Path:
        """Makes one in a folder of its own."""
        folder = self.var.parent / f"backups-{uuid.uuid4()}"
        self.manage("backup", "--to", str(folder))
        [made] = folder.iterdir()
        return made

    @property
    def url(self) -> str:
        """For a process of its own."""
        described = connection.settings_dict
        if connection.vendor == "sqlite":
            return f"sqlite:///{described['NAME']}"
        return f"postgresql://{described['USER']}@{described['HOST']}:{described['PORT']}/{described['NAME']}"


@pytest.fixture
def place(db: None, kept_database: Kept, tmp_path: Path, settings: Any) -> Iterator[Place]:
    """A filled installation with one picture."""
    var = tmp_path / "var"
    (var / "media" / "images").mkdir(parents=True)
    (var / "media" / "images" / "huis.jpg").write_bytes(b"picture")
    settings.VAR, settings.MEDIA_ROOT = var, str(var / "media")
    with kept_database.copied(tmp_path) as name:
        if connection.vendor == "sqlite":
            name = shutil.move(name, var / "portal.sqlite3")
        with connected_to(str(name)):
            yield Place(var)


def test_the_drill(place: Place) -> None:
    place.ask("Van voor de kopie")
    SessionStore().create()
    backup = place.backup()
    assert backup.stat().st_mode & 0o077 == 0
    place.ask("Van na de kopie")
    (place.var / "media" / "images" / "huis.jpg").unlink()
    (place.var / "media" / "images" / "nieuw.jpg").write_bytes(b"later")
    assert place.words() == ["Van voor de kopie", "Van na de kopie"]

    assert "--replace" in place.manage("restore", str(backup), fails=True)
    assert place.words() == ["Van voor de kopie", "Van na de kopie"]
    said = place.manage("restore", str(backup), "--replace")
    assert "1 questions, 1 files" in said
    assert "readyz" in said
    assert "KEYS" not in said
    assert place.words() == ["Van voor de kopie"]
    assert [path.name for path in (place.var / "media" / "images").iterdir()] == ["huis.jpg"]
    assert EVENTS.missing_triggers() == set()
    assert not Session.objects.exists(), "nobody stays signed in by a backup"
    # What was here is put aside, whole.
    [old_media] = place.var.glob("media.before-*")
    assert (old_media / "images" / "nieuw.jpg").read_bytes() == b"later"
    if connection.vendor == "sqlite":
        [old] = place.var.glob("portal.sqlite3.before-*")
        with connected_to(str(old)):
            assert place.words() == ["Van voor de kopie", "Van na de kopie"]
        assert (place.var / "portal.sqlite3").stat().st_mode & 0o077 == 0
    assert not list(place.var.glob(".restoring*"))
    # Every night: it can be done again on what was put back.
    assert place.backup() != backup


def test_nothing_secret_is_in_a_backup(place: Place) -> None:
    place.ask("Niemand leest dit")
    (place.var / "development-keys.json").write_text("{}")
    with tarfile.open(place.backup()) as tar:
        names = tar.getnames()
        everything = b"".join(tar.extractfile(name).read() for name in names)  # type: ignore[union-attr]
    assert sorted(names) == ["backup.json", "database", "media/images/huis.jpg"]
    assert b"Niemand leest dit" not in everything
    for secret in (settings.KEY_RING.partition(":")[2], settings.LOOKUP_KEY, settings.SECRET_KEY):
        assert secret.encode() not in everything


def test_other_keys_are_told_and_a_backup_is_looked_at_without_a_change(place: Place, settings: Any) -> None:
    place.ask("Van een andere sleutel")
    backup = place.backup()
    assert "could be put back" in place.manage("restore", str(backup), "--check")
    own = settings.KEY_RING, settings.LOOKUP_KEY
    settings.LOOKUP_KEY = base64.b64encode(b"o" * 32).decode()
    settings.KEY_RING = f"test:{settings.LOOKUP_KEY}"
    said = place.manage("restore", str(backup), "--replace")
    assert "1 questions need the key test; the one in PORTAL_KEY_RING is another" in said
    assert "PORTAL_LOOKUP_KEY is another" in said
    settings.KEY_RING, settings.LOOKUP_KEY = own
    assert place.words() == ["Van een andere sleutel"]


def test_an_older_backup_gets_the_tables_of_this_version_and_a_newer_one_is_refused(
    place: Place, tmp_path: Path
) -> None:
    place.manage("migrate", "reachability", "0002", "-v0")
    backup = place.backup()
    said = place.manage("restore", str(backup), "--replace")
    assert re.search(r"[1-9]\d* migrations were run", said)
    assert EVENTS.missing_triggers() == set()

    folder = tmp_path / "opened"
    about = archive.unpack(place.backup(), folder)
    about.migrations.append(["a_part_that_left", "0001_initial"])
    parts = [(name, folder / name) for name in about.parts]
    archive.write(tmp_path / "left.backup", parts, about)
    assert "could be put back" in place.manage("restore", str(tmp_path / "left.backup"), "--check")
    about.migrations.append(["questions", "9999_of_tomorrow"])
    archive.write(tmp_path / "newer.backup", parts, about)
    assert "newer version" in place.manage("restore", str(tmp_path / "newer.backup"), "--replace", fails=True)


def test_nothing_is_put_back_under_a_running_site(place: Place) -> None:
    backup = place.backup()
    due = subprocess.Popen(
        [sys.executable, "manage.py", "run_due", "--every", "60"], cwd=settings.HOUSE,
        env=os.environ | {"DATABASE_URL": place.url, "PORTAL_VAR": str(place.var)},
    )  # fmt: skip
    try:
        until_it_holds(place.var / "in-use.lock", due)
        assert "is running" in place.manage("restore", str(backup), "--replace", fails=True)
    finally:
        due.terminate()
        due.wait(20)
    if connection.vendor == "sqlite":
        reader = sqlite3.connect(place.var / "portal.sqlite3")
        reader.execute("SELECT count(*) FROM django_migrations").fetchone()
        assert "is running" in place.manage("restore", str(backup), "--replace", fails=True)
        reader.close()
    place.manage("restore", str(backup), "--replace")


@pytest.mark.engine("postgresql")
def test_who_has_just_left_the_database_is_waited_for_and_who_stays_is_not(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = place.backup()
    guest = psycopg.connect(place.url)
    waits: list[float] = []
    monkeypatch.setattr(postgresql, "sleep", waits.append)
    assert "is running" in place.manage("restore", str(backup), "--replace", fails=True)
    assert 1 < sum(waits) < 10

    def leave(seconds: float) -> None:
        guest.close()
        time.sleep(seconds)  # as the product does: the server needs a moment to see that the guest is gone

    monkeypatch.setattr(postgresql, "sleep", leave)
    place.manage("restore", str(backup), "--replace")


def until_it_holds(lock: Path, process: "subprocess.Popen[bytes]") -> None:
    """Waits until the process says that it uses the installation."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        if lock.exists():
            with lock.open() as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    return
        time.sleep(0.1)
    pytest.fail("it never began")


@pytest.mark.engine("sqlite")
def test_a_database_of_sqlite_with_a_log_beside_it_is_put_aside_with_its_log(place: Place) -> None:
    backup = place.backup()
    file = place.var / "portal.sqlite3"
    process = subprocess.run(  # killed in the middle of its work: the log stays behind
        [sys.executable, "-c", f"import os, sqlite3; c = sqlite3.connect({str(file)!r}); "
         "c.execute('PRAGMA journal_mode=WAL'); c.execute('CREATE TABLE later (x)'); c.commit(); os._exit(9)"],
        check=False,
    )  # fmt: skip
    assert process.returncode == 9
    assert file.with_name("portal.sqlite3-wal").stat().st_size > 0
    place.manage("restore", str(backup), "--replace")
    tables = {row[0] for row in sqlite3.connect(file).execute("SELECT name FROM sqlite_master")}
    assert "later" not in tables
    [old] = [path for path in place.var.glob("portal.sqlite3.before-*") if path.suffix[-1].isdigit()]
    assert "later" in {row[0] for row in sqlite3.connect(old).execute("SELECT name FROM sqlite_master")}


@pytest.mark.engine("sqlite")
def test_a_database_that_is_lost_or_damaged_is_replaced(place: Place) -> None:
    place.ask("Bewaard")
    backup = place.backup()
    file = place.var / "portal.sqlite3"
    file.unlink()
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    place.manage("restore", str(backup))  # nothing here that could be lost
    assert place.words() == ["Bewaard"]
    file.write_bytes(b"SQLite format 3\0" + os.urandom(100_000))
    assert "--replace" in place.manage("restore", str(backup), fails=True)
    place.manage("restore", str(backup), "--replace")
    assert place.words() == ["Bewaard"]


@pytest.mark.parametrize("where", ["cut off", "one byte", "no backup", "empty"])
def test_a_damaged_file_is_refused(tmp_path: Path, where: str) -> None:
    (tmp_path / "database").write_bytes(os.urandom(50_000))
    path = tmp_path / "a.backup"
    about = archive.BackupManifest("", "sqlite", 3, [], {}, "", 0)
    archive.write(path, [("database", tmp_path / "database"), ("media/gone.jpg", tmp_path / "gone.jpg")], about)
    assert set(about.parts) == {"database"}
    archive.unpack(path, tmp_path / "whole")
    whole = path.read_bytes()
    broken = {
        "cut off": whole[:30_000],
        "one byte": whole[:25_000] + bytes([whole[25_000] ^ 1]) + whole[25_001:],
        "no backup": b"something else",
        "empty": b"",
    }[where]
    path.write_bytes(broken)
    with pytest.raises(BackupRefused, match="damaged"):
        archive.unpack(path, tmp_path / "broken")


def test_a_file_that_would_write_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "database").write_bytes(b"x")
    for name in ("../outside", "/etc/outside", "media/../../outside", "media", "other/file"):
        path = tmp_path / "a.backup"
        archive.write(path, [(name, tmp_path / "database")], archive.BackupManifest("", "sqlite", 3, [], {}, "", 0))
        with pytest.raises(BackupRefused, match="does not belong"):
            archive.unpack(path, tmp_path / "out")
    assert not (tmp_path / "outside").exists()


def test_only_the_newest_backups_are_kept(tmp_path: Path) -> None:
    for day in range(10, 20):
        (tmp_path / f"202601{day}-030000.backup").touch()
    (tmp_path / "something-else.txt").touch()
    assert sorted(path.name for path in older_backups(tmp_path, 8)) == [
        "20260110-030000.backup",
        "20260111-030000.backup",
    ]


def test_programs_of_postgresql_that_are_too_old_are_named() -> None:
    with pytest.raises(BackupRefused, match="install postgresql-client-99"):
        postgresql.program("pg_dump", 99)


def test_the_uploads_are_no_place_for_a_backup(place: Place) -> None:
    said: Any = place.manage("backup", "--to", str(place.var / "media" / "images"), fails=True)
    assert "among the uploads" in said
