"""Waiting for a turn to write on SQLite: whoever waits gets it when the other is done, or hears that it is locked."""

import gc
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from portal.databases import described

pytestmark = pytest.mark.django_db
PATIENCE = "PRAGMA busy_timeout"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The file of an empty database."""
    return tmp_path / "turns.sqlite3"


@pytest.fixture
def database(place: Path) -> Iterator[Any]:
    """A connection as the site has it, to a database with one table."""
    connection = ConnectionHandler({"default": described(f"sqlite:///{place}")})["default"]
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE word (said TEXT)")
    yield connection
    connection.close()


def write(connection: Any, word: str) -> None:
    """Writes a word in a transaction of its own."""
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    try:
        connection.cursor().execute("INSERT INTO word VALUES (%s)", [word])
        connection.commit()
    finally:
        connection.set_autocommit(True)


def refused(connection: Any) -> None:
    with pytest.raises(OperationalError, match="locked"):
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def asked(connection: Any, query: str) -> list[Any]:
    with connection.cursor() as cursor:
        return [row[0] for row in cursor.execute(query).fetchall()]


def test_who_waits_writes_when_the_other_is_done(database: Any, place: Path) -> None:
    other = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO word VALUES ('first')")
    ends = threading.Timer(0.3, other.execute, ["COMMIT"])
    ends.start()
    write(database, "second")
    ends.join()
    assert asked(database, "SELECT said FROM word ORDER BY rowid") == ["first", "second"]
    assert asked(database, PATIENCE) == [5000]
    other.close()


def test_who_waits_too_long_hears_that_it_is_locked_and_can_write_later(database: Any, place: Path) -> None:
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asked(database, f"{PATIENCE} = 20")
    with pytest.raises(OperationalError, match="locked"):
        write(database, "early")
    assert asked(database, PATIENCE) == [20]
    other.execute("ROLLBACK")
    write(database, "late")
    assert asked(database, "SELECT said FROM word") == ["late"]
    other.close()


def test_waiting_leaves_no_statement_to_the_garbage(database: Any, place: Path) -> None:
    # It would be ended in whichever thread collects garbage, which then waits for this connection.
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asked(database, f"{PATIENCE} = 20")
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(each, sqlite3.Cursor) for each in gc.get_objects())
        for _time in range(3):
            refused(database)
        after = sum(isinstance(each, sqlite3.Cursor) for each in gc.get_objects())
    finally:
        gc.enable()
    assert after == before
    other.close()


def test_who_comes_while_another_recovers_the_log_waits_too(database: Any) -> None:
    recovering = sqlite3.OperationalError("database is locked")
    recovering.sqlite_errorcode = sqlite3.SQLITE_BUSY_RECOVERY
    real, refusals = database.connection, [recovering]

    class Recovering:
        in_transaction = property(lambda self: real.in_transaction)

        def execute(self, query: str) -> Any:
            if query.startswith("BEGIN") and refusals:
                raise refusals.pop()
            return real.execute(query)

        def __getattr__(self, name: str) -> Any:
            return getattr(real, name)

    database.connection = Recovering()
    write(database, "after it")
    database.connection = real
    assert refusals == []
    assert asked(database, "SELECT said FROM word") == ["after it"]


def test_what_is_no_waiting_is_told_at_once(database: Any) -> None:
    database.cursor().execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="within a transaction"):
        write(database, "twice")
    database.cursor().execute("ROLLBACK")
    assert asked(database, "SELECT said FROM word") == []


def test_many_threads_that_write_at_once_all_get_their_turn(place: Path, database: Any) -> None:
    locked: list[Exception] = []

    def speak(who: int) -> None:
        connection = ConnectionHandler({"default": described(f"sqlite:///{place}")})["default"]
        try:
            for number in range(20):
                write(connection, f"{who} {number}")
        except OperationalError as error:
            locked.append(error)
        finally:
            connection.close()

    speakers = [threading.Thread(target=speak, args=[who]) for who in range(6)]
    for each in speakers:
        each.start()
    for each in speakers:
        each.join()
    assert locked == []
    assert asked(database, "SELECT COUNT(*) FROM word") == [120]
