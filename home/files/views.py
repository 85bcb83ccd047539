"""The doors of documents: a document is a file to save, never a page of ours."""

import unicodedata
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve
from wagtail.models import CollectionViewRestriction

from home.cache.middleware import KEPT_BY_OTHERS
from home.files.contents import holds_what_it_says


@require_safe
def document(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """Serves a document that everybody may have, as a file to save. Raises Http404.

    Redirects to staff's door when its collection is closed.
    """
    found = _document(number, name)
    if closed_by(found):
        return redirect("closed_document", number, found.filename)
    if found.filename != name:
        return redirect("wagtaildocs_serve", number, found.filename)
    response = _served(request, found)
    # It may be another file tomorrow, or no longer be for everybody.
    response.headers["Cache-Control"] = KEPT_BY_OTHERS
    return response


@require_safe
@never_cache
def closed_document(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """Serves a document of a closed collection to staff: their session is known below their own addresses only.

    Raises PermissionDenied for somebody in none of the groups that the collection is open to, and Http404.
    """
    found = _document(number, name)
    restrictions = closed_by(found)
    if not restrictions:
        return redirect("wagtaildocs_serve", number, found.filename)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
    for restriction in restrictions:
        # A password that several people share proves less than having signed in.
        if restriction.restriction_type == CollectionViewRestriction.PASSWORD:
            restriction.mark_as_passed(request)
        elif not restriction.accept_request(request):
            raise PermissionDenied
    return _served(request, found)


def closed_by(found: Any) -> list[CollectionViewRestriction]:
    """Returns the restrictions of the collection of this document and of those above it."""
    return list(found.collection.get_view_restrictions())


def _served(request: HttpRequest, found: Any) -> HttpResponseBase:
    response: HttpResponseBase = serve(request, found.pk, found.filename)
    if response.headers.get("Content-Encoding") == "None":  # of Wagtail, and programs refuse a packing of that name
        del response.headers["Content-Encoding"]
    return response


def _document(number: int, name: str) -> Any:
    """Returns the document if its file is there and holds what its name says. Raises Http404.

    The name in the address may differ in capitals, or in how letters with accents are composed.
    """
    found = get_object_or_404(get_document_model().objects.select_related("collection"), pk=number)
    if _alike(found.filename) != _alike(name) or not is_sound(found):
        raise Http404
    return found


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def is_sound(found: Any) -> bool:
    """Returns whether the file of this document is there and holds what its name says."""
    try:
        with found.open_file() as file:
            return holds_what_it_says(found.filename, file)
    except (OSError, ValueError):
        return False
