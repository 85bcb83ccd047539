"""Tags with what a page tells search engines and social media; docs/templates.md says what they promise."""

import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from home.languages import current_code
from home.models import BasePage, HomePage, Municipality
from home.pages.links import path_of
from home.pages.sensitive import neutral_title
from services.directory.pages import DirectoryPage, OrganisationPage
from services.facts.models import facts_by_slug
from services.open_data import jsonld
from services.open_data.plain import plain
from services.open_data.selectors import places, record_of, team
from services.pages.guides import FaqPage
from services.pages.models import LocationPage, ServicePage

register = template.Library()

# A document inside HTML may not end it.
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


# The pairs that those who read Open Graph know; Arabic is one for all countries, and has this one.
COUNTRIES = {"en": "GB", "ar": "AR", "uk": "UA"}


@register.simple_tag(takes_context=True)
def structured_data(context: Context) -> SafeString:
    """Returns the page as JSON-LD in a script element; empty for a door and a fallback page."""
    page = context.get("page")
    if not isinstance(page, BasePage) or page.is_fallback:
        return SafeString("")
    things = list(_things(page, context.get("municipality")))
    if not things:
        return SafeString("")
    text = json.dumps(jsonld.graph(things), ensure_ascii=False).translate(UNSAFE)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 (no markup is left in it)


@register.inclusion_tag("components/social.html", takes_context=True)
def when_shared(context: Context) -> dict[str, Any]:
    """Prints the title, summary and address for where somebody shares the page.

    Of a sensitive page only a title that names no danger.
    """
    page = context.get("page")
    if not isinstance(page, BasePage):
        return {}
    neutral = neutral_title(page)
    return {
        "title": neutral or page.title,
        "description": "" if neutral else page.summary,
        "url": context.get("canonical", ""),
        "site": context.get("municipality", ""),
        "address": settings.BASE_URL,
        "locale": locale_of(page.words_language),
        "other_locales": [
            locale_of(each.code) for each in context.get("hreflang") or () if each.code != page.words_language
        ],
    }


def locale_of(code: str) -> str:
    """Returns the language with a country, which Open Graph asks for."""
    return f"{code}_{COUNTRIES.get(code, code.upper())}"


def _things(page: BasePage, municipality: Municipality | None) -> Iterable[jsonld.Data]:
    today = timezone.localdate()
    if page.above:
        steps = [*page.above, page]
        yield jsonld.trail((step.title, f"{settings.BASE_URL}{path_of(step)}") for step in steps)
    if isinstance(page, FaqPage):
        yield jsonld.questions([(page.title, plain(page.answer, facts_by_slug()))], page.locale.language_code)
        return
    if not isinstance(page, HomePage | ServicePage | LocationPage | OrganisationPage | DirectoryPage):
        return
    language = current_code()
    if isinstance(page, HomePage) and municipality is not None:
        yield jsonld.team(team(language, today), places(language, today), municipality.name)
    elif isinstance(page, ServicePage) and page.service is not None and page.service.active:
        record = record_of(page.service, language, today)
        if record is not None:
            yield jsonld.service(record, f"{settings.BASE_URL}{reverse('resident:ask')}", today)
    elif isinstance(page, OrganisationPage) and page.organisation.active:
        record = record_of(page.organisation, language, today)
        if record is not None:
            yield jsonld.organisation(record)
    elif isinstance(page, DirectoryPage):
        about = {
            "name": page.title,
            "description": page.summary,
            "url": f"{settings.BASE_URL}{path_of(page)}",
            "inLanguage": list(dict(settings.LANGUAGES)),
        }
        api = f"{settings.BASE_URL}{reverse('open_data:about')}"
        yield jsonld.dataset(about, team(language, today), settings.DATA_LICENCE, api)
    elif isinstance(page, LocationPage):
        own = (place for place in places(language, today) if place.slug == page.location.slug)
        yield from (jsonld.place(place, today) for place in own)
