"""The question "was this helpful?" at the end of every page with text of its own."""

from typing import Any

from django import template
from django.template import Context

from home.models import BasePage
from home.templatetags.furniture import furnishing

register = template.Library()

NOT_ASKED = frozenset({"home"})
"""Kinds of pages that only lead on to others."""


@register.inclusion_tag("feedback/ask.html", takes_context=True)
def was_this_helpful(context: Context) -> dict[str, Any]:
    """Shows the question with two buttons; nothing on a page that only leads on, or in a preview."""
    page = context.get("page")
    previewed = getattr(context.get("request"), "is_preview", False)
    asked = isinstance(page, BasePage) and page.KIND not in NOT_ASKED and bool(page.pk) and not previewed
    return {**furnishing(context), "asked_page": page if asked else None}
