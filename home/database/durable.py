"""Transactions that survive a power cut, and deleted words that are gone from the disk too.

SQLite commits to its log. With `synchronous=NORMAL` it does not wait for the disk each time: that makes everything
fast, and the last commits may be lost when the power fails. What a person wrote must not be lost that way. PostgreSQL
always waits.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

BUSY_MS = 250
"""Milliseconds to wait for the log. A reader holds it up at most for a moment, and the next attempt comes soon."""
OVERWRITTEN = 1
"""The `user_version` of a SQLite file that was rewritten since `secure_delete` was set; copies and backups keep it."""
WORDS_IN_THE_LOG = 2
"""The same, when something was deleted that has to leave the log of SQLite as soon as possible."""


@contextmanager
def durably() -> Iterator[None]:
    """A transaction that is on the disk once it has committed. Inside another transaction, the outer one decides."""
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
    """Moves the log of SQLite into the file and truncates it. Returns whether that was possible now.

    Until then the log holds pages as they were before something was deleted, the wrapped key of a forgotten question
    too. PostgreSQL clears deleted rows away by itself: there it does nothing and returns True.
    """
    if connection.vendor != "sqlite":
        return True
    patience = _pragma("busy_timeout")
    _pragma(f"busy_timeout={BUSY_MS}")
    try:
        marked = may_the_log_hold_words()
        if marked:
            # Before it is emptied: what is deleted meanwhile sets the mark anew.
            _pragma(f"user_version={OVERWRITTEN}")
        emptied = _pragma("wal_checkpoint(TRUNCATE)") == 0
        if marked and not emptied:
            _pragma(f"user_version={WORDS_IN_THE_LOG}")
        return emptied
    except OperationalError:  # somebody is writing
        return False
    finally:
        _pragma(f"busy_timeout={patience}")


def note_words_in_the_log() -> None:
    """Marks the SQLite file: its log may hold what this transaction deletes. Whoever empties it looks at the mark.

    A file that was not rewritten yet needs no mark: rewriting it empties the log as well.
    """
    if connection.vendor == "sqlite" and _pragma("user_version") == OVERWRITTEN:
        _pragma(f"user_version={WORDS_IN_THE_LOG}")


def may_the_log_hold_words() -> bool:
    """Returns whether the log of SQLite is marked as one that may hold what was deleted."""
    return connection.vendor == "sqlite" and _pragma("user_version") == WORDS_IN_THE_LOG


def note_nothing_was_freed() -> None:
    """Marks a SQLite file without any table as rewritten: no earlier version can have deleted anything in it."""
    if connection.vendor == "sqlite" and not connection.introspection.table_names():
        _pragma(f"user_version={OVERWRITTEN}")


def overwrite_what_was_freed() -> bool | None:
    """Rewrites the file of SQLite, once. Returns whether that was possible now; None when there is nothing to rewrite.

    What was deleted before `secure_delete` was set stays in unused pages of the file for as long as nothing needs the
    room. Meanwhile reading goes on; writing waits, a few seconds per 100 MB.
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
