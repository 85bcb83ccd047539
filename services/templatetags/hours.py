"""Opening hours in templates."""

from django import template

from services.hours.timetable import Interval
from services.hours.week_words import times_in_words

register = template.Library()


@register.filter
def times(interval: Interval) -> str:
    """From opening to closing."""
    return times_in_words(interval)
