"""The list of corrections in the admin, for people who may see figures."""

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from home.editing.refusals import admin_403
from questions.desk_choices import CORRECTION_REASONS
from questions.reachability.corrections import listed, p90_ages, row_of
from questions.waits.models import Channel, Correction
from services.models import Theme

ON_A_PAGE = 100


@require_http_methods(["GET", "HEAD"])
@admin_403
@permission_required("reachability.see_figures", raise_exception=True)
def corrections_page(request: HttpRequest) -> HttpResponse:
    """Lists who changed what is counted, first the waits that were left out late; no reference and no words."""
    limits = p90_ages(timezone.now())
    page = Paginator(listed(limits), ON_A_PAGE).get_page(request.GET.get("p"))
    themes = dict(Theme.objects.values_list("slug", "name"))
    channels = {value: str(name) for value, name in Channel.choices}
    kinds = dict(Correction.What.choices)
    reasons = {value: label for reasons in CORRECTION_REASONS for value, label in reasons.choices}
    rows = [
        {
            "row": row,
            "what": kinds[row.what],
            "reason": reasons.get(row.reason, "–"),
            "put_under": themes.get(row.theme, row.theme),
            "channel": channels[row.wait.entry_channel],
            "theme": themes.get(row.wait.theme, row.wait.theme),
        }
        for row in map(row_of, page)
    ]
    told = [(channels[channel], limits.get(channel)) for channel in sorted(limits)]
    return render(request, "reachability/corrections.html", {"page": page, "rows": rows, "limits": told})
