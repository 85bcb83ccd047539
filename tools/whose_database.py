"""Prints which database this is: a hash of its own record of what was done to it. Run with the Python of .venv.

No other database has the same record, not even one that the same steps made: it holds the moment of each. One that is
new, put back, emptied or reached by another address is told apart by it.
"""

import hashlib
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

RECORD = "SELECT app, name, CAST(applied AS text) FROM django_migrations ORDER BY id"


def record_of(url: str) -> list[tuple[str, ...]]:
    """The migrations that were done, with their moments; nothing for a database that is not there or cannot say."""
    if url.startswith("sqlite"):
        file = Path(unquote(urlsplit(url).path)[1:])
        if not file.is_file():
            return []
        try:
            with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
                return [tuple(map(str, row)) for row in database.execute(RECORD)]
        except sqlite3.DatabaseError:
            return []
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=5) as server:
            return [tuple(map(str, row)) for row in server.execute(RECORD)]
    except psycopg.Error:
        return []


if __name__ == "__main__":
    record = record_of(sys.argv[1])
    print(hashlib.sha256(repr(record).encode()).hexdigest() if record else "")
