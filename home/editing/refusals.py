"""A refusal inside the admin."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

View = Callable[..., HttpResponse]


def admin_403(view: View) -> View:
    """Decorates a view of the admin: PermissionDenied becomes a page with status 403 in the admin's frame.

    Wagtail would redirect to its start page, and a status of 302 hides that something was refused.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            return render(request, "home/admin/refused.html", status=403)

    return guarded
