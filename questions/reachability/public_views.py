"""The page for residents about how fast we answer, with the period and the number of questions. No cookie, no token."""

from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.cache.middleware import only_read
from questions.reachability.kpi import ENOUGH_FOR_PERCENTILES
from questions.reachability.public_figures import (
    QuarterFigures,
    last_quarter,
    quarter_figures,
)
from questions.reachability.public_presenters import group_texts, quarter_text, usual_wait_text

# A correction of a closed quarter is seen this many seconds later at most.
KEPT = 600


def newest_figures(now: datetime) -> QuarterFigures:
    """Returns the figures of the newest quarter, at most KEPT seconds old."""
    quarter = last_quarter(now)
    key = f"how-fast-{quarter.first}"
    found: QuarterFigures | None = cache.get(key)
    if found is None:
        found = quarter_figures(quarter)
        cache.set(key, found, KEPT)
    return found


def usual_wait_for(channel: str, now: datetime) -> str:
    """Returns in one sentence how long an answer in this channel took in the newest quarter."""
    return usual_wait_text(newest_figures(now).alone(channel))


@require_safe
@only_read
def public_page(request: HttpRequest) -> HttpResponse:
    """Shows how fast we answer: the channels of the KPI together, and each channel with enough questions."""
    found = newest_figures(timezone.now())
    return render(
        request,
        "reachability/public.html",
        {
            "period": quarter_text(found.quarter),
            "enough": found.enough,
            "measured_since": found.measured_since,
            "needed": ENOUGH_FOR_PERCENTILES,
            "groups": group_texts(found),
            "ten": range(1, 11),
        },
    )
