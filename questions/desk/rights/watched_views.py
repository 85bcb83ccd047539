"""Watches every view that changes rights: what it changed is compared, and refused or written down."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from questions.rights.rules import Refusal
from questions.rights.writer import RightRefused, watch_changes

View = Callable[..., HttpResponse]


def watch_view(view: View) -> View:
    """Decorates a view: the rights before and after it are compared, and a change is refused or written down.

    It does not matter what the forms of the view let through.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method in ("GET", "HEAD"):
            return view(request, *args, **kwargs)
        try:
            with watch_changes(request.user, timezone.now()):  # type: ignore[arg-type]
                return view(request, *args, **kwargs)
        except RightRefused as refusal:
            list(messages.get_messages(request))  # that it was saved is not true any more
            messages.error(request, refusal_text(refusal.why))
            return HttpResponseRedirect(request.get_full_path())

    return guarded


def refusal_text(why: Refusal) -> str:
    """Returns the sentence that says why a right was not given."""
    if why is Refusal.OWN_RIGHTS:
        return _("Nobody gives rights to themselves. Ask another administrator. Nothing was saved.")
    return _(
        "Who manages people reads no questions. Take one of the two away first: managing people, or being a colleague. "
        "Nothing was saved."
    )


class WatchedViewSet:
    """Mixin of a viewset: each of its views is watched."""

    def construct_view(self, view_class: type, **kwargs: Any) -> View:
        """Returns the view, watched. Wagtail calls this for each view of the set."""
        return watch_view(super().construct_view(view_class, **kwargs))  # type: ignore[misc]
