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
from home.pages.base import BasePage
from home.pages.presenters import marked
from home.pages.sensitive import is_sensitive, neutral_title, theme_in
from home.templatetags.furniture import furnishing
from home.text.facts import FACT, facts_of, filled

register = template.Library()

DISTRICT_CHOSEN = "stadsdeel"
"""What the address of a list says when its reader chose a district."""


@register.inclusion_tag("components/alerts.html", takes_context=True)
def alerts(context: Context) -> dict[str, Any]:
    """The messages above this page; `shown_alerts` when the page brings its own."""
    request = context.get("request")
    found = context.get("shown_alerts")
    if found is None:
        found = [] if request is None else alerts_for(request.path, districts_of(context, request), timezone.now())
    return {**furnishing(context), "alerts": found}


def districts_of(context: Context, request: HttpRequest) -> frozenset[str]:
    """Returns the districts this page is about, and those its reader chose."""
    location = getattr(context.get("page"), "location", None)
    own = [location.district.slug] if location is not None else []
    return frozenset([*own, *request.GET.getlist(DISTRICT_CHOSEN)])


@register.simple_tag(takes_context=True)
def told(context: Context, text: str) -> SafeString:
    """The text of a message: marked with its language where that is not the reader's, its facts filled in."""
    html = marked(text)
    if not FACT.search(html):
        return html
    return mark_safe(filled(conditional_escape(html), facts_of(context.get("request"))))  # noqa: S308 (escaped)


@register.filter
def for_reader(address: str) -> str:
    """An address within the site, under the language of the reader."""
    parts = address.split("/", 2)
    if len(parts) == 3 and not parts[0] and 2 <= len(parts[1]) <= 3:
        return f"/{current_code()}/{parts[2]}"
    return address


@register.inclusion_tag("components/breadcrumb_of_door.html", takes_context=True)
def trail_of_door(context: Context) -> dict[str, Any]:
    """Where a reader is who came through a door; a page of the tree prints its own trail."""
    request = context.get("request")
    parts = request.path.strip("/").split("/") if request is not None else []
    above = {"vraag": _("Ask your question"), "wie-helpt": _("Find out who helps"), "chat": _("Chat with us")}
    name = above.get(parts[1], "") if len(parts) > 2 else ""
    return {
        **furnishing(context),
        "on_door": request is not None and not isinstance(context.get("page"), BasePage),
        "above_name": name,
        "above_url": f"/{parts[0]}/{parts[1]}/" if name else "",
    }


@register.inclusion_tag("components/hard_words.html", takes_context=True)
def hard_words(context: Context) -> dict[str, Any]:
    """The hard words of this page with what they mean; stands after everything in which they occur."""
    request = context.get("request")
    terms = [] if request is None else list(words_of(request).values())
    return {**furnishing(context), "terms": terms}


@register.filter
def direction_of(code: str) -> str:
    """How a language is written."""
    return direction(code)


@register.simple_tag(takes_context=True)
def title_of_page(context: Context) -> str:
    """What stands in the title of a page: on a sensitive one a number, so that a history names no danger."""
    page = context.get("page")
    neutral = neutral_title(page)
    title = neutral or str(getattr(page, "title", ""))
    if not neutral and getattr(page, "is_fallback", False):
        # A title cannot say which language a part of it is in: words of the reader go before the Dutch ones.
        return _("In Dutch: %(title)s") % {"title": title}
    return title


@register.inclusion_tag("components/safe_looking.html", takes_context=True)
def safe_looking(context: Context) -> dict[str, Any]:
    """On a sensitive page, before anything else: how to leave it, and what stays behind."""
    return {**furnishing(context), "sensitive": is_sensitive(context)}


@register.inclusion_tag("components/reach.html", takes_context=True)
def reach_bar(context: Context) -> dict[str, Any]:
    """At the bottom of a sensitive page: the first two numbers of its theme, or of all help lines, and the way out."""
    return {**furnishing(context), "theme": theme_in(context), "sensitive": is_sensitive(context)}


@register.simple_tag
def severity_words(severity: str) -> str:
    """How much a message matters, in words."""
    return {"urgent": _("Urgent"), "warning": _("Please note")}.get(severity, _("Good to know"))
