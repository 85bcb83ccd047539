"""Tags for opening hours."""

from typing import Any

from django import template
from django.utils import timezone

from services.hours.models import CalendarException, CalendarVersion
from services.hours.preview import preview_of
from services.hours.timetable import Interval
from services.hours.week_words import times_in_words

register = template.Library()


@register.filter
def times(interval: Interval) -> str:
    """Returns an interval as “09:00 – 17:00”."""
    return times_in_words(interval)


@register.simple_tag
def hours_with(recording: CalendarVersion | CalendarException) -> dict[str, Any]:
    """Returns `calendar`, `hours` and `weeks` as they would be with a recording that is not saved yet."""
    return preview_of(recording, timezone.now())
