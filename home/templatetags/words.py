"""Tags for words and page furniture; docs/templates.md says what they promise."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.safestring import SafeString
from wagtail.models import Page

from home.alternates import Alternate, alternates_of, alternates_of_path, site_of
from home.languages import current_code, locales
from home.models import BasePage, HomePage, Municipality
from home.models.base import speak
from home.words import marked as marked_words
from home.words import printed

register = template.Library()


def _request(context: dict[str, Any]) -> HttpRequest | None:
    return context.get("request")


@register.simple_tag(takes_context=True)
def words(context: dict[str, Any], page: BasePage, name: str, links: bool = True) -> SafeString:
    """A field of a page, printed for the reader."""
    if not page:
        return SafeString("")
    flat = context.flatten() if hasattr(context, "flatten") else dict(context)
    return printed(page, name, request=_request(context), context=flat, links=links)


@register.filter
def marked(value: str) -> SafeString:
    """Words with their language on them when it is not the reader's."""
    return marked_words(value)


@register.simple_tag(takes_context=True)
def municipality(context: dict[str, Any]) -> Municipality:
    """Names, phone number and address of the municipality."""
    request = _request(context)
    if request is not None:
        found: Municipality = Municipality.for_request(request)  # kept on the request
        return found
    site = site_of(None)
    return Municipality.for_site(site) if site else Municipality()


@register.simple_tag(takes_context=True)
def home_page(context: dict[str, Any]) -> HomePage | None:
    """The home page in the language of the request, once per request."""
    request = _request(context)
    current = context.get("page")
    if isinstance(current, HomePage) and current.locale.language_code == current_code():
        return current
    kept: HomePage | None = getattr(request, "home_page_in_language", None)
    if kept is not None:
        return kept
    site = site_of(request)
    if site is None or site.root_page is None:
        return None
    page = HomePage.objects.filter(
        translation_key=site.root_page.translation_key, locale__language_code=current_code(), live=True
    ).first()
    if page is None:
        return None
    if isinstance(current, BasePage):
        page.known_locales = current.known_locales
    speak([page], page.known_locales)
    if request is not None:
        request.home_page_in_language = page  # type: ignore[attr-defined]
    return page


@register.simple_tag(takes_context=True)
def menu(context: dict[str, Any]) -> list[BasePage]:
    """The pages of the menu in the language of the request."""
    home = home_page(context)
    if home is None:
        return []
    return [page for page in home.listing if page.show_in_menus]


@register.simple_tag(takes_context=True)
def alternates(context: dict[str, Any]) -> list[Alternate]:
    """This page or door in every language."""
    if "alternates" in context:
        found: list[Alternate] = context["alternates"]
        return found
    page = context.get("page")
    request = _request(context)
    if isinstance(page, Page):
        return alternates_of(page, request, locales())
    return alternates_of_path(request.path if request is not None else "/")
