"""What `make tables` does: it runs all migrations on a new SQLite and a new PostgreSQL, and writes what they made.

A new database gets its tables from that text (docs/decisions/0061-tables-as-text.md). Run with the Python of .venv.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from tools.machine import postgresql  # noqa: E402 (the folder must be known first)


def write(url: str) -> None:
    """Writes the text for the database at this URL, which must be empty."""
    command = [sys.executable, "manage.py", "write_tables"]
    subprocess.run(command, cwd=HOUSE, env=os.environ | {"DATABASE_URL": url}, check=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, postgresql() as url:
        write(f"sqlite:///{folder}/new.sqlite3")
        write(url)
