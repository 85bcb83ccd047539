"""The view with which everybody can fetch a poster or a flyer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.languages import current_code
from home.models import Municipality
from services.posters import press
from services.posters.presenters import NoSuchSheet, sheet_of
from services.posters.sheet import Sheet, SheetKind, file_name

AGAIN = 5
"""Seconds after which a browser may try again while another sheet is being made."""


@require_safe
def sheet_file(request: HttpRequest, theme: str, district: str, kind: str) -> HttpResponse:
    """Returns the sheet as PDF, in the language of the address; 503 while another one is being made.

    Raises Http404 where it does not exist in that language.
    """
    sheet = sheet_for(request, kind, theme, district, current_code())
    if sheet is None:
        raise Http404
    stamp = f'"{press.stamp_of(sheet)}"'
    known = get_conditional_response(request, etag=stamp)
    if known is not None:
        return known
    try:
        response = HttpResponse(press.pdf_of(sheet), content_type="application/pdf")
    except press.Busy:
        return busy()
    response.headers["Content-Disposition"] = f'inline; filename="{file_name(sheet, theme, district)}.pdf"'
    response.headers["ETag"] = stamp
    # Asked for again every time: a number that changed must not be printed from a copy.
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def sheet_for(request: HttpRequest, kind: str, theme: str, district: str, language: str) -> Sheet | None:
    """Returns the sheet that is asked for; None when it does not exist or is not translated."""
    if kind not in set(SheetKind):
        return None
    try:
        found = sheet_of(SheetKind(kind), theme, district, language, Municipality.for_request(request), timezone.now())
    except NoSuchSheet:
        return None
    return found if isinstance(found, Sheet) else None


def busy() -> HttpResponse:
    """Returns a response with status 503: another sheet is being made, try again."""
    text = _("We are making another sheet. Try again in a moment.")
    return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": str(AGAIN)})
