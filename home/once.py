"""What several tags of one page ask for is read once."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.template import Context

Thing = TypeVar("Thing")


def once(context: Context, name: str, read: Callable[[], Thing]) -> Thing:
    """What `read` gives, read at most once per request; without a request every time."""
    request = context.get("request")
    if request is None:
        return read()
    kept: dict[str, Any] = request.__dict__.setdefault("read_once", {})
    if name not in kept:
        kept[name] = read()
    found: Thing = kept[name]
    return found
