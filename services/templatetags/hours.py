"""Opening hours in templates."""

from django import template

from services.timetable import Interval
from services.week_words import times_in_words

register = template.Library()


@register.filter
def times(interval: Interval) -> str:
    """From opening to closing."""
    return times_in_words(interval)
