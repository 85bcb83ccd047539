"""Kept pages, in a store of limited size: finds them, and drops those that are out of date or do not fit.

No clock, no database, no request: what it should know comes in as an argument.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from home.cache.forms import Form, Headers, form_of

OVERHEAD = 1000
"""Bytes, about, that an entry takes besides its body and headers."""


class CacheKey(NamedTuple):
    """The scheme, host and path under which a page is kept."""

    scheme: str
    host: str
    path: str


@dataclass(frozen=True)
class CachedResponse:
    """A page as it was made, the generation in which that was, and the moment from which it may be wrong."""

    body: bytes
    headers: Headers
    tag: str
    shrinks: bool
    generation: int
    until: datetime
    forms: dict[str, Form] = field(default_factory=dict, compare=False)
    """Its forms that somebody has asked for, by their coding. Only a store adds one, which counts it."""

    @property
    def size(self) -> int:
        """Returns the bytes of memory that it takes, about."""
        return len(self.body) + sum(self._size_of(form) for form in self.forms.values()) + OVERHEAD

    def form(self, coding: str) -> Form:
        """Returns the page in this coding: a form that somebody has asked for, or else a new one."""
        return self.forms.get(coding) or form_of(self.body, self.headers, self.tag, coding)

    def _size_of(self, form: Form) -> int:
        body = 0 if form.body is self.body else len(form.body)
        return body + sum(len(name) + len(value) for name, value in form.headers)


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
            self._shrink_to(limit)

    def keep_form(self, key: CacheKey, made: CachedResponse, coding: str, limit: int) -> Form:
        """Returns the page in this coding, and keeps that form as long as the page is kept and fits."""
        form = made.form(coding)
        with self._lock:
            if coding not in made.forms and self._made.get(key) is made:
                before = made.size
                made.forms[coding] = form
                self.size += made.size - before
                self._shrink_to(limit)
        return form

    def clear(self) -> None:
        """Drops all pages."""
        with self._lock:
            self._made.clear()
            self.size = 0

    def _shrink_to(self, limit: int) -> None:
        while self.size > limit:
            self._drop(next(iter(self._made)))

    def _drop(self, key: CacheKey) -> None:
        made = self._made.pop(key, None)
        if made is not None:
            self.size -= made.size
