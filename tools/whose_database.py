"""Prints which database is in use: a hash of its address and of its applied migrations.

No other database has applied them at the same moments, not even one that the same steps made. So one that is new, put
back, emptied or reached by another address is told apart. Run with the Python of .venv.
"""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOUSE = Path(__file__).resolve().parents[1]
RECORD = "SELECT app, name, CAST(applied AS text) FROM django_migrations ORDER BY id"


def record_of(url: str) -> list[tuple[str, ...]]:
    """Returns the migrations that were done, with their moments; empty for a database that cannot be read."""
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


def whose() -> str:
    """Returns a hash of the database in use, of its applied migrations, and of a content folder elsewhere."""
    var = os.environ.get("PORTAL_VAR") or str(HOUSE / "var")
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{Path(var) / 'portal.sqlite3'}"
    total = hashlib.sha256(repr([var, url, record_of(url)]).encode())
    elsewhere = os.environ.get("PORTAL_CONTENT")
    for path in sorted(Path(elsewhere).rglob("*")) if elsewhere else []:
        if path.is_file():
            total.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


if __name__ == "__main__":
    print(whose())
