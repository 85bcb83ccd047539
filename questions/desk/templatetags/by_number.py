"""What belongs to one entry of a log."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def at_number(found: Mapping[int, str], number: int) -> str:
    """Returns what was found for this number; empty when nothing was."""
    return found.get(number, "")
