"""From one question to the next one in the queue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from questions.desk.guard import for_colleagues
from questions.desk.queue.selectors import queue_of
from questions.models import Colleague


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def next_question(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Leads to the first question of the queue that the colleague may take up, or to the queue when there is none.

    The one that it comes from is left out, and one whose answer is on its way. It claims nothing.
    """
    done = request.GET.get("na", "")
    for place in queue_of(colleague, timezone.now()):
        question = place.question
        free = question.colleague_id in (None, colleague.pk)
        if free and str(question.pk) != done and not question.held_answers.exists():
            return HttpResponseRedirect(reverse("desk_question", args=[question.pk]))
    messages.info(request, _("There is no next question: nobody else is waiting for you."))
    return HttpResponseRedirect(reverse("desk_queue"))
