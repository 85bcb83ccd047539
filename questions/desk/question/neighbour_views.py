"""From one question to the next one or the one before in the queue. It is looked up when somebody goes there."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from questions.desk.guard import for_colleagues
from questions.desk.order import in_order, planned, to_be_done
from questions.models import Colleague

# Whoever has gone further down than this begins at the top again.
FURTHEST = 500


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def next_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Leads to the question behind this one in the queue; to the first one when this one is not there any more."""
    return _lead(request, colleague, pk, 1)


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def previous_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Leads to the question before this one in the queue; to the queue when there is none."""
    return _lead(request, colleague, pk, -1)


def _lead(request: HttpRequest, colleague: Colleague, pk: int, step: int) -> HttpResponse:
    now = timezone.now()
    free = Q(colleague=colleague) | Q(colleague__isnull=True)
    rows = in_order(to_be_done(colleague).exclude(planned(now)).filter(free), now)
    order = list(rows.values_list("pk", flat=True)[:FURTHEST])
    at = order.index(pk) + step if pk in order else 0
    if 0 <= at < len(order) and order[at] != pk:
        return HttpResponseRedirect(reverse("desk_question", args=[order[at]]))
    messages.info(request, _("This was the last one in the queue.") if step > 0 else _("This is the first one."))
    return HttpResponseRedirect(reverse("desk_queue"))
