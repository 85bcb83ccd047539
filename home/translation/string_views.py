"""Doors of wagtail-localize's editor through which strings come in: what is refused is told at once.

The views themselves are wagtail-localize's; here stands what comes before and after them.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation as theirs

from home.translation.strings import refused

MOST_TOLD = 5
"""More sentences are not told one by one; each says it next to its own field."""
_OWN_FILE = b"X-WagtailLocalize-TranslationID"


def type_string(request: HttpRequest, **numbers: int) -> HttpResponse:
    """One sentence from the translation editor. A zero byte is no letter, and PostgreSQL keeps none."""
    body = request.body
    if request.content_type == "application/x-www-form-urlencoded":
        body = body.replace(b"%00", b"")
    request._body = body.replace(b"\0", b"")
    response: HttpResponse = theirs.edit_string_translation(request, **numbers)
    return response


def upload_file(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Sentences from a file that was downloaded here, and filled in elsewhere."""
    file = request.FILES.get("file")
    data = file.read() if file else b""
    if request.method == "POST" and (b"\0" in data or _OWN_FILE not in data):
        messages.error(request, _("This is no file that was downloaded here to be translated."))
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
    if file:
        file.seek(0)
    response: HttpResponse = theirs.upload_pofile(request, translation_id)
    return _told(request, translation_id, response)


def ask_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Sentences from a machine, where one is set up."""
    response: HttpResponse = theirs.machine_translate(request, translation_id)
    return _told(request, translation_id, response)


def tell_refused(request: Any, translation: Translation) -> int:
    """Tells which sentences are refused and why. Returns how many."""
    found = refused(translation)
    for dutch, why in found[:MOST_TOLD]:
        told = _("Not accepted as a translation of “%(dutch)s”: %(why)s")
        messages.error(request, told % {"dutch": dutch, "why": why})
    if len(found) > MOST_TOLD:
        more = _("%(count)d more sentences are refused; each says why next to its field.")
        messages.error(request, more % {"count": len(found) - MOST_TOLD})
    return len(found)


def _told(request: HttpRequest, translation_id: int, response: HttpResponse) -> HttpResponse:
    tell_refused(request, get_object_or_404(Translation, pk=translation_id))
    return response
