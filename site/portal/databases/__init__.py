"""How Django reaches the database of an installation. A part of the settings: imports nothing that needs them."""

import dj_database_url

SQLITE_OPTIONS = {
    # Without these, a publish and fifty forms a second end in "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 5,
    # What is deleted is overwritten: a forgotten question leaves no key in the file (home/database/durable.py).
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
    ),
}


def described(url: str) -> dict[str, object]:
    """Returns Django's description of the database at this URL, with what SQLite needs under load.

    A connection is kept for ten minutes: a new one on PostgreSQL costs each page 5 to 25 ms.
    """
    parsed = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    found: dict[str, object] = dict(parsed)
    if str(found["ENGINE"]).endswith("sqlite3"):
        found["ENGINE"] = "portal.databases.sqlite3"
        found["OPTIONS"] = SQLITE_OPTIONS
    elif isinstance(options := found.setdefault("OPTIONS", {}), dict):
        found["ENGINE"] = "portal.databases.postgresql"
        # A server that does not answer holds up nobody longer.
        options.setdefault("connect_timeout", 2)  # seconds, for a new connection
        options.setdefault("tcp_user_timeout", 2_000)  # milliseconds, for one that was kept
        # The server plans a statement that it is asked again and again once: a screen of the desk takes a fifth less.
        options.setdefault("server_side_binding", True)
        options.setdefault("prepare_threshold", 5)
    return found
