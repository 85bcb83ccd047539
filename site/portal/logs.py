"""What a log may hold: what happened and where in the code, never what somebody typed or a key that an address holds.

Django names the address of every request that goes wrong. An address holds the key of a mailed link, what somebody
searched for, or whatever a visitor typed behind our name; the text of an exception often quotes what it is about.
"""

import logging
import traceback
from http import HTTPStatus
from types import TracebackType
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from django.template import TemplateDoesNotExist

SPEAK_OF_CODE = (
    AttributeError, ImportError, ImproperlyConfigured, MemoryError, NameError, OperationalError, RecursionError,
    TemplateDoesNotExist, TypeError, ZeroDivisionError,
)  # fmt: skip
"""Their text is about the code or the machine, and is logged; of every other exception only the kind is."""
MOST_CAUSES = 10


class PrivateFormatter(logging.Formatter):
    """Formats lines without text of people.

    A request is its address pattern, an exception its kind and its place in the code.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Returns the line; a record about a request gets a text of our own, without what somebody typed."""
        request = getattr(record, "request", None)
        if request is not None:
            record = logging.makeLogRecord({**record.__dict__, "msg": request_summary(record, request), "args": None})
        # Django's own formatter may have kept the text of the exception on the record.
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: Any) -> str:
        """Returns the kind of every exception in the chain, and where in the code it was raised.

        Its text is added only when that is about the code or the machine.
        """
        lines: list[str] = []
        error: BaseException | None = ei[1]
        for _each in range(MOST_CAUSES):
            if error is None:
                break
            lines = [*_of_one(error, error.__traceback__), *lines]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "".join(lines).rstrip("\n")


def request_summary(record: logging.LogRecord, request: Any) -> str:
    """Returns a line with the status, the method and the address pattern of the request."""
    status = getattr(record, "status_code", None)
    said = f"{status} {HTTPStatus(status).phrase}" if status in set(HTTPStatus) else "a request was refused"
    return f"{said}: {getattr(request, 'method', '?')} {address_pattern(request)}"


def address_pattern(request: Any) -> str:
    """Returns the pattern of the address, which is the same whatever somebody typed in it."""
    match = getattr(request, "resolver_match", None)
    if match is None:
        return "an address that is not ours"
    return f"{match.route} ({match.view_name})" if match.view_name else str(match.route)


def _of_one(error: BaseException, trace: TracebackType | None) -> list[str]:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, SPEAK_OF_CODE):
        kind += f": {str(error).partition(chr(10))[0]}"
    elif isinstance(error, OSError):
        kind += f": {error.strerror}"
    return ["Traceback (most recent call last):\n", *traceback.format_tb(trace), kind, "\n"]
