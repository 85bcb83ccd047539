"""The page of the queue, and the part of it that a screen asks for again."""

import hashlib
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_GET, require_http_methods

from questions.desk.guard import for_colleagues
from questions.desk.order import planned
from questions.desk.queue.filters import WHOSE, WHOSE_CHOICES, QueueFilter, whose_condition
from questions.desk.queue.menu import keep_counts
from questions.desk.queue.presenters import row_of
from questions.desk.queue.saved_views import SavedViews, SaveViewForm
from questions.desk.queue.search_form import SearchForm
from questions.desk.queue.selectors import look_over, menu_conditions, queue_page_of, to_judge_by_nobody
from questions.models import Colleague
from questions.statuses import Danger

PAGE_NUMBER = "pagina"
STEPS = {"before": -1, "here": 0, "after": 1}


def queue_context(
    request: HttpRequest, colleague: Colleague, now: datetime, chosen: QueueFilter, **more: Any
) -> dict[str, Any]:
    """Returns what the templates of the queue need, narrowed to what was chosen; `more` comes along."""
    among = chosen.condition(colleague, now, whose=False)
    whose = {value: whose_condition(value, colleague) for value, _label in WHOSE_CHOICES}
    later = planned(now)
    views = SavedViews(colleague, chosen)
    condition = chosen.condition(colleague, now)
    to_count = {f"now_{value}": among & mine & ~later for value, mine in whose.items()}
    to_count |= {"later": condition & later, "to_judge": Q(danger=Danger.UNJUDGED)}
    look = look_over(colleague, now, condition, to_count | views.conditions(now) | menu_conditions(now))
    counts = look.counts
    keep_counts(request, counts)
    number = request.GET.get(PAGE_NUMBER, "")
    page = queue_page_of(
        colleague,
        now,
        condition=condition,
        number=int(number) if number.isdecimal() and len(number) < 9 else 1,
        look=look,
        known=chosen.rows.known,
    )
    # All that may be dangerous stands at the top of the first page, but for what the filters leave out.
    shown = sum(entry.to_judge for entry in page.entries)
    return {
        "chosen": chosen,
        "page": page,
        **{f"address_{name}": _page_address(chosen, page.number + step) for name, step in STEPS.items()},
        "rows": [row_of(entry, colleague) for entry in page.entries],
        "to_do": counts[f"now_{present(chosen)}"],
        "later": counts["later"],
        "pills": [
            {
                "label": label,
                "count": counts[f"now_{value}"],
                "address": chosen.address_with(**{WHOSE: value}),
                "current": value == present(chosen),
            }
            for value, label in WHOSE_CHOICES
        ],
        "sealed": sum(entry.sealed for entry in page.entries),
        "to_judge_elsewhere": counts["to_judge"] - shown if page.number == 1 else 0,
        "to_judge_by_nobody": to_judge_by_nobody(counts["to_judge"]),
        "views": views.lines(counts),
        "saving": SaveViewForm(initial={"filters": chosen.address}),
        "searching": SearchForm(),
        "colleague": colleague,
        **more,
    }


def _page_address(chosen: QueueFilter, number: int) -> str:
    return urlencode(chosen.chosen | {PAGE_NUMBER: number})


def present(chosen: QueueFilter) -> str:
    """Returns whose questions are chosen; empty for everybody's."""
    return str(chosen.cleaned_data.get(WHOSE, ""))


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def queue_page(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows what has to be done, in one order and a page at a time, narrowed by what stands in the address."""
    if "" in request.GET.values():
        # The form names what was not chosen too. The address of a narrowed queue is kept and shared: it stays short.
        chosen = urlencode({name: value for name, value in request.GET.items() if value})
        return HttpResponseRedirect(f"{request.path}?{chosen}" if chosen else request.path)
    context = queue_context(request, colleague, timezone.now(), QueueFilter(request.GET.dict()))
    return render(request, "desk/queue.html", context)


@require_GET
@for_colleagues
def queue_part(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows the parts of the queue that change by themselves, for a screen that asks again; 304 when it has them."""
    context = queue_context(request, colleague, timezone.now(), QueueFilter(request.GET.dict()))
    response = render(request, "desk/queue_parts.html", context)
    response.headers["ETag"] = quote_etag(hashlib.sha256(response.content).hexdigest())
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response
