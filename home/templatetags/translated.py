"""Tags about translations for the screens of editors."""

from typing import Any

from django import template
from django.template import Context

from home.editing.confirm import waits_for
from home.editing.whole import missing_in
from home.models import BasePage

register = template.Library()


@register.inclusion_tag("home/admin/confirm_bar.html", takes_context=True)
def confirm_bar(context: Context, page: Any) -> dict[str, Any]:
    """Above a translation that somebody can confirm: what its readers are told, and the button."""
    request = context["request"]
    waits = isinstance(page, BasePage) and waits_for(page, request.user)
    missing = missing_in(page) if waits else []
    return {
        "page": page if waits else None,
        "missing": missing,
        "csrf_token": context.get("csrf_token"),
        "request": request,
    }
