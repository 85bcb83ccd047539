"""Tags for the screens on which an editor confirms something: what it does to the other languages."""

from typing import Any

from django import template
from wagtail.models import Page

from home.languages import languages
from home.translation.in_step.twins import followers, leads, source_of
from home.translation.in_step_hooks import SuccessorForm

register = template.Library()


@register.inclusion_tag("home/admin/other_languages.html")
def other_languages(page: Page, action: str) -> dict[str, Any]:
    """Prints what the action does to the page in other languages; nothing when it is in one language only."""
    names = {language.code: language.translated_name for language in languages()}
    if not leads(page):
        own = names.get(page.locale.language_code, "")
        return {"action": action, "own": own if source_of(page) is not None else ""}
    found = [each for each in followers(page).order_by("path") if action != "unpublish" or each.live]
    return {
        "action": action,
        "translated": [names.get(each.locale.language_code, "") for each in found if each.alias_of_id is None],
        "showing_dutch": [names.get(each.locale.language_code, "") for each in found if each.alias_of_id],
    }


@register.simple_tag
def successor_form(page: Page) -> SuccessorForm | None:
    """Returns the form that asks where readers are sent, for a page that all languages lose; None for a translation."""
    return SuccessorForm() if leads(page) else None


@register.simple_tag
def successor_form_of(items: list[dict[str, Any]] | None) -> SuccessorForm | None:
    """Returns the same form for several pages that are deleted together: one page takes over the addresses of all."""
    return SuccessorForm() if any(leads(each["item"]) for each in items or []) else None
