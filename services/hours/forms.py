"""The editor's form for hours: it refuses hours that overlap, and records a correction beside what was known."""

import itertools
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from services.hours.timetable import Span, overlapping, span_of_times


class RecordingForm(WagtailAdminModelForm):
    """The form of a recording. Saving a change makes a new recording and leaves the old one as it was."""

    instance: Any

    def is_valid(self) -> bool:
        """Returns False also when hours of one day overlap, or somebody else replaced the recording meanwhile."""
        if not super().is_valid():
            return False
        if self.instance.pk and not self._still_holds():
            self.add_error(None, _("Somebody else changed these hours just now. Please look again."))
            return False
        overlapping = list(self._overlapping())
        for earlier, later in overlapping:
            message = _("%(one)s and %(other)s overlap.") % {"one": _hours(earlier), "other": _hours(later)}
            later.add_error("opens", message)
        if overlapping:
            self.add_error(None, _("Hours of one day overlap: see below. Nothing was saved."))
        return not overlapping

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        """Saves and returns the recording that holds from now on.

        Raises ValidationError when somebody else replaced it.
        """
        if not self.instance.pk or not commit:
            return super().save(commit=commit)
        if not self.has_changed():
            return self.instance
        known = type(self.instance)._default_manager.get(pk=self.instance.pk)
        model = type(self.instance)
        now = timezone.now()
        claimed = model._default_manager.filter(pk=known.pk, **{model.withdrawal: None}).update(
            **{model.withdrawal: now}
        )
        if not claimed:
            raise ValidationError(_("Somebody else changed these hours just now. Please look again."))
        recording = model(**{name: self.cleaned_data[name] for name in self._own_fields()}, recorded_at=now)
        for data in self._rows():
            row_model = model._meta.get_field("intervals").related_model
            values = {name: value for name, value in data.items() if name not in {"id", "DELETE", "ORDER"}}
            recording.intervals.add(row_model(**values))
        recording.save()
        self.instance = recording
        return recording

    def has_changed(self) -> bool:
        """Returns whether anything differs, the hours included."""
        return super().has_changed() or any(formset.has_changed() for formset in self.formsets.values())

    def _still_holds(self) -> bool:
        model = type(self.instance)
        return bool(model._default_manager.filter(pk=self.instance.pk, **{model.withdrawal: None}).exists())

    def _own_fields(self) -> list[str]:
        return [
            name for name in self.cleaned_data if name in {"calendar", "valid_from", "valid_until", "day", "reason"}
        ]

    def _filled(self) -> list[Any]:
        """Returns the forms of hours that are filled in and not to be deleted."""
        formset = self.formsets.get("intervals")
        forms = formset.forms if formset is not None else []
        return [
            form for form in forms if form.cleaned_data.get("opens") is not None and not form.cleaned_data.get("DELETE")
        ]

    def _rows(self) -> list[dict[str, Any]]:
        return [form.cleaned_data for form in self._filled()]

    def _overlapping(self) -> Iterator[tuple[Any, Any]]:
        """Yields pairs of hours of one day that overlap, the earlier one first."""
        for _weekday, forms in itertools.groupby(sorted(self._filled(), key=_day), key=_day):
            yield from overlapping(forms, _span)


def _day(form: Any) -> int:
    """Returns the weekday (Monday is 0); 0 too for hours of an exception, which have none."""
    return int(form.cleaned_data.get("weekday") or 0)


def _span(form: Any) -> Span:
    return span_of_times(form.cleaned_data["opens"], form.cleaned_data["closes"])


def _hours(form: Any) -> str:
    return f"{form.cleaned_data['opens']:%H:%M}-{form.cleaned_data['closes']:%H:%M}"
