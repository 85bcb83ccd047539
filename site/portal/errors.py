"""Kind answers when something is not there, not allowed or went wrong."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve

SECONDS_IN_AN_HOUR = 3600


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 in the language of the path: a form that is too large, or what is no request at all."""
    return render(request, "400.html", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 in the language of the path."""
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 in the language of the path."""
    return render(request, "403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; its template asks nothing of the database, which may be what is broken."""
    return render(request, "500.html", status=500)


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, str] | None = None
) -> HttpResponse:
    """429 after too many wrong passwords: what django-axes answers in place of the login page."""
    answer = render(request, "429.html", status=429)
    answer.headers["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME * SECONDS_IN_AN_HOUR))
    return answer


def forged_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form with a forged or missing token: the same form, filled in, with a new token.

    A view says how it shows what was typed by carrying a function `refill(request, **kwargs)`; nothing is committed.
    """
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return render(request, "403.html", status=403)
    refill = getattr(match.func, "refill", None)
    if refill is None:
        return render(request, "403.html", {"expired_form": True}, status=403)
    response: HttpResponse = refill(request, *match.args, **match.kwargs)
    response.status_code = 403
    return response
