"""The page of the queue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from questions.actions.codes import parse_reference
from questions.desk.chat.selectors import new_chats
from questions.desk.guard import for_colleagues
from questions.desk.queue.selectors import queue_of, to_judge_elsewhere
from questions.models import Colleague, Question
from questions.permissions import read_by_nobody, readable_by
from services.models import Theme


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def queue_page(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows what waits, the oldest first; a reference that was searched for leads to its question."""
    sought = request.GET.get("zoek", "").strip()
    if sought:
        found = readable_by(colleague).filter(reference=parse_reference(sought)).first()
        if found is not None:
            return HttpResponseRedirect(reverse("desk_question", args=[found.pk]))
        messages.warning(request, _("You can open no question with the reference %(sought)s.") % {"sought": sought})
    mine = request.GET.get("van") == "mij"
    theme = request.GET.get("thema", "")
    places = queue_of(colleague, timezone.now(), mine=mine, theme=theme)
    return render(
        request,
        "desk/queue.html",
        {
            "places": places,
            "oldest": max((entry for entry in places if entry.waits), key=lambda entry: entry.wall, default=None),
            "sealed": sum(entry.sealed for entry in places),
            "to_judge_elsewhere": to_judge_elsewhere(colleague, places),
            "new_chats": new_chats(colleague).count(),
            "to_judge_by_nobody": read_by_nobody(Question.objects.to_judge()),
            "colleague": colleague,
            "mine": mine,
            "sought": sought,
            "theme": theme,
            "themes": Theme.objects.order_by("order"),
        },
    )
