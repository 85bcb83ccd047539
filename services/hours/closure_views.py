"""The screen on which editors decide about the closures of a year."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from home.editing.refusals import admin_403
from home.text.days import within_reach
from services.hours.closure_proposals import AlreadyJudged, Proposal, confirm, proposals, reconsider, reject

MAY = "services.add_calendarexception"
FURTHEST = 5
"""Years ahead that can be asked for: further on nobody knows what the law will be."""


def _year(typed: str, today: date) -> int | None:
    """Returns the year that was asked for; next year when none was; None for a year outside the range."""
    if not typed:
        return today.year + 1
    year = int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else 0
    return year if today.year <= year <= today.year + FURTHEST else None


@admin_403
@permission_required(MAY, raise_exception=True)
@require_http_methods(["GET", "HEAD"])
def closures_page(request: HttpRequest) -> HttpResponse:
    """Shows the proposed days of a year: recorded, rejected, or still to be decided; status 422 for any other year."""
    today = timezone.localdate()
    asked = _year(request.GET.get("jaar", ""), today)
    year = asked or today.year + 1
    listed = proposals(year)
    return render(
        request,
        "services/admin/closures.html",
        {
            "year": year,
            "refused": asked is None,
            "furthest": today.year + FURTHEST,
            "years": range(today.year, today.year + 3),
            "proposals": listed,
            "open": sum(1 for each in listed if each.standing == "proposed"),
        },
        status=422 if asked is None else 200,
    )


@admin_403
@permission_required(MAY, raise_exception=True)
@require_POST
def judge_closure(request: HttpRequest, day: str) -> HttpResponse:
    """Confirms or rejects one proposal, or takes a decision back, as `do` in the form says. Redirects to the list."""
    proposal = _proposal(day)
    if proposal is None:
        messages.error(request, _("This day is not on the list."))
        return HttpResponseRedirect(reverse("closures"))
    now = timezone.now()
    words = {"day": date_format(proposal.day, "j F Y"), "name": proposal.name}
    try:
        match request.POST.get("do"):
            case "close":
                confirm(proposal, now)
                messages.success(request, _("Closed on %(day)s: %(name)s. Residents see it now.") % words)
            case "open":
                reject(proposal, now, request.user)
                messages.success(request, _("Open as usual on %(day)s: %(name)s.") % words)
            case "again":
                reconsider(proposal, now)
                messages.success(request, _("To be decided again: %(name)s, %(day)s.") % words)
    except AlreadyJudged:
        messages.warning(request, _("Somebody decided about %(name)s just now. Please look again.") % words)
    return HttpResponseRedirect(f"{reverse('closures')}?jaar={proposal.day.year}#d{proposal.day.isoformat()}")


def _proposal(day: str) -> Proposal | None:
    try:
        wanted = within_reach(date.fromisoformat(day))
    except ValueError:
        return None
    return next((each for each in proposals(wanted.year) if each.day == wanted), None)
