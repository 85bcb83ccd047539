"""The number for danger now."""

from django import template
from django.utils.safestring import SafeString

from services.facts import emergency

register = template.Library()


@register.simple_tag
def emergency_number(bare: bool = False) -> SafeString:
    """Returns the number to call when there is danger now; `bare` asks nothing of the database."""
    return emergency.number_without_database() if bare else emergency.emergency_number()
