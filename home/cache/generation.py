"""The generation of all that is published: a number that every change makes another, and what is kept per generation.

Whatever is published by a model of `home` or `services`, or by Wagtail, tells it by itself (home/cache/signals.py). Who
writes past the models (`queryset.update`, `bulk_create`, SQL) calls `changed()` in the same transaction. A model of
these apps that no reader ever sees says so with `shown_to_readers = False`: a vote or a note of an editor then leaves
alone what is kept.
"""

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction
from django.db.models import Manager, Sum
from wagtail.models import Site

from home.cache.models import Change

Asked = ParamSpec("Asked")
Thing = TypeVar("Thing")

EVERY = 0.5
"""Seconds for which a process believes what it read last: so often it asks the database for pages that it keeps."""
LONGEST = 60.0
"""Seconds for which anything is kept at most: so long a change can be missed that nobody told."""
MOST_RESULTS = 2000
REMEMBERED = timedelta(days=1)

clock = time.monotonic


@dataclass
class _Process:
    """The last known state, and the results that this process keeps."""

    latest: int | None = None
    seen: tuple[float, int] | None = None
    memory: dict[Hashable, tuple[int, float, Any]] = field(default_factory=dict)


@dataclass
class _Request:
    """The state as one request has read it."""

    generation: int | None = None


class _Told:
    """Waits for the commit of a transaction that told of a change; one that is rolled back forgets it."""

    read = False
    """Whether the transaction looked since: what it changes afterwards is news again."""

    def __call__(self) -> None:
        _process.seen = None


_process = _Process()
_request: ContextVar[_Request | None] = ContextVar("request", default=None)


def changed() -> None:
    """Tells every process that something published changed, as part of the transaction that is going on."""
    request = _request.get()
    if request is not None:
        request.generation = None
    if not connection.in_atomic_block:
        _changes().create()
        _process.seen = None
        return
    if any(not told.read for told in _told()):
        return
    _changes().create()
    transaction.on_commit(_Told())


def current() -> int:
    """Returns the number of the present state; read once for a whole request, and elsewhere every time."""
    request = _request.get()
    if request is None:
        return _read()
    if request.generation is None:
        request.generation = _read()
    return request.generation


def seen() -> int:
    """Returns the number of the present state, or of one that passed less than half a second ago."""
    last = _process.seen
    if last is None or connection.in_atomic_block or clock() - last[0] > EVERY:
        return current()
    return last[1]


def cached_until_published(read: Callable[Asked, Thing]) -> Callable[Asked, Thing]:
    """Decorates a function of a module: this process keeps what it returns until anything published changes.

    A minute at most. For rows that many pages show. The key is the function with its arguments, which must be hashable:
    everything that the result depends on is an argument (the language too), and nothing of a visitor is. All requests
    get the same object, so nobody may change it.
    """

    @wraps(read)
    def cached(*args: Asked.args, **kwargs: Asked.kwargs) -> Thing:
        key = (read, args, tuple(sorted(kwargs.items())))
        generation = current()
        known = _process.memory.get(key)
        if known is not None and known[0] == generation and clock() - known[1] < LONGEST:
            thing: Thing = known[2]
            return thing
        thing = read(*args, **kwargs)
        if len(_process.memory) >= MOST_RESULTS:
            _process.memory.clear()
        _process.memory[key] = (generation, clock(), thing)
        return thing

    return cached


@contextmanager
def one_request() -> Iterator[None]:
    """While it lasts the state is read once at most."""
    token = _request.set(_Request())
    try:
        yield
    finally:
        _request.reset(token)


def forget() -> None:
    """Forgets everything that this process keeps."""
    _process.latest = _process.seen = None
    _process.memory.clear()


def forget_old_changes(now: datetime) -> int:
    """Deletes the changes that every process has seen long ago. Returns how many."""
    deleted: int = _changes().filter(at__lt=now - REMEMBERED).delete()[0]
    return deleted


def _read() -> int:
    found = int(_changes().aggregate(all=Sum("seal"))["all"] or 0)
    if found != _process.latest:
        # Wagtail keeps in each process where the sites begin, and forgets it only in the process that changed one.
        Site.clear_site_root_paths_cache()
        _process.latest = found
    if connection.in_atomic_block:  # what is not committed yet is nobody else's
        for told in _told():
            told.read = True
    else:
        _process.seen = (clock(), found)
    return found


def _told() -> list[_Told]:
    """Returns what waits for the commit of this transaction; what was rolled back to a savepoint is gone."""
    return [each[1] for each in connection.run_on_commit if isinstance(each[1], _Told)]


def _changes() -> "Manager[Any]":
    return Change._default_manager
