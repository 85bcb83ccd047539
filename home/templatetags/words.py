"""Tags for words, the home page and the menu; docs/templates.md says what they promise."""

from datetime import date
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from home.languages import current_code, day_in_words, own_name
from home.municipality import Municipality
from home.pages.alternates import Alternate, alternates_of, alternates_of_path, site_of
from home.pages.base import BasePage
from home.pages.models import HomePage
from home.pages.presenters import marked as marked_words
from home.pages.presenters import printed
from home.pages.serving import home_page_of
from home.text.facts import FACT, filled_text, read_facts
from home.text.numbers_in_order import numbers_in_order
from home.text.rich_text import cleaned

register = template.Library()
register.filter("own_name", own_name)


def _request(context: dict[str, Any]) -> HttpRequest | None:
    return context.get("request")


@register.simple_tag(takes_context=True)
def words(context: Context, page: BasePage, name: str, links: bool = True) -> SafeString:
    """Returns a field of a page as HTML for the reader."""
    if not page:
        return SafeString("")
    return printed(page, name, request=context.get("request"), context=context, links=links)


@register.filter
def plain_facts(text: str) -> str:
    """Returns a text with its facts as plain words, for an attribute or a description, where HTML cannot stand."""
    return filled_text(text, read_facts()) if FACT.search(text) else text


@register.filter(name="cleaned")
def clean(html: str) -> SafeString:
    """Returns running text without any tag or attribute that it may not have."""
    return mark_safe(cleaned(html))  # noqa: S308 (this is what cleaning is for)


@register.filter
def marked(value: str) -> SafeString:
    """Returns a text as HTML, wrapped in its language when that is not the reader's."""
    return marked_words(value)


@register.filter
def in_order(text: str | None) -> SafeString:
    """Returns a person's words as HTML, with numbers that keep their order where the text runs from right to left."""
    return numbers_in_order(text or "")


@register.filter(name="day_in_words")
def day(value: date) -> str:
    """Returns a day as the language of the request writes it within a sentence."""
    return day_in_words(value)


@register.simple_tag(takes_context=True)
def municipality(context: dict[str, Any]) -> Municipality:
    """Returns the row with names, phone number and address of the municipality."""
    request = _request(context)
    if request is not None:
        found: Municipality = Municipality.for_request(request)  # kept on the request
        return found
    site = site_of(None)
    return Municipality.for_site(site) if site else Municipality()


@register.simple_tag(takes_context=True)
def home_page(context: dict[str, Any]) -> HomePage | None:
    """Returns the home page in the language of the request; None when there is none."""
    current = context.get("page")
    if isinstance(current, HomePage) and current.locale.language_code == current_code():
        return current
    return home_page_of(_request(context))


@register.simple_tag(takes_context=True)
def alternates(context: dict[str, Any]) -> list[Alternate]:
    """Returns the addresses of this page or door in every language."""
    if "alternates" in context:
        found: list[Alternate] = context["alternates"]
        return found
    page = context.get("page")
    request = _request(context)
    if isinstance(page, BasePage):
        return alternates_of(page, page.versions)
    return alternates_of_path(request.path if request is not None else "/")
