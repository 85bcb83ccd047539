"""The report in the admin."""

from datetime import date, timedelta

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.editing.day_fields import DayField
from home.editing.refusals import refusing
from questions.reachability import charts
from questions.reachability.reports import DEFAULT_DAYS, Report, Slice, report
from questions.reachability.templatetags.durations import round_time
from questions.reachability.weeks import STANDARD, THRESHOLDS, Threshold
from questions.waits.clocks import Clock
from questions.waits.models import Channel, Kind, Outcome
from services.models import District, Theme


class SliceForm(forms.Form):
    """Which waits the report is about."""

    first = DayField(label=_("From"))
    last = DayField(label=_("Up to and including"))
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    district = forms.ChoiceField(label=_("District"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    source = forms.ChoiceField(
        label=_("Source"), choices=[("real", _("Real questions")), ("sample", _("Samples, made up"))]
    )
    within = forms.ChoiceField(label=_("Answered within"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.names = dict(Theme.objects.order_by("order").values_list("slug", "name"))
        self.fields["channel"].choices = [("", _("All channels")), *Channel.choices]  # type: ignore[attr-defined]
        self.fields["theme"].choices = [("", _("All themes")), *self.names.items()]  # type: ignore[attr-defined]
        districts = District.objects.values_list("slug", "name")
        self.fields["district"].choices = [("", _("All districts")), *districts]  # type: ignore[attr-defined]
        languages = [(code, name) for code, name in settings.LANGUAGES]
        self.fields["language"].choices = [("", _("All languages")), *languages]  # type: ignore[attr-defined]
        self.fields["within"].choices = [(str(each), time_of(each)) for each in THRESHOLDS]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("This day comes before the first one."))
        return cleaned

    def threshold(self) -> Threshold:
        """The time that was chosen for the weeks and the themes."""
        return Threshold.read(self.cleaned_data["within"])

    def slice(self) -> Slice:
        """The slice that was chosen."""
        chosen = {name: value for name, value in self.cleaned_data.items() if name != "within"}
        return Slice(sample=chosen.pop("source") == "sample", **chosen)


def time_of(threshold: Threshold) -> str:
    """The threshold in words: "2 d" of the wall clock, "8 h in office hours"."""
    time = round_time(threshold.seconds)
    return gettext("%(time)s in office hours") % {"time": time} if threshold.clock is Clock.OFFICE else time


def standard(today: date) -> dict[str, object]:
    """What the report is about when nothing was chosen."""
    return {
        "first": today - timedelta(days=DEFAULT_DAYS - 1),
        "last": today,
        "channel": "",
        "theme": "",
        "district": "",
        "language": "",
        "within": str(STANDARD),
        "kind": Kind.FIRST.value,
        "source": "real",
    }


def drawn(made: Report, theme_names: dict[str, str], time: str) -> dict[str, SafeString]:
    """The charts of the report, by the name that the template knows."""
    first = made.whole.headline
    themes = [(theme_names.get(row.name, row.name), row.headline.step_at(made.threshold)) for row in made.per_theme]
    return {
        "wall": charts.curve(first.wall, gettext("elapsed time")),
        "office": charts.curve(first.office, gettext("in office hours")),
        "weeks": charts.week_shares(made.weeks, time),
        "outcomes": charts.asked_per_week(made.weeks),
        "themes": charts.theme_shares(themes, time),
    }


@refusing
@permission_required("reachability.see_figures", raise_exception=True)
def report_page(request: HttpRequest) -> HttpResponse:
    """Asked, answered, open, oldest, F(t) and percentiles, per channel and theme, on both clocks."""
    now = timezone.now()
    chosen = standard(timezone.localdate(now)) | {
        name: value for name, value in request.GET.items() if name in SliceForm.base_fields
    }
    form = SliceForm(chosen)
    context: dict[str, object] = {
        "form": form,
        "now": now,
        "theme_names": form.names,
        "channel_names": dict(Channel.choices),
        "outcomes": Outcome.choices,
    }
    if form.is_valid():
        chosen_slice, threshold = form.slice(), form.threshold()
        made = report(chosen_slice, now, threshold)
        context |= {"report": made, "slice": chosen_slice, "within": time_of(threshold)}
        if made.whole.counts.asked and not made.withheld:
            context["charts"] = drawn(made, form.names, time_of(threshold))
    return render(request, "reachability/report.html", context, status=200 if form.is_valid() else 422)
