"""Tags about translations for the screens of editors."""

from typing import Any

from django import template
from django.template import Context

from home.pages.base import BasePage
from home.translation.completeness import missing_in
from home.translation.confirm import waits_for
from home.translation.in_step_hooks import may_show_again

register = template.Library()


@register.inclusion_tag("home/admin/confirm_bar.html", takes_context=True)
def confirm_bar(context: Context, page: Any) -> dict[str, Any]:
    """Prints, above a translation, what its readers are told and the button to confirm it or show it again.

    Nothing when this person can do neither.
    """
    request = context["request"]
    off = isinstance(page, BasePage) and may_show_again(page, request.user)
    waits = not off and isinstance(page, BasePage) and waits_for(page, request.user)
    missing = missing_in(page) if waits else []
    return {
        "page": page if waits else None,
        "off": page if off else None,
        "missing": missing,
        "csrf_token": context.get("csrf_token"),
        "request": request,
    }
