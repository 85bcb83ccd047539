"""The editor's form for hours: refuses hours that overlap, and records a correction beside what was known."""

import itertools
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

MIDNIGHT = time(0)


class RecordingForm(WagtailAdminModelForm):
    """Saving a changed recording leaves the old one as it was and makes a new one in its place."""

    instance: Any

    def is_valid(self) -> bool:
        """Also looks at the hours together, which each of them alone cannot."""
        if not super().is_valid():
            return False
        overlap = self._first_overlap()
        if overlap is None:
            return True
        earlier, later = overlap
        self.add_error(
            None,
            _("%(one)s and %(other)s overlap.") % {"one": _hours(earlier), "other": _hours(later)},
        )
        return False

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        """The recording that holds from now on."""
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
        """Whether anything differs, the hours included."""
        return super().has_changed() or any(formset.has_changed() for formset in self.formsets.values())

    def _own_fields(self) -> list[str]:
        return [
            name for name in self.cleaned_data if name in {"calendar", "valid_from", "valid_until", "day", "reason"}
        ]

    def _rows(self) -> list[dict[str, Any]]:
        formset = self.formsets.get("intervals")
        forms = formset.forms if formset is not None else []
        return [
            form.cleaned_data
            for form in forms
            if form.cleaned_data.get("opens") is not None and not form.cleaned_data.get("DELETE")
        ]

    def _first_overlap(self) -> tuple[dict[str, Any], dict[str, Any]] | None:
        rows = sorted(self._rows(), key=lambda row: (row.get("weekday", 0), row["opens"]))
        for earlier, later in itertools.pairwise(rows):
            if earlier.get("weekday") == later.get("weekday") and (
                earlier["closes"] == MIDNIGHT or later["opens"] < earlier["closes"]
            ):
                return earlier, later
        return None


def _hours(row: dict[str, Any]) -> str:
    return f"{row['opens']:%H:%M}-{row['closes']:%H:%M}"
