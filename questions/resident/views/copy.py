"""The conversation as a text file, for the browser that holds it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from questions.actions.mark_read import mark_read
from questions.resident import cookie
from questions.resident.copies import copy_of


@never_cache
@require_safe
def copy_page(request: HttpRequest) -> HttpResponse:
    """Gives the file, whose name tells nothing, and records that everything in it was read."""
    now = timezone.now()
    question = cookie.question_from_cookie(request, now)
    if question is None:
        return HttpResponseRedirect(reverse("resident:conversation"))
    last = question.last_number
    # The mark at the beginning tells old editors which letters these are.
    response = HttpResponse(copy_of(question, now).encode("utf-8-sig"), content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="kopie.txt"'
    mark_read(question, now, up_to=last)
    return response
