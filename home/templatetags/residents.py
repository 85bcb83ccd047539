"""Tags for readers: messages above the page, hard words, reading aloud, and leaving a sensitive page quickly."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from home.alerts.selectors import alerts_for
from home.glossary.selectors import words_of
from home.languages import current_code, direction
from home.pages.alternates import alternates_of_path, any_language
from home.pages.base import BasePage
from home.pages.presenters import marked
from home.pages.sensitive import is_in_danger, is_sensitive, neutral_title, theme_in, theme_of
from home.templatetags.furniture import furnishing
from home.text.facts import FACT, facts_of, filled

register = template.Library()
register.filter("theme_of", theme_of)

DISTRICT_CHOSEN = "stadsdeel"
"""The parameter with the district that a reader chose in a list."""


@register.inclusion_tag("components/alerts.html", takes_context=True)
def alerts(context: Context) -> dict[str, Any]:
    """Prints the messages above this page; those of `shown_alerts` when the context has them."""
    request = context.get("request")
    found = context.get("shown_alerts")
    if found is None:
        found = [] if request is None else alerts_for(request.path, districts_of(context, request), timezone.now())
    return {**furnishing(context), "alerts": found}


def districts_of(context: Context, request: HttpRequest) -> frozenset[str]:
    """Returns the slugs of the districts that this page is about and that its reader chose."""
    location = getattr(context.get("page"), "location", None)
    own = [location.district.slug] if location is not None else []
    return frozenset([*own, *request.GET.getlist(DISTRICT_CHOSEN)])


@register.simple_tag(takes_context=True)
def told(context: Context, text: str) -> SafeString:
    """Returns the text of a message as HTML: its facts filled in, its language marked where it is not the reader's."""
    html = marked(text)
    if not FACT.search(html):
        return html
    return mark_safe(filled(conditional_escape(html), facts_of(context.get("request"))))  # noqa: S308 (escaped)


@register.filter
def for_reader(address: str) -> str:
    """Returns an address within the site with the language of the reader in the place of its own."""
    parts = address.split("/", 2)
    if len(parts) == 3 and not parts[0] and 2 <= len(parts[1]) <= 3:
        return f"/{current_code()}/{parts[2]}"
    return address


@register.inclusion_tag("components/breadcrumb_of_door.html", takes_context=True)
def trail_of_door(context: Context) -> dict[str, Any]:
    """Prints the breadcrumbs of a door; nothing on a page of the tree, which prints its own."""
    request = context.get("request")
    parts = request.path.strip("/").split("/") if request is not None else []
    above = {"vraag": _("Ask your question"), "wie-helpt": _("Find out who can help"), "chat": _("Chat with us")}
    name = above.get(parts[1], "") if len(parts) > 2 else ""
    return {
        **furnishing(context),
        "on_door": request is not None and not isinstance(context.get("page"), BasePage),
        "above_name": name,
        "above_url": f"/{parts[0]}/{parts[1]}/" if name else "",
    }


@register.inclusion_tag("components/door_meta.html", takes_context=True)
def door_meta(context: Context, about: str) -> dict[str, Any]:
    """Prints what search engines need of a door that everybody may find: what it is about, and its addresses.

    Without what was asked for in the address: `?thema=geld` opens the same door.
    """
    addresses = alternates_of_path(context["request"].path)
    return {
        "about": about,
        "canonical": next(each.absolute_url for each in addresses if each.current),
        "hreflang": addresses,
        "x_default": any_language(),
    }


@register.inclusion_tag("components/hard_words.html", takes_context=True)
def hard_words(context: Context) -> dict[str, Any]:
    """Prints the hard words of this page with their explanations; must stand after everything in which they occur."""
    request = context.get("request")
    terms = [] if request is None else list(words_of(request).values())
    return {**furnishing(context), "terms": terms}


@register.filter
def direction_of(code: str) -> str:
    """Returns the direction in which a language is written: `ltr` or `rtl`."""
    return direction(code)


@register.simple_tag(takes_context=True)
def title_of_page(context: Context) -> str:
    """Returns the title for the browser: on a sensitive page a number, so that its history names no danger."""
    page = context.get("page")
    neutral = neutral_title(page)
    title = neutral or str(getattr(page, "title", ""))
    if not neutral and getattr(page, "is_fallback", False):
        # A title cannot say which language a part of it is in: words of the reader go before the Dutch ones.
        return _("In Dutch: %(title)s") % {"title": title}
    return title


@register.inclusion_tag("components/safe_looking.html", takes_context=True)
def safe_looking(context: Context, after_help: bool = False) -> dict[str, Any]:
    """Prints, on a sensitive page and before anything else, how to leave it and what stays behind in the browser.

    Where somebody is in danger the help lines come first, and it stands with `after_help` below them.
    """
    return {**furnishing(context), "sensitive": is_sensitive(context) and is_in_danger(context) == after_help}


@register.inclusion_tag("components/reach.html", takes_context=True)
def reach_bar(context: Context) -> dict[str, Any]:
    """Prints, at the bottom of a sensitive page, two numbers of its theme (else of all help lines) and the way out."""
    return {**furnishing(context), "theme": theme_in(context), "sensitive": is_sensitive(context)}


@register.simple_tag
def severity_words(severity: str) -> str:
    """Returns the words for how much a message matters."""
    return {"urgent": _("Urgent"), "warning": _("Please note")}.get(severity, _("Good to know"))
