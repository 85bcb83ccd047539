"""The help lines at the top of a page for a resident who may be in danger (docs/decisions/0016)."""

from typing import Any, Protocol

from django import template
from django.template import Context

from home.languages import current_code
from home.templatetags.furniture import furnishing
from questions.danger import help_lines as rules
from questions.danger.found import DangerFound
from questions.danger.kinds import DangerKind
from questions.danger.store import kinds_in
from questions.statuses import Danger
from services.themes.selectors import HelpLineForReading

register = template.Library()


class MayHoldDanger(Protocol):
    """A question, as far as these tags need it."""

    danger: str
    sealed_danger: object

    @property
    def key_bytes(self) -> bytes: ...

    def danger_found(self, key: bytes) -> DangerFound | None: ...


def _kinds(question: MayHoldDanger | None, text: str) -> frozenset[DangerKind]:
    """Returns the kinds of danger found in the question and in a text that was posted and not accepted."""
    kinds = kinds_in(text) if text else frozenset()
    if question and question.sealed_danger is not None:
        found = question.danger_found(question.key_bytes)
        kinds |= found.kinds if found else frozenset()
    return kinds


@register.inclusion_tag("danger/first.html", takes_context=True)
def danger_first(
    context: Context, question: MayHoldDanger | None = None, text: str | None = None, inside: bool = False
) -> dict[str, Any]:
    """Shows the help lines in full when the question or the posted text has words of danger.

    `inside` is True where the tag stands in an element that already has the width of the page.
    """
    kinds = _kinds(question, text or "")
    return {
        **furnishing(context),
        "shown": bool(kinds),
        "inside": inside,
        "lines": rules.help_lines_for(kinds, current_code()),
        # Only then is it true that a colleague reads this question before others.
        "to_judge": question is not None and question.danger == Danger.UNJUDGED,
    }


@register.filter
def in_danger(question: MayHoldDanger | None) -> bool:
    """Returns whether the page of this question opens with help lines."""
    return bool(_kinds(question, ""))


@register.simple_tag
def danger_lines(query: str) -> list[HelpLineForReading]:
    """Returns the help lines for a search with words of danger; empty for any other search."""
    return rules.danger_lines(query, current_code())
