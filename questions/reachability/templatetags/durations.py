"""Waiting times in words and to the second."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def clock(seconds: float | None) -> str:
    """Hours, minutes and seconds: 90061 is 25:01:01. Empty for None."""
    if seconds is None:
        return ""
    whole = int(seconds)
    return f"{whole // 3600}:{whole % 3600 // 60:02}:{whole % 60:02}"


@register.filter
def short(seconds: float | None) -> str:
    """The two largest units: "2 d 3 h", "5 h 12 min", "12 min". Empty for None."""
    if seconds is None:
        return ""
    minutes = int(seconds) // 60
    days, hours, minutes = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if days:
        return _("%(days)d d %(hours)d h") % {"days": days, "hours": hours}
    if hours:
        return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes}
    return _("%(minutes)d min") % {"minutes": minutes}


@register.filter
def round_time(seconds: int) -> str:
    """A round number of days, hours or minutes: "2 d", "4 h", "5 min"; as `short` when it is not round."""
    if seconds % 86_400 == 0:
        return _("%(days)d d") % {"days": seconds // 86_400}
    if seconds % 3600 == 0:
        return _("%(hours)d h") % {"hours": seconds // 3600}
    return short(seconds)


@register.filter
def share(value: float) -> str:
    """A share as a percentage with one decimal, in the language's own notation."""
    return number_format(100 * value, 1) + "%"
