"""SQLite as Django reaches it, but who waits to write asks again at short, equal intervals (decision 0070)."""

import sqlite3
import time

from django.db.backends.sqlite3 import base
from django.db.backends.utils import debug_transaction

AGAIN = 0.003
"""Seconds between two times of asking. SQLite itself waits longer each time, up to a tenth of a second."""
KIND = 0xFF
"""The part of an error's number that says its kind. Above it stands the case, such as a log that is being recovered."""


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection. SQLite has no queue: whoever asks first when the other is done gets the turn."""

    @property
    def _begin(self) -> str:
        return f"BEGIN {self.settings_dict['OPTIONS'].get('transaction_mode', '')}"

    def _start_transaction_under_autocommit(self) -> None:
        self.ensure_connection()
        [(patience,)] = self.connection.execute("PRAGMA busy_timeout")
        until = time.monotonic() + patience / 1000
        with debug_transaction(self, self._begin), self.wrap_database_errors:
            self.connection.execute("PRAGMA busy_timeout = 0")
            try:
                while not self._begins() and time.monotonic() < until:
                    time.sleep(AGAIN)
            finally:
                self.connection.execute(f"PRAGMA busy_timeout = {patience}")
            if not self.connection.in_transaction:
                raise sqlite3.OperationalError("database is locked")

    def _begins(self) -> bool:
        # With Django's cursor the error would hold on to statements, which the next collection of garbage ends in
        # another thread. That thread waits for this one then, maybe with the lock that this one waits for.
        try:
            self.connection.execute(self._begin)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & KIND != sqlite3.SQLITE_BUSY:
                raise
        return bool(self.connection.in_transaction)
