"""Kept pages, in a store of limited size: finds them, and drops those that are out of date or do not fit.

No clock, no database, no request: what it should know comes in as an argument.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import NamedTuple

OVERHEAD = 1000
"""Bytes, about, that an entry takes besides its body and headers."""


class CacheKey(NamedTuple):
    """The scheme, host and path under which a page is kept."""

    scheme: str
    host: str
    path: str


@dataclass(frozen=True)
class CachedResponse:
    """A page as it was sent, the generation in which it was made, and the moment from which it may be wrong."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    generation: int
    until: datetime

    @property
    def size(self) -> int:
        """Returns the bytes of memory that it takes, about."""
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers) + OVERHEAD


class PageStore:
    """The pages that one process keeps. Threads may share it."""

    def __init__(self) -> None:
        self._made: OrderedDict[CacheKey, CachedResponse] = OrderedDict()
        self._lock = Lock()
        self.size = 0

    def __len__(self) -> int:
        return len(self._made)

    def find(self, key: CacheKey, generation: int, at: datetime) -> CachedResponse | None:
        """Returns the page with this key if it is of this generation and still right at this moment; else None."""
        with self._lock:
            made = self._made.get(key)
            if made is None:
                return None
            if made.generation != generation or at >= made.until:
                self._drop(key)
                return None
            self._made.move_to_end(key)
            return made

    def put(self, key: CacheKey, made: CachedResponse, limit: int) -> None:
        """Keeps a page under its key, and drops those not asked for the longest until all fit in `limit` bytes.

        A page that is larger than the limit is not kept.
        """
        with self._lock:
            self._drop(key)
            if made.size > limit:
                return
            self._made[key] = made
            self.size += made.size
            while self.size > limit:
                self._drop(next(iter(self._made)))

    def clear(self) -> None:
        """Drops all pages."""
        with self._lock:
            self._made.clear()
            self.size = 0

    def _drop(self, key: CacheKey) -> None:
        made = self._made.pop(key, None)
        if made is not None:
            self.size -= made.size
