"""The help lines for a resident who may be in danger."""

from collections.abc import Collection

from questions.danger.kinds import DangerKind
from questions.danger.store import kinds_in, lines_of
from services.themes.selectors import HelpLineForReading, help_lines


def help_lines_for(kinds: Collection[DangerKind], language: str) -> list[HelpLineForReading]:
    """Returns the help lines of these kinds of danger, each once, in this language; empty without a kind."""
    if not kinds:
        return []
    slugs: dict[str, None] = {}
    for kind in DangerKind:  # in the order in which the kinds are written down, whatever was found first
        if kind in kinds:
            slugs |= dict.fromkeys(lines_of(kind))
    by_slug = {line.slug: line for line in help_lines(None, language)}
    return [by_slug[slug] for slug in slugs if slug in by_slug]


def danger_lines(query: str, language: str) -> list[HelpLineForReading]:
    """Returns the help lines for a search with words of danger; empty for any other search."""
    return help_lines_for(kinds_in(query), language)
