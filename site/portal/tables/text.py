"""The text itself: statements, one after the other, with an empty line between them.

What no two databases may share is not written in it: a moment is `{now}`, a random number that names a row `{uuid 1}`.
"""

import re
import uuid
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from django.db import DatabaseError, connection, transaction

from portal.tables.migrations import migrations_hash

FOLDER = Path(__file__).parent
BETWEEN = "\n\n"
OWN = re.compile(r"\{now\}|\{uuid \d+\}")
"""What every database gets of its own."""
_HEAD = """\
-- All tables of a new database, with the rows that migrations write. Written by `make tables`; never change it by hand.
-- migrations {hash}
"""
_MADE_FROM = re.compile(r"^-- migrations ([0-9a-f]{64})$", re.MULTILINE)


def file_of(vendor: str) -> Path:
    """Returns the file with the text for this kind of database; it need not be there."""
    return FOLDER / f"{vendor}.sql"


def written(statements: list[str]) -> str:
    """Returns the text of these statements. Raises ValueError for one that would not be read as it was written."""
    for statement in statements:
        if BETWEEN in statement or statement != statement.strip():
            raise ValueError(f"there is an empty line in: {statement}")
    return BETWEEN.join([_HEAD.format(hash=migrations_hash()).strip(), *statements]) + "\n"


def is_up_to_date(text: str) -> bool:
    """Returns whether the text was made from the migrations that are here now."""
    made_from = _MADE_FROM.search(text)
    return made_from is not None and made_from[1] == migrations_hash()


def statements_of(text: str, now: datetime) -> list[str]:
    """Returns the statements of the text, with moments and random numbers of this database's own."""
    moment = now.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    moments = {"{now}": moment if connection.vendor == "sqlite" else f"{moment}+00:00"}
    numbers: defaultdict[str, str] = defaultdict(lambda: uuid.uuid4().hex)
    own = OWN.sub(lambda found: moments.get(found[0]) or numbers[found[0]], text)
    return own.strip().split(BETWEEN)[1:]


def make_tables(now: datetime) -> str:
    """Makes all tables in an empty database from the text. Returns why not, with nothing made; empty when it did."""
    file = file_of(connection.vendor)
    if not file.is_file():
        return f"there is no text for {connection.vendor}"
    text = file.read_text(encoding="utf-8")
    if not is_up_to_date(text):
        return "the text was made from other migrations"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements_of(text, now):
                cursor.execute(statement)
    except DatabaseError as problem:
        return f"this database refused the text: {problem}"
    return ""
