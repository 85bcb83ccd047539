"""The moment for which something is planned, as a colleague reads it."""

from datetime import datetime, time

from django import template
from django.utils import timezone
from django.utils.formats import date_format

register = template.Library()


@register.filter
def planned_date(due: datetime) -> str:
    """Returns the day, and the time where one was chosen: a whole day is planned as its beginning."""
    local = timezone.localtime(due)
    return date_format(local, "SHORT_DATE_FORMAT" if local.time() == time() else "SHORT_DATETIME_FORMAT")
