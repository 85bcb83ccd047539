"""What does much in many transactions lets others write in between."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.db import connection

# SQLite has no queue: who waits asks again after a moment, and gives up after five seconds. Where one transaction
# follows the other at once, it never finds the database free: a resident's question would be refused.
PAUSE = 0.03

Step = TypeVar("Step")


def giving_way(steps: Iterable[Step]) -> Iterator[Step]:
    """Yields the steps, with a pause between two on SQLite. The caller commits in each step, and not around them."""
    first = True
    for step in steps:
        if not first and connection.vendor == "sqlite" and not connection.in_atomic_block:
            time.sleep(PAUSE)
        first = False
        yield step
