"""The help lines on a page for a resident: in full after words of danger, else one line that unfolds.

docs/decisions/0016 tells when.
"""

from typing import Any

from django import template
from django.template import Context

from home.languages import current_code
from home.templatetags.furniture import furnishing
from questions.danger import help_lines as rules
from questions.danger.shown import MayHoldDanger, kinds_shown
from questions.statuses import Danger
from services.themes.selectors import HelpLineForReading

register = template.Library()


@register.inclusion_tag("danger/first.html", takes_context=True)
def danger_first(
    context: Context, question: MayHoldDanger | None = None, text: str | None = None, inside: bool = False
) -> dict[str, Any]:
    """Shows the help lines in full when the question or the posted text has words of danger.

    `inside` is True where the tag stands in an element that already has the width of the page.
    """
    kinds = kinds_shown(question, text)
    return {
        **furnishing(context),
        "shown": bool(kinds),
        "inside": inside,
        "lines": rules.help_lines_for(kinds, current_code()),
        # Only then is it true that a colleague reads this question before others.
        "to_judge": question is not None and question.danger == Danger.UNJUDGED,
    }


@register.inclusion_tag("danger/line.html", takes_context=True)
def danger_line(
    context: Context, theme: Any = None, question: MayHoldDanger | None = None, text: str | None = None
) -> dict[str, Any]:
    """Shows one line that unfolds to the help lines of the theme; nothing where `danger_first` shows them in full."""
    return {**furnishing(context), "theme": theme, "shown": not kinds_shown(question, text)}


@register.simple_tag
def danger_lines(query: str) -> list[HelpLineForReading]:
    """Returns the help lines for a search with words of danger; empty for any other search."""
    return rules.danger_lines(query, current_code())
