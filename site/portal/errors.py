"""The pages for an address that is not there, for what is not allowed, and for what went wrong."""

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from home.same_origin import from_this_site
from portal.machine_failure import is_machine_failing
from questions.expired_forms import refill_of
from questions.privacy.keys import names_missing

logger = logging.getLogger(__name__)
SECONDS_IN_AN_HOUR = 3600
# Fields of forms in which somebody writes.
WORDS = ("text", "draft", "best_time")

EDITORS = ("wagtailadmin_pages", "wagtailsettings")
EDITORS_OF_ROWS = "wagtailsnippets_"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answers with 400, in the language of the path: a form that is too large, or no proper request at all."""
    return render(request, "400.html", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answers with 404, in the language of the path."""
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answers with 403, in the language of the path."""
    return render(request, "403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answers with 500, or with 503 when the machine fails.

    The templates ask nothing of the database, which may be what is broken.
    """
    # What fails before the language is known, such as a session, is answered in that of the address all the same.
    with translation.override(translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        if not is_machine_failing():
            return render(request, "500.html", status=500)
        sent = is_form_of_ours(request)
        context = sent_form_context(request) if sent else {"again": request.get_full_path()}
        return with_retry_after(render(request, "503.html", {**context, "sent": sent}, status=503))


def is_form_of_ours(request: HttpRequest) -> bool:
    """Returns whether a form was sent that may be shown again with what was typed; never one with a password."""
    if request.method != "POST":
        return False
    try:
        door = resolve(request.path_info)
    except Resolver404:
        return False
    # No token of these was looked at yet, and what another website made up must not be sent again with a good one.
    return refill_of(door.func) is not None or (has_words(door) and from_this_site(request) and not request.FILES)


def has_words(door: ResolverMatch) -> bool:
    """Returns whether somebody writes text at this address: a remark, a page, or a row that stands on pages."""
    is_editor = door.namespace in EDITORS or door.namespace.startswith(EDITORS_OF_ROWS)
    return door.view_name == "feedback:remark" or (is_editor and door.url_name in ("add", "edit"))


def sent_form_context(request: HttpRequest) -> dict[str, object]:
    """Returns what was sent, as the context of components/send_again.html."""
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"]
    return {
        "words": [(name, value) for name, value in sent if name in WORDS and value],
        "rest": [(name, value) for name, value in sent if name not in WORDS],
        "written": "\n".join(value for name, value in sent if name in WORDS),
        "again": request.get_full_path(),
    }


def with_retry_after(answer: HttpResponse) -> HttpResponse:
    """Sets headers on the response: no cache keeps it, and it may be tried again in a minute. Returns it."""
    answer.headers["Retry-After"] = "60"
    add_never_cache_headers(answer)
    return answer


def cannot_open(request: HttpRequest, *, for_staff: bool) -> HttpResponse:
    """Answers with 503 where something sealed cannot be opened; what was sent is shown, ready to be sent again.

    Nothing is lost: once the missing key is back in the ring, everything opens again.
    """
    logger.error("something sealed cannot be opened; keys missing from the ring: %s", ", ".join(names_missing()) or "-")
    context = {**sent_form_context(request), "missing": names_missing() if for_staff else []}
    return with_retry_after(render(request, "sealed_staff.html" if for_staff else "sealed.html", context, status=503))


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, str] | None = None
) -> HttpResponse:
    """Answers with 429 after too many wrong passwords; django-axes calls it in place of the login page."""
    return too_fast(request, int(settings.AXES_COOLOFF_TIME * SECONDS_IN_AN_HOUR))


def too_fast(request: HttpRequest, seconds: int) -> HttpResponse:
    """Answers with 429: something was tried too often from here, and may be tried again after this many seconds."""
    answer = render(request, "429.html", status=429)
    answer.headers["Retry-After"] = str(seconds)
    return answer


def forged_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answers with 403 to a form with a forged or missing token: the same form, filled in, with a new token.

    A view says with `refilled_by` how it shows what was typed; nothing is written.
    """
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return render(request, "403.html", status=403)
    refill = refill_of(match.func)
    if refill is None:
        return render(request, "403.html", {"expired_form": True}, status=403)
    response: HttpResponse = refill(request, *match.args, **match.kwargs)
    response.status_code = 403
    return response
