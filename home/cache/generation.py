"""The generation of what is published: a number that differs after every change, and results kept until it does.

Models of `home` and `services`, and those of Wagtail, report their changes by signals (home/cache/signals.py). Code
that writes past the models (`queryset.update`, `bulk_create`, SQL) calls `changed()` in the same transaction. A model
of these apps that no reader ever sees says so with `shown_to_readers = False`: a vote or a note of an editor then
throws nothing away.
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
"""Seconds for which a process trusts the generation that it read last, before it asks the database again."""
LONGEST = 60.0
"""Seconds for which anything is kept at most; a change that was not reported goes unnoticed no longer than this."""
MOST_RESULTS = 2000
REMEMBERED = timedelta(days=1)

clock = time.monotonic


@dataclass
class _Process:
    """The last known generation, and the results that this process keeps."""

    latest: int | None = None
    seen: tuple[float, int] | None = None
    memory: dict[Hashable, tuple[int, float, Any]] = field(default_factory=dict)


@dataclass
class _Request:
    """The generation as one request has read it."""

    generation: int | None = None


class _ReportedChange:
    """Runs at the commit of a transaction that reported a change; a rollback throws it away."""

    read = False
    """Whether the transaction has read the generation since: what it changes afterwards has to be reported again."""

    def __call__(self) -> None:
        _process.seen = None


_process = _Process()
_request: ContextVar[_Request | None] = ContextVar("request", default=None)


def changed() -> None:
    """Reports to every process, as part of the current transaction, that something published changed."""
    request = _request.get()
    if request is not None:
        request.generation = None
    if not connection.in_atomic_block:
        _changes().create()
        _process.seen = None
        return
    if any(not report.read for report in _reported_changes()):
        return
    _changes().create()
    transaction.on_commit(_ReportedChange())


def current() -> int:
    """Returns the present generation; read from the database once per request, and outside a request every time.

    In the request of a visitor it may be half a second old (`one_request`).
    """
    request = _request.get()
    if request is None:
        return _read_generation()
    if request.generation is None:
        request.generation = _read_generation()
    return request.generation


def seen() -> int:
    """Returns the generation that this process read less than half a second ago; else what `current()` returns."""
    last = seen_lately()
    return current() if last is None or connection.in_atomic_block else last


def seen_lately() -> int | None:
    """Returns the generation that this process read less than half a second ago; else None. Asks no database."""
    last = _process.seen
    return None if last is None or clock() - last[0] > EVERY else last[1]


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
def one_request(*, trusts: bool = False) -> Iterator[None]:
    """Lets everything inside it read the generation from the database only once, until it reports a change itself.

    With `trusts` not even once when the process read it less than half a second ago. While an editor publishes there
    are ten generations in a second, and whoever only visits pays for each of them with what is read anew.
    """
    token = _request.set(_Request(seen_lately() if trusts else None))
    try:
        yield
    finally:
        _request.reset(token)


def forget() -> None:
    """Forgets everything that this process keeps."""
    _process.latest = _process.seen = None
    _process.memory.clear()


def forget_old_changes(now: datetime) -> int:
    """Deletes the changes of more than a day ago, which every process has seen by now. Returns how many."""
    deleted: int = _changes().filter(at__lt=now - REMEMBERED).delete()[0]
    return deleted


def _read_generation() -> int:
    found = int(_changes().aggregate(all=Sum("seal"))["all"] or 0)
    if found != _process.latest:
        # Wagtail keeps in each process where the sites begin, and forgets it only in the process that changed one.
        Site.clear_site_root_paths_cache()
        _process.latest = found
    if connection.in_atomic_block:  # what is not committed yet is nobody else's
        for report in _reported_changes():
            report.read = True
    else:
        _process.seen = (clock(), found)
    return found


def _reported_changes() -> list[_ReportedChange]:
    """Returns the changes that wait for the commit of this transaction; those rolled back to a savepoint are gone."""
    return [each[1] for each in connection.run_on_commit if isinstance(each[1], _ReportedChange)]


def _changes() -> "Manager[Any]":
    return Change._default_manager
