"""From one question to the next one in the queue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from questions.desk.guard import for_colleagues
from questions.desk.order import next_after
from questions.models import Colleague


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def next_question(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Leads to the first question of the queue that the colleague may take up, or to the queue when there is none.

    The one that it comes from, `na` in the address, is left out. It claims nothing.
    """
    done = request.GET.get("na", "")
    found = next_after(colleague, int(done) if done.isdecimal() and len(done) < 10 else 0, timezone.now())
    if found is not None:
        return HttpResponseRedirect(reverse("desk_question", args=[found.pk]))
    messages.info(request, _("There is no next question: nobody else is waiting for you."))
    return HttpResponseRedirect(reverse("desk_queue"))
