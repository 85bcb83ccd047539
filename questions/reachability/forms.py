"""The form with which a team leader chooses what the report is about."""

from datetime import date, timedelta

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.editing.day_fields import DayField
from questions.reachability.reports import DEFAULT_DAYS, ReportFilter
from questions.reachability.templatetags.durations import round_time
from questions.reachability.weeks import STANDARD, THRESHOLDS, Threshold
from questions.waits.clocks import Clock
from questions.waits.models import Channel, WaitKind
from services.models import District, Theme


class ReportForm(forms.Form):
    """The choice of the waits that the report is about."""

    first = DayField(label=_("From"))
    last = DayField(label=_("Up to and including"))
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    district = forms.ChoiceField(label=_("District"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=WaitKind.choices)
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
        self.fields["within"].choices = [(str(each), threshold_text(each)) for each in THRESHOLDS]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("This day comes before the first one."))
        return cleaned

    def threshold(self) -> Threshold:
        """Returns the time that was chosen for the weeks and the themes."""
        return Threshold.read(self.cleaned_data["within"])

    def slice(self) -> ReportFilter:
        """Returns the filter that was chosen."""
        chosen = {name: value for name, value in self.cleaned_data.items() if name != "within"}
        return ReportFilter(sample=chosen.pop("source") == "sample", **chosen)


def threshold_text(threshold: Threshold) -> str:
    """Returns the threshold in words: "2 d" of the wall clock, "8 h in office hours"."""
    time = round_time(threshold.seconds)
    return gettext("%(time)s in office hours") % {"time": time} if threshold.clock is Clock.OFFICE else time


def default_choices(today: date) -> dict[str, object]:
    """Returns the choices with which the report begins: all real first questions of the last DEFAULT_DAYS days."""
    return {
        "first": today - timedelta(days=DEFAULT_DAYS - 1),
        "last": today,
        "channel": "",
        "theme": "",
        "district": "",
        "language": "",
        "within": str(STANDARD),
        "kind": WaitKind.FIRST.value,
        "source": "real",
    }
