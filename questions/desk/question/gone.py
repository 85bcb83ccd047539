"""A question that was erased, or taken by somebody else, while a colleague typed: the words are shown, to be copied."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from home.editing.refusals import View
from questions.privacy.keyring import CannotOpen, KeyMissing


def typed_words_stay(view: View) -> View:
    """Shows what was typed, with 410 when the question is not there any more and 403 when it may not be read any more.

    Stands below `for_colleagues`, which answers whoever is no colleague.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except KeyMissing:
            raise
        except (Http404, CannotOpen):
            return _page(request, 410)
        except PermissionDenied:
            return _page(request, 403)

    return guarded


def _page(request: HttpRequest, status: int) -> HttpResponse:
    context = {"text": request.POST.get("text", ""), "gone": status == 410}
    return render(request, "desk/question_gone.html", context, status=status)
