"""The page of the theme monitor in the admin."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.editing.refusals import admin_403
from questions.reachability.monitor import MonitoredWeek, monitored_weeks
from questions.waits.clocks import calendar_of
from questions.waits.models import Channel
from services.models import Theme


class MonitorForm(forms.Form):
    """The choice of the week that is shown in full, and of real questions or samples."""

    source = forms.ChoiceField(
        label=_("Source"), choices=[("real", _("Real questions")), ("sample", _("Samples, made up"))], required=False
    )
    week = forms.ChoiceField(label=_("Week"), required=False)

    def offer(self, weeks: list[MonitoredWeek]) -> None:
        """Sets the weeks to choose from, the newest first."""
        names = [(week.first.isoformat(), name_of(week)) for week in reversed(weeks)]
        self.fields["week"].choices = names  # type: ignore[attr-defined]


def name_of(week: MonitoredWeek) -> str:
    """Returns the week in words: "46, from 9 November 2026"."""
    day = date_format(week.first, "j F Y")
    return gettext("%(number)d, from %(day)s") % {"number": week.number, "day": day}


@admin_403
@permission_required("reachability.see_figures", raise_exception=True)
def theme_page(request: HttpRequest) -> HttpResponse:
    """Shows the first questions per theme and week, and which themes carry a mark."""
    sample = request.GET.get("source") == "sample"
    office = calendar_of(Channel.FORM)
    weeks = monitored_weeks(timezone.localdate(), office, sample=sample)
    by_day = {week.first.isoformat(): week for week in weeks}
    chosen = by_day.get(request.GET.get("week", ""), weeks[-1])
    form = MonitorForm({"source": "sample" if sample else "real", "week": chosen.first.isoformat()})
    form.offer(weeks)
    names = dict(Theme.objects.order_by("order").values_list("slug", "name"))
    active = Theme.objects.active().order_by("order").values_list("slug", flat=True)
    asked = {slug: None for week in weeks for slug in (*week.counts, *week.before)}
    slugs = list(dict.fromkeys((*active, *(slug for slug in names if slug in asked), *asked)))
    return render(
        request,
        "reachability/themes.html",
        {
            "form": form,
            "sample": sample,
            "weeks": weeks,
            "chosen": chosen,
            "slugs": slugs,
            "theme_names": names,
            "totals": {slug: sum(week.counts.get(slug, 0) for week in weeks) for slug in slugs},
            "total": sum(week.total for week in weeks),
        },
    )
