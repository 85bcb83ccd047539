"""The report in the admin."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from home.editing.refusals import admin_403
from questions.reachability import charts
from questions.reachability.corrections import corrections_of
from questions.reachability.forms import ReportForm, default_choices, threshold_text
from questions.reachability.report_sentences import report_sentences
from questions.reachability.reports import Report, report
from questions.waits.models import Channel, WaitOutcome


def drawn(made: Report, theme_names: dict[str, str], time: str) -> dict[str, SafeString]:
    """Returns the charts of the report by the names that the template uses."""
    first = made.whole.headline
    themes = [(theme_names.get(row.name, row.name), row.headline.step_at(made.threshold)) for row in made.per_theme]
    return {
        "wall": charts.curve(first.wall, gettext("elapsed time")),
        "office": charts.curve(first.office, gettext("in office hours")),
        "weeks": charts.week_shares(made.weeks, time),
        "outcomes": charts.asked_per_week(made.weeks),
        "themes": charts.theme_shares(themes, time),
    }


@admin_403
@permission_required("reachability.see_figures", raise_exception=True)
def report_page(request: HttpRequest) -> HttpResponse:
    """Shows the report: per channel and theme, on both clocks. Status 422 when the choices are wrong."""
    now = timezone.now()
    chosen = default_choices(timezone.localdate(now)) | {
        name: value for name, value in request.GET.items() if name in ReportForm.base_fields
    }
    form = ReportForm(chosen)
    context: dict[str, object] = {
        "form": form,
        "now": now,
        "theme_names": form.names,
        "channel_names": dict(Channel.choices),
        "outcomes": WaitOutcome.choices,
    }
    if form.is_valid():
        chosen_slice, threshold = form.slice(), form.threshold()
        made = report(chosen_slice, now, threshold)
        context |= {"report": made, "slice": chosen_slice, "within": threshold_text(threshold)}
        context["corrected"] = corrections_of(chosen_slice.waits())
        if not made.withheld:
            context["sentences"] = report_sentences(made, {value: str(name) for value, name in Channel.choices})
        if made.whole.counts.asked and not made.withheld:
            context["charts"] = drawn(made, form.names, threshold_text(threshold))
    return render(request, "reachability/report.html", context, status=200 if form.is_valid() else 422)
