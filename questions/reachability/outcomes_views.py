"""Where questions ended, for people who may see figures."""

import csv
from datetime import date

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from home.editing.refusals import admin_403
from questions.desk_choices import Destination
from questions.reachability.outcomes import Outcomes, outcomes_in, published, quarters_until
from questions.reachability.public_figures import Quarter
from services.models import District, Theme


@require_http_methods(["GET", "HEAD"])
@admin_403
@permission_required("reachability.see_figures", raise_exception=True)
def outcomes_page(request: HttpRequest) -> HttpResponse:
    """Shows one quarter, this one unless another was chosen; `als=csv` gives the merged figures as a file."""
    today = timezone.localdate()
    quarters = quarters_until(today)
    asked = request.GET.get("kwartaal", "")
    chosen = next((each for each in quarters if quarter_name(each) == asked), quarters[0])
    found = outcomes_in(chosen, today)
    if request.GET.get("als") == "csv":
        return _file(found)
    names = dict(Theme.objects.values_list("slug", "name"))
    themes = sorted(found.by_theme(), key=lambda slug: names.get(slug, slug))
    table = [
        (label, [found.counts.get((value, theme), 0) for theme in themes], found.by_destination()[value])
        for value, label in Destination.choices
    ]
    return render(
        request,
        "reachability/outcomes.html",
        {
            "quarters": [(quarter_name(each), each) for each in quarters],
            "name": quarter_name(chosen),
            "found": found,
            "themes": [names.get(slug, slug) for slug in themes],
            "table": table,
            "sums": [found.by_theme()[slug] for slug in themes],
            "theme_names": names,
            "district_names": dict(District.objects.values_list("slug", "name")),
        },
    )


def quarter_name(quarter: Quarter) -> str:
    """Returns the quarter as an address names it, such as `2026-4`."""
    return f"{quarter.first.year}-{_number(quarter.first)}"


def _number(day: date) -> int:
    return (day.month + 2) // 3


def _file(found: Outcomes) -> HttpResponse:
    name = quarter_name(found.quarter)
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="waar-vragen-eindigden-{name}.csv"'},
    )
    names = dict(Theme.objects.values_list("slug", "name"))
    destinations = {value: str(label) for value, label in Destination.choices}
    write = csv.writer(response)
    write.writerow([_("Quarter"), _("Where it ended"), _("Theme"), _("Questions")])
    for destination, theme, number in published(found):
        write.writerow(
            [
                name,
                destinations.get(destination, _("Other places together")),
                names.get(theme, theme) or _("Other themes together"),
                number,
            ]
        )
    return response
