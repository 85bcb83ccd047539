"""The report in the admin."""

from datetime import date, timedelta

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.staff import refusing
from questions.reachability.models import Channel, Kind
from questions.reachability.reports import DEFAULT_DAYS, Slice, report
from services.models import Theme


class SliceForm(forms.Form):
    """Which waits the report is about."""

    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("Up to and including"), widget=forms.DateInput(attrs={"type": "date"}))
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    source = forms.ChoiceField(
        label=_("Source"), choices=[("real", _("Real questions")), ("sample", _("Samples, made up"))]
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.names = dict(Theme.objects.order_by("order").values_list("slug", "name"))
        self.fields["channel"].choices = [("", _("All channels")), *Channel.choices]  # type: ignore[attr-defined]
        self.fields["theme"].choices = [("", _("All themes")), *self.names.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("This day comes before the first one."))
        return cleaned

    def slice(self) -> Slice:
        """The slice that was chosen."""
        chosen = dict(self.cleaned_data)
        return Slice(sample=chosen.pop("source") == "sample", **chosen)


def standard(today: date) -> dict[str, object]:
    """What the report is about when nothing was chosen."""
    return {
        "first": today - timedelta(days=DEFAULT_DAYS - 1),
        "last": today,
        "channel": "",
        "theme": "",
        "kind": Kind.FIRST.value,
        "source": "real",
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
    }
    if form.is_valid():
        chosen_slice = form.slice()
        context |= {"report": report(chosen_slice, now), "slice": chosen_slice}
    return render(request, "reachability/report.html", context, status=200 if form.is_valid() else 422)
