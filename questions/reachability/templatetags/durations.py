"""Waiting times in words, and to the second."""

from decimal import ROUND_HALF_UP, Decimal
from math import ceil

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def clock(seconds: float | None) -> str:
    """Returns hours, minutes and seconds: 90061 is 25:01:01, part of a second counts as one. Empty for None."""
    if seconds is None:
        return ""
    whole = ceil(seconds)
    return f"{whole // 3600}:{whole % 3600 // 60:02}:{whole % 60:02}"


@register.filter
def short(seconds: float | None) -> str:
    """Returns the two largest units: "2 d 3 h", "5 h 12 min", "12 min". Empty for None."""
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
    """Returns a round number of days, hours or minutes: "2 d", "4 h", "5 min"; as `short` when it is not round."""
    if seconds % 86_400 == 0:
        return _("%(days)d d") % {"days": seconds // 86_400}
    if seconds % 3600 == 0:
        return _("%(hours)d h") % {"hours": seconds // 3600}
    return short(seconds)


SMALLEST, LARGEST = Decimal("0.1"), Decimal("99.9")


@register.filter
def share(value: float) -> str:
    """Returns a share as a percentage with one decimal, in the language's own notation.

    0% means nobody and 100% everybody. Of the shares between, none is shown as less than 0.1% or more than 99.9%: they
    say "< 0.1%" and "> 99.9%".
    """
    if 0 < value < 1:
        exact = Decimal(repr(value)) * 100
        if exact < SMALLEST:
            return f"< {_percentage(SMALLEST)}"
        if exact > LARGEST:
            return f"> {_percentage(LARGEST)}"
        return _percentage(exact)
    return _percentage(Decimal(repr(value)) * 100)


def _percentage(number: Decimal) -> str:
    return number_format(one_decimal(number), 1) + "%"


def one_decimal(number: Decimal) -> Decimal:
    """Returns the number with one decimal, a half rounded upwards.

    Django's number_format would cut off what comes after the first decimal.
    """
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)
