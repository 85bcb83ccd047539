"""The page of objections, complaints and reports in the admin, and the same as a file."""

import csv

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from home.editing.refusals import admin_403
from questions.desk_choices import FormalKind
from questions.permissions import SEE_FIGURES
from questions.reachability.complaints import MatterYear, matter_years, shared_rows


@admin_403
@require_safe
@permission_required(SEE_FIGURES, raise_exception=True)
def complaints_page(request: HttpRequest) -> HttpResponse:
    """Shows per year and kind how many matters were received, and how many of them admissible and resolved."""
    years = matter_years()
    return render(request, "reachability/complaints.html", {"years": [(year, _rows(year)) for year in years]})


def _rows(year: MatterYear) -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = [(str(FormalKind(kind).label), counts) for kind, counts in year.kinds.items()]
    return [*rows, (gettext("Together"), year.whole)]


@admin_403
@require_safe
@permission_required(SEE_FIGURES, raise_exception=True)
def complaints_file(request: HttpRequest) -> HttpResponse:
    """Returns what may leave the admin as a file: no number under 10, small cells merged."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="klachten.csv"'
    writer = csv.writer(response)
    headings = [gettext("Year"), gettext("Kind"), gettext("Received")]
    writer.writerow([*headings, gettext("Admissible"), gettext("Not admissible"), gettext("Resolved")])
    for row in shared_rows(matter_years()):
        numbers = ["" if number is None else number for number in (row.admissible, row.inadmissible, row.resolved)]
        kinds = " + ".join(str(FormalKind(kind).label) for kind in row.kinds)
        writer.writerow([" + ".join(map(str, sorted(row.years))), kinds, row.received, *numbers])
    return response
