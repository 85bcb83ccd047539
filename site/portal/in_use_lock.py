"""A lock held by every process that uses the database and the uploads, so that no backup is restored under it."""

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

logger = logging.getLogger(__name__)
_held: list[IO[str]] = []


def _file() -> Path:
    return Path(settings.VAR) / "in-use.lock"


def hold_in_use_lock() -> None:
    """Holds the lock for as long as this process lives; waits while a backup is being restored."""
    if _held:
        return
    try:
        file = _file().open("a")
    except OSError as problem:  # a full disk is no reason not to serve
        logger.warning("%s could not be opened: %s", _file().name, type(problem).__name__)
        return
    fcntl.flock(file, fcntl.LOCK_SH)
    _held.append(file)


@contextmanager
def exclusive_use() -> Iterator[bool]:
    """Yields whether no other process uses the database and the uploads; while it lasts, none begins to."""
    _file().parent.mkdir(parents=True, exist_ok=True)
    with _file().open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
