"""Form fields of days and times: they read what people write here, and refuse what is unclear beside the field."""

from datetime import date, datetime, time
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import from_current_timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from django_filters.fields import DateRangeField, RangeField
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from home.text.days import NoSuchYear, read_clock, read_day, read_moment, within_reach

NO_DAY = _("Write the day like this: 30-11-2026.")
NO_YEAR = _("Look at the year again: it is outside 1900 to 2199.")
NO_TIME = _("Write the time like this: 9:30.")
NO_MOMENT = _("Write the day and the time like this: 30-11-2026 9:30.")


class DayField(forms.DateField):
    """The field of a day as people write it here, such as 30-11-2026."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": AdminDateInput, **kwargs})

    def to_python(self, value: Any) -> date | None:
        """Returns the day; None when nothing was written. Raises ValidationError for anything else."""
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        try:
            if isinstance(value, str):
                return read_day(value)
            return within_reach(value.date() if isinstance(value, datetime) else value)
        except NoSuchYear as problem:
            raise ValidationError(NO_YEAR, code="year") from problem
        except ValueError as problem:
            raise ValidationError(NO_DAY, code="invalid") from problem


class ClockField(forms.TimeField):
    """The field of a time as people write it here, such as 9:30."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": AdminTimeInput, **kwargs})

    def to_python(self, value: Any) -> time | None:
        """Returns the time; None when nothing was written. Raises ValidationError for anything else."""
        if value in self.empty_values or isinstance(value, time):
            return value or None
        if not str(value).strip():
            return None
        try:
            return read_clock(str(value))
        except ValueError as problem:
            raise ValidationError(NO_TIME, code="invalid") from problem


class MomentField(forms.DateTimeField):
    """The field of a day with a time, as people write them here, such as 30-11-2026 9:30."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": AdminDateTimeInput, **kwargs})

    def to_python(self, value: Any) -> datetime | None:
        """Returns the moment; None when nothing was written. Raises ValidationError for anything else."""
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        if not isinstance(value, str):
            return super().to_python(value)
        try:
            found = _moment_in(value)
            within_reach(found.date())
        except NoSuchYear as problem:
            raise ValidationError(NO_YEAR, code="year") from problem
        except ValueError as problem:
            raise ValidationError(NO_MOMENT, code="invalid") from problem
        return from_current_timezone(found)


def _moment_in(text: str) -> datetime:
    """Returns the moment as a person writes it, else as machines do, with seconds or a zone. Raises ValueError."""
    try:
        return read_moment(text)
    except NoSuchYear:
        raise
    except ValueError:
        found = parse_datetime(text.strip()) if ":" in text else None
        if found is None:
            raise
        return found


class DayRangeField(DateRangeField):
    """The field of a period, from a day up to a day, in the filters of lists."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        RangeField.__init__(self, (DayField(), DayField()), *args, **kwargs)


def register() -> None:
    """Puts these fields in every form that Wagtail makes of a model, and in the filters of its lists.

    Wagtail's lists use the filters of django-filter, which keep the class of their form field on the class itself.
    """
    django_filters.DateFilter.field_class = DayField
    django_filters.DateFromToRangeFilter.field_class = DayRangeField
    for model_field, form_field, widget in (
        (models.DateField, DayField, AdminDateInput),
        (models.TimeField, ClockField, AdminTimeInput),
        (models.DateTimeField, MomentField, AdminDateTimeInput),
    ):
        register_form_field_override(model_field, override={"form_class": form_field, "widget": widget})
