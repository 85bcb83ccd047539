"""For residents: how fast do we answer? In words, with the period and the number behind it; no cookie, no token."""

from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.cache.middleware import only_read
from questions.reachability.kpi import ENOUGH_FOR_PERCENTILES
from questions.reachability.public_figures import (
    Published,
    last_quarter,
    published,
)
from questions.reachability.public_presenters import period, sentences, shown, told

# A correction of a closed quarter is seen this many seconds later at most.
KEPT = 600


def figures(now: datetime) -> Published:
    """The figures of the newest quarter, computed once in a while."""
    quarter = last_quarter(now)
    key = f"how-fast-{quarter.first}"
    found: Published | None = cache.get(key)
    if found is None:
        found = published(quarter)
        cache.set(key, found, KEPT)
    return found


def line(now: datetime) -> dict[str, str] | None:
    """One short fact for other pages, with its period; None while there is too little to say."""
    found = figures(now)
    speed = next((each for each in (*found.kpi.speeds, *found.beside.speeds) if each.headline), None)
    if speed is None:
        return None
    return {"name": told(speed).name, "said": " ".join(sentences(speed)), "period": period(found.quarter)}


@require_safe
@only_read
def page(request: HttpRequest) -> HttpResponse:
    """How fast do we answer: all questions together, and each way to reach us that had enough of them."""
    found = figures(timezone.now())
    return render(
        request,
        "reachability/public.html",
        {
            "period": period(found.quarter),
            "enough": found.enough,
            "measured_since": found.measured_since,
            "needed": ENOUGH_FOR_PERCENTILES,
            "groups": shown(found),
            "ten": range(1, 11),
        },
    )
