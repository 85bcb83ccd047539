"""Where an objection, a complaint or a report under the Wmo belongs: below a form, and on a confirmation."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from wagtail.models import Page

from home.cache.generation import cached_until_published
from home.languages import current_code
from home.pages.closed import open_to_all
from home.templatetags.furniture import furnishing
from questions.desk_choices import FormalKind
from questions.formal.found import kinds_in
from questions.formal.terms import weeks_to_answer, weeks_to_object
from questions.formal.words import HARMLESS, phrases_of
from services.facts.models import facts_by_slug

register = template.Library()

# Who tells somebody about the rights against a decision.
TO_CALL = "juridisch-loket"
# The page that tells more, by its slug, which is the same in every language.
PAGES = {FormalKind.OBJECTION: "klacht", FormalKind.COMPLAINT: "klacht", FormalKind.WMO_REPORT: "wmo"}


@register.inclusion_tag("formal/hint.html", takes_context=True)
def formal_hint(context: Context) -> dict[str, Any]:
    """Prints the words by which the browser recognises a formal matter while somebody types, and what it says then.

    Nothing is sent: the words go to the browser, and what is typed stays there. Without a script nothing is shown.
    """
    phrases = {kind: "; ".join(phrases_of(kind.value)) for kind in FormalKind}
    return {
        **furnishing(context),
        "matters": [(_where(kind), phrases[kind]) for kind in FormalKind],
        "harmless": "; ".join(phrases_of(HARMLESS)),
    }


@register.inclusion_tag("formal/told.html", takes_context=True)
def formal_told(context: Context, text: str | None) -> dict[str, Any]:
    """Prints where what was posted belongs when it has words of a formal matter; nothing for any other text."""
    kinds = kinds_in(text) if text else frozenset()
    return {**furnishing(context), "found": [_where(kind) for kind in FormalKind if kind in kinds]}


def _where(kind: FormalKind) -> dict[str, Any]:
    """Returns what is said of this kind: its name, the weeks of its term, whom to call, where to read."""
    weeks = weeks_to_object() if kind == FormalKind.OBJECTION else weeks_to_answer(kind)
    fact = facts_by_slug().get(TO_CALL)
    return {
        "kind": kind.value,
        "weeks": weeks,
        "number": SafeString(fact.as_html()) if fact is not None and fact.link else "",
        "more": _address(PAGES[kind], current_code()),
    }


@cached_until_published
def _address(slug: str, language: str) -> str:
    """Returns the address of the page with this slug; empty when nobody may read it."""
    page = open_to_all(Page.objects.live().filter(slug=slug, locale__language_code=language)).first()
    return (page.url or "") if page else ""
