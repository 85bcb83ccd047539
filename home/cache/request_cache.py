"""Values that several parts of one answer need, kept on the request for as long as it lasts."""

from typing import Any

from django.http import HttpRequest


def put(request: HttpRequest, name: str, value: object) -> None:
    """Keeps a value under this name for the rest of the request."""
    _values_of(request)[name] = value


def get(request: HttpRequest | None, name: str) -> Any:
    """Returns what was put under this name; None when nothing was, or there is no request."""
    return None if request is None else _values_of(request).get(name)


def _values_of(request: HttpRequest) -> dict[str, Any]:
    values: dict[str, Any] = request.__dict__.setdefault("request_cache", {})
    return values
