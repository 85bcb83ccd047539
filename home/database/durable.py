"""Transactions that outlive a power cut, and words that are gone from the disk once they are forgotten.

SQLite commits to its log. That it is not made to wait for the disk each time (`synchronous=NORMAL`) may cost the last
commits when the power fails, and makes everything else fast. What a person wrote is not among what may be lost.
PostgreSQL always waits.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

BUSY_MS = 250
"""So long the log is waited for: who holds it up is a reader, and the next round comes soon."""
OVERWRITTEN = 1
"""Stands in a file of SQLite, as `user_version`, since it was made anew; a copy and a backup take it along."""


@contextmanager
def durably() -> Iterator[None]:
    """A transaction that is on the disk when it has committed. Inside another one, the outer one decides."""
    with _waiting_for_the_disk(), transaction.atomic():
        yield


@contextmanager
def _waiting_for_the_disk() -> Iterator[None]:
    # Within a transaction SQLite takes no notice of the setting.
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    before = _pragma("synchronous")
    _pragma("synchronous=FULL")
    try:
        yield
    finally:
        if connection.connection is not None:
            _pragma(f"synchronous={before}")


def empty_the_log() -> bool:
    """Takes the log of SQLite into the file and cuts it off; whether that was possible now.

    Until then the log holds the pages as they were before something was deleted, the wrapped key of a forgotten
    question too. PostgreSQL clears away by itself what was deleted.
    """
    if connection.vendor != "sqlite":
        return True
    patience = _pragma("busy_timeout")
    _pragma(f"busy_timeout={BUSY_MS}")
    try:
        return _pragma("wal_checkpoint(TRUNCATE)") == 0
    finally:
        _pragma(f"busy_timeout={patience}")


def note_nothing_was_freed() -> None:
    """Notes in a file of SQLite without any table that no earlier version deleted anything there."""
    if connection.vendor == "sqlite" and not connection.introspection.table_names():
        _pragma(f"user_version={OVERWRITTEN}")


def overwrite_what_was_freed() -> bool | None:
    """Makes a file of SQLite anew, once: whether that was possible now, None when it was done before.

    What was deleted before `secure_delete` was set stands in pages that nothing uses any more, and stays there for as
    long as nothing needs the room. Whoever reads goes on reading; whoever writes waits, a few seconds per 100 MB.
    """
    if connection.vendor != "sqlite" or _pragma("user_version") >= OVERWRITTEN:
        return None
    if connection.in_atomic_block:  # SQLite cannot do it there
        return False
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        _pragma(f"user_version={OVERWRITTEN}")
    except OperationalError:  # somebody is writing, or there is no room for a second copy
        return False
    return True


def _pragma(what: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {what}")
        row = cursor.fetchone()
    return int(row[0]) if row else 0
