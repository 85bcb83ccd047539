"""Copies of the test database, for processes of their own."""

from pathlib import Path

import psycopg
from django.db import connection


def copied_database(folder: Path, suffix: str = "served") -> str:
    """A copy of this process's test database with its content; the URL of the copy."""
    if connection.vendor == "sqlite":
        path = folder / "site.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        return f"sqlite:///{path}"
    described = connection.settings_dict
    name = f"{described['NAME']}_{suffix}"
    connection.close()
    server = f"postgresql://{described['USER']}@{described['HOST']}:{described['PORT']}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{described["NAME"]}"')
    return f"{server}/{name}"
