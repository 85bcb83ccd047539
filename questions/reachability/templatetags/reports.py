"""What the tables of the report print."""

from collections.abc import Mapping

from django import template

from questions.reachability.clocks import Clock
from questions.reachability.reports import Figures, Row

register = template.Library()

# One time per clock that says most in a table: two days, and one working day.
HEADLINE = {Clock.WALL: 2 * 86400, Clock.OFFICE: 8 * 3600}


@register.filter
def named(names: Mapping[str, object], slug: str) -> object:
    """The name that goes with the slug; the slug itself when there is none any more."""
    return names.get(slug, slug)


@register.filter
def both(row: Row) -> list[Figures]:
    """The figures of a row on both clocks."""
    return [row.wall, row.office]


@register.filter
def headline(figures: Figures) -> float:
    """The share answered within the time that the table shows for this clock."""
    return figures.curve.answered_within(HEADLINE[figures.clock])
