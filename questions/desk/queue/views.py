"""The page of the queue, and the part of it that a screen asks for again."""

import hashlib
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_GET, require_http_methods

from questions.desk.guard import for_colleagues
from questions.desk.order import planned, to_be_done
from questions.desk.queue.filters import WHOSE, QueueFilter, whose_condition
from questions.desk.queue.saved_views import SavedViews, SaveViewForm
from questions.desk.queue.search_form import SearchForm
from questions.desk.queue.selectors import counted, queue_page_of, to_judge_elsewhere
from questions.models import Colleague, Question
from questions.permissions import read_by_nobody

PAGE_NUMBER = "pagina"
STEPS = {"before": -1, "here": 0, "after": 1}


def queue_context(
    request: HttpRequest, colleague: Colleague, now: datetime, chosen: QueueFilter, **more: Any
) -> dict[str, Any]:
    """Returns what the templates of the queue need, narrowed to what was chosen; `more` comes along."""
    among = chosen.condition(colleague, now, whose=False)
    whose = {value: whose_condition(value, colleague) for value, _label in chosen.fields[WHOSE].choices}  # type: ignore[attr-defined]
    later = planned(now)
    views = SavedViews(colleague, chosen)
    # Everything that is counted in one look at what has to be done.
    to_count = {f"now_{value}": among & mine & ~later for value, mine in whose.items()}
    to_count |= {"later": among & whose[present(chosen)] & later} | views.conditions(now)
    counts = counted(to_be_done(colleague), to_count)
    number = request.GET.get(PAGE_NUMBER, "")
    page = queue_page_of(
        colleague,
        now,
        condition=chosen.condition(colleague, now),
        number=int(number) if number.isdecimal() and len(number) < 9 else 1,
        total=counts[f"now_{present(chosen)}"] + counts["later"],
    )
    return {
        "chosen": chosen,
        "page": page,
        **{f"address_{name}": _page_address(chosen, page.number + step) for name, step in STEPS.items()},
        "places": page.entries,
        "to_do": counts[f"now_{present(chosen)}"],
        "later": counts["later"],
        "pills": [
            {
                "label": label,
                "count": counts[f"now_{value}"],
                "address": chosen.address_with(**{WHOSE: value}),
                "current": value == present(chosen),
            }
            for value, label in chosen.fields[WHOSE].choices  # type: ignore[attr-defined]
        ],
        "sealed": sum(entry.sealed for entry in page.entries),
        "to_judge_elsewhere": to_judge_elsewhere(colleague, page.entries) if page.number == 1 else 0,
        "to_judge_by_nobody": read_by_nobody(Question.objects.to_judge()),
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
