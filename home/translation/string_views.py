"""Views in the place of wagtail-localize's own, through which strings come in: they say at once what is refused.

wagtail-localize's views do the work; here stands what comes before and after them.
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
"""So many refused sentences are shown one by one; the others say it next to their own field only."""
_OWN_FILE = b"X-WagtailLocalize-TranslationID"


def type_string(request: HttpRequest, **numbers: int) -> HttpResponse:
    """Saves one sentence from the translation editor, without zero bytes: PostgreSQL cannot store them."""
    body = request.body
    if request.content_type == "application/x-www-form-urlencoded":
        body = body.replace(b"%00", b"")
    request._body = body.replace(b"\0", b"")
    response: HttpResponse = theirs.edit_string_translation(request, **numbers)
    return response


def upload_file(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Takes sentences from a PO file that was downloaded here and filled in elsewhere; refuses any other file."""
    file = request.FILES.get("file")
    data = file.read() if file else b""
    if request.method == "POST" and (b"\0" in data or _OWN_FILE not in data):
        messages.error(request, _("This is no file that was downloaded here to be translated."))
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
    if file:
        file.seek(0)
    response: HttpResponse = theirs.upload_pofile(request, translation_id)
    return _with_refusals_told(request, translation_id, response)


def ask_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Gets sentences from a machine translator, where one is set up."""
    response: HttpResponse = theirs.machine_translate(request, translation_id)
    return _with_refusals_told(request, translation_id, response)


def tell_refused(request: Any, translation: Translation) -> int:
    """Shows the editor which sentences are refused and why. Returns how many."""
    found = refused(translation)
    for dutch, why in found[:MOST_TOLD]:
        told = _("Not accepted as a translation of “%(dutch)s”: %(why)s")
        messages.error(request, told % {"dutch": dutch, "why": why})
    if len(found) > MOST_TOLD:
        more = _("%(count)d more sentences are refused; each says why next to its field.")
        messages.error(request, more % {"count": len(found) - MOST_TOLD})
    return len(found)


def _with_refusals_told(request: HttpRequest, translation_id: int, response: HttpResponse) -> HttpResponse:
    tell_refused(request, get_object_or_404(Translation, pk=translation_id))
    return response
