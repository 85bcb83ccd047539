"""Tags for conditions for help; docs/templates.md says what they promise."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from home.languages import current_code, source_code
from services.conditions.models import Law
from services.conditions.presenters import ConditionView, LawView, conditions_of_service, law_views
from services.pages.models import ServicePage
from services.pages.presenters import InShort, Section, in_short, sections

register = template.Library()


@dataclass(frozen=True)
class OfService:
    """The conditions for a service, and the laws that set them."""

    conditions: list[ConditionView]
    laws: list[LawView]


@register.simple_tag
def conditions_of(page: Any) -> OfService | None:
    """Returns the conditions that hold today for the service of a page; None when there are none."""
    service = page.service if isinstance(page, ServicePage) else None
    found = conditions_of_service(service.slug, current_code(), timezone.localdate()) if service else []
    if not found:
        return None
    laws = law_views(current_code())
    return OfService(found, [laws[slug] for slug in dict.fromkeys(each.law for each in found)])


@register.simple_tag
def sections_of(page: ServicePage, conditions: OfService | None) -> list[Section]:
    """Returns the sections of a service's page that are not empty."""
    return sections(page, conditions)


@register.simple_tag(takes_context=True)
def in_short_of(context: Context, page: ServicePage) -> list[InShort]:
    """Returns what a service comes down to, a sentence a question."""
    return in_short(page, context.get("request"))


@register.filter
def ages(condition: ConditionView) -> str:
    """Returns the ages of a condition in words; empty when age does not decide."""
    numbers = {"low": condition.minimum_age, "high": condition.maximum_age}
    if condition.minimum_age is None and condition.maximum_age is None:
        return ""
    if condition.maximum_age is None:
        return gettext("From %(low)s years") % numbers
    if condition.minimum_age is None:
        return gettext("Up to and including %(high)s years") % numbers
    return gettext("From %(low)s up to and including %(high)s years") % numbers


@register.filter
def law_name(law: LawView | Law) -> SafeString:
    """Returns the short name of a law as HTML, marked as Dutch."""
    return format_html('<bdi lang="{}">{}</bdi>', source_code(), law.short_name)
