"""A short fact about how fast we answer, for pages of residents."""

from django import template
from django.utils import timezone

from questions.reachability.public_views import short_fact

register = template.Library()


@register.inclusion_tag("reachability/public_line.html")
def how_fast_line() -> dict[str, object]:
    """Shows the fact of the last quarter with a link to how we count; nothing while there is too little to say."""
    return {"fact": short_fact(timezone.now())}
