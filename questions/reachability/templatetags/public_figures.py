"""How fast we answer, in short, for pages of residents."""

from django import template
from django.utils import timezone

from questions.reachability.public_views import usual_wait_for

register = template.Library()


@register.inclusion_tag("reachability/usual_wait.html")
def usual_wait(channel: str) -> dict[str, str]:
    """Shows in one sentence how long an answer usually takes when somebody asks in this way."""
    return {"said": usual_wait_for(channel, timezone.now())}
