"""Tags for the form in which a colleague writes an answer."""

from django import template

from services.facts.in_answers import FactChoice, choices

register = template.Library()


@register.simple_tag
def fact_choices() -> list[FactChoice]:
    """Returns the facts that can be put into an answer."""
    return choices()
