"""What several parts of one page ask for is read once."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from django.template import Context

Thing = TypeVar("Thing")


def once(context: Context, name: str, read: Callable[[], Thing]) -> Thing:
    """What `read` gives, read at most once per request; without a request every time."""
    return once_for(context.get("request"), name, read)


def once_for(request: HttpRequest | None, name: str, read: Callable[[], Thing]) -> Thing:
    """The same, for who has the request itself."""
    if request is None:
        return read()
    kept = _kept(request)
    if name not in kept:
        kept[name] = read()
    found: Thing = kept[name]
    return found


def note(request: HttpRequest, name: str, thing: object) -> None:
    """Remembers for the rest of the request what somebody has at hand already."""
    _kept(request)[name] = thing


def noted(request: HttpRequest | None, name: str) -> Any:
    """What was read or noted under this name; None when nothing was."""
    return None if request is None else _kept(request).get(name)


def _kept(request: HttpRequest) -> dict[str, Any]:
    kept: dict[str, Any] = request.__dict__.setdefault("read_once", {})
    return kept
