"""Our middleware: the visitor's address, the language, headers, spreadsheets, and what cannot be opened."""

from collections.abc import Callable, Iterable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from home.text.spreadsheets import for_double_click
from portal.errors import cannot_open
from portal.two_factor.middleware import ADMIN
from questions.privacy.keyring import CannotOpen

Handler = Callable[[HttpRequest], HttpResponse]

ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'self'; base-uri 'self'; "
    "form-action 'self'; object-src 'none'"
)

PREVIEW_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'; "
    "object-src 'none'"
)
"""What readers get, but in a frame of the admin. Wagtail's user bar and content checker are files and data."""


def visitor_address(remote: str, forwarded: str, proxies: int) -> str:
    """Returns the address of the visitor: the entry of X-Forwarded-For that the outermost of our proxies added.

    What stands to the left of it was sent by the visitor and is not believed. Without proxies, or when the header is
    shorter than the number of our proxies, it is the address of the connection.
    """
    entries = [entry.strip() for entry in forwarded.split(",") if entry.strip()]
    return entries[-proxies] if 0 < proxies <= len(entries) else remote


class VisitorAddressMiddleware:
    """Puts the visitor's address where the lock-out of passwords and the pause after wrong codes look for it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.META["REMOTE_ADDR"] = visitor_address(
            request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", ""), settings.PROXIES
        )
        return self.get_response(request)


class PathLanguageMiddleware:
    """Sets the language to the one in the path, and to Dutch where the path has none; no cookie, no guessing.

    Django's own middleware would let the browser's preference decide on the staff's screens, and it reads a cookie.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or code)
        return response


class SecurityHeadersMiddleware:
    """Sets the headers that Django has no setting for, and the looser policy that Wagtail's admin needs."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path_info.startswith(ADMIN):
            response.headers.setdefault("Content-Security-Policy", ADMIN_POLICY)
            response.headers.setdefault("Cache-Control", "no-store, private")
        if getattr(request, "is_dummy", False):  # a preview: words of which no reader has seen anything yet
            response.headers["Content-Security-Policy"] = PREVIEW_POLICY
        return response


class SpreadsheetMiddleware:
    """Makes every CSV file of the admin, ours or Wagtail's, open with a double click and without formulas."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response: HttpResponseBase = self.get_response(request)
        if request.path_info.startswith(ADMIN) and response.get("Content-Type", "").startswith("text/csv"):
            if isinstance(response, StreamingHttpResponse):
                response.streaming_content = for_double_click(cast(Iterable[bytes], response.streaming_content))
            elif isinstance(response, HttpResponse):
                response.content = b"".join(for_double_click([response.content]))
            response.headers["Content-Type"] = "text/csv; charset=utf-8"
        return response


class SealedMiddleware:
    """Answers with 503 and a page that says so where a view cannot open something sealed."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Returns that page for CannotOpen, None for any other exception. Django calls it when a view has raised."""
        if not isinstance(exception, CannotOpen):
            return None
        return cannot_open(request, for_staff=request.path_info.startswith(ADMIN))
