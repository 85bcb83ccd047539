"""The tag of the emergency number."""

from django import template
from django.utils.safestring import SafeString

from services.facts import emergency

register = template.Library()


@register.simple_tag
def emergency_number(bare: bool = False) -> SafeString:
    """Returns the emergency number as HTML; with `bare` it reads nothing from the database."""
    return emergency.number_without_database() if bare else emergency.emergency_number()
