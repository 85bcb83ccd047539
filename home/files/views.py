"""The doors of documents: a file to take along, never a page of ours."""

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
    """A document for everybody, as a file to save. One of a closed collection is asked for at staff's door."""
    found = _document(number, name)
    if closed_by(found):
        return redirect("closed_document", number, found.filename)
    if found.filename != name:
        return redirect("wagtaildocs_serve", number, found.filename)
    response = _given(request, found)
    # It may be another file tomorrow, or no longer be for everybody.
    response.headers["Cache-Control"] = KEPT_BY_OTHERS
    return response


@require_safe
@never_cache
def closed_document(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """A document of a closed collection, for staff: their session is known below their own addresses only.

    Raises PermissionDenied for somebody of none of the groups that the collection is open to.
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
    return _given(request, found)


def closed_by(found: Any) -> list[CollectionViewRestriction]:
    """Returns the restrictions of the collection of this document and of those above it."""
    return list(found.collection.get_view_restrictions())


def _given(request: HttpRequest, found: Any) -> HttpResponseBase:
    response: HttpResponseBase = serve(request, found.pk, found.filename)
    if response.headers.get("Content-Encoding") == "None":  # of Wagtail, and programs refuse a packing of that name
        del response.headers["Content-Encoding"]
    return response


def _document(number: int, name: str) -> Any:
    """Returns the document if its file is there and is of the type that it says. Raises Http404.

    Its name may be written with other capitals, or its letters may be taken apart.
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
