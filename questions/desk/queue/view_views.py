"""Keeping the present filters of the queue under a name, and throwing a view away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.refusals import NameTaken, TooMany
from questions.actions.save_view import MOST, delete_view, save_view
from questions.desk.guard import for_colleagues
from questions.desk.queue.filters import QueueFilter
from questions.desk.queue.saved_views import SaveViewForm
from questions.desk.queue.views import queue_context
from questions.expired_forms import refilled_by
from questions.models import Colleague


def _queue(address: str) -> str:
    return reverse("desk_queue") + (f"?{address}" if address else "")


def _page(request: HttpRequest, colleague: Colleague, form: SaveViewForm, *, expired: bool = False) -> HttpResponse:
    """Returns the queue with the form as it was typed; status 422 when it is wrong."""
    chosen = QueueFilter(QueryDict(request.POST.get("filters", "")[:2_000]).dict())
    context = queue_context(request, colleague, timezone.now(), chosen, saving=form, expired_form=expired)
    return render(request, "desk/queue.html", context, status=200 if expired else 422)


@for_colleagues
def refill_view(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows the queue with the name that was typed, after the token of the form was forged or missing."""
    typed = {name: request.POST.get(name, "") for name in ("filters", "name")}
    return _page(request, colleague, SaveViewForm(initial=typed), expired=True)


@refilled_by(refill_view)
@require_POST
@for_colleagues
def keep_view(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Keeps the present filters under a name; shows the form again when the name is another view's."""
    form = SaveViewForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            view = save_view(colleague, given["name"], given["filters"], replace=given["replace"])
        except NameTaken:
            form.add_error("replace", _("You have other filters under this name. Tick this to replace them."))
        except TooMany:
            form.add_error("name", _("You have %(most)s views already. Throw one away first.") % {"most": MOST})
        else:
            messages.success(request, _("The view “%(name)s” stands beside the queue.") % {"name": view.name})
            return HttpResponseRedirect(_queue(view.filters))
    return _page(request, colleague, form)


@require_POST
@for_colleagues
def throw_view(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Throws a view of this colleague away, and goes back to the queue as it was."""
    if delete_view(colleague, pk):
        messages.success(request, _("The view is thrown away. The questions in it are where they were."))
    return HttpResponseRedirect(_queue(QueueFilter(QueryDict(request.POST.get("filters", "")[:2_000]).dict()).address))
