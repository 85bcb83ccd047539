"""Pages that were made, on a shelf of limited size: which is there, until when, and which has to go.

No clock, no database, no request: what it should know comes in as an argument.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import NamedTuple

OVERHEAD = 1000
"""Bytes that an entry takes besides its words, about."""


class Place(NamedTuple):
    """What tells one page from another."""

    scheme: str
    host: str
    path: str


@dataclass(frozen=True)
class Made:
    """A page as it was sent, the state of the site it was made in, and the moment from which it may be wrong."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    generation: int
    until: datetime

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers) + OVERHEAD


class Shelf:
    """The pages of one process. Threads may share it."""

    def __init__(self) -> None:
        self._made: OrderedDict[Place, Made] = OrderedDict()
        self._lock = Lock()
        self.size = 0

    def __len__(self) -> int:
        return len(self._made)

    def find(self, place: Place, generation: int, at: datetime) -> Made | None:
        """The page at this place, made in this state of the site and still right at this moment."""
        with self._lock:
            made = self._made.get(place)
            if made is None:
                return None
            if made.generation != generation or at >= made.until:
                self._take_off(place)
                return None
            self._made.move_to_end(place)
            return made

    def put(self, place: Place, made: Made, limit: int) -> None:
        """Puts a page in its place; those that nobody asked for the longest go until all fit in the limit."""
        with self._lock:
            self._take_off(place)
            if made.size > limit:
                return
            self._made[place] = made
            self.size += made.size
            while self.size > limit:
                self._take_off(next(iter(self._made)))

    def clear(self) -> None:
        """Takes everything off."""
        with self._lock:
            self._made.clear()
            self.size = 0

    def _take_off(self, place: Place) -> None:
        made = self._made.pop(place, None)
        if made is not None:
            self.size -= made.size
