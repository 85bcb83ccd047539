"""The doors of documents: a file to take along, never a page of ours."""

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

from home.files.contents import holds_what_it_says


@require_safe
def document(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """A document for everybody, as a file to save. One of a closed collection is asked for at staff's door."""
    if closed_by(_document(number, name)):
        return redirect("closed_document", number, name)
    return _given(request, number, name)


@require_safe
@never_cache
def closed_document(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """A document of a closed collection, for staff: their session is known below their own addresses only.

    Raises PermissionDenied for somebody of none of the groups that the collection is open to.
    """
    restrictions = closed_by(_document(number, name))
    if not restrictions:
        return redirect("wagtaildocs_serve", number, name)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
    for restriction in restrictions:
        # A password that several people share proves less than having signed in.
        if restriction.restriction_type == CollectionViewRestriction.PASSWORD:
            restriction.mark_as_passed(request)
        elif not restriction.accept_request(request):
            raise PermissionDenied
    return _given(request, number, name)


def closed_by(found: Any) -> list[CollectionViewRestriction]:
    """What closes the collection of this document, or one above it."""
    return list(found.collection.get_view_restrictions())


def _given(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    response: HttpResponseBase = serve(request, number, name)
    return response


def _document(number: int, name: str) -> Any:
    """The document, if its file is there and is what it says; whatever else stands in the store is not given out."""
    found = get_object_or_404(get_document_model().objects.select_related("collection"), pk=number)
    if found.filename != name or not is_sound(found):
        raise Http404
    return found


def is_sound(found: Any) -> bool:
    """Whether the file of this document is there and holds what its name says."""
    try:
        with found.open_file() as file:
            return holds_what_it_says(found.filename, file)
    except (OSError, ValueError):
        return False
