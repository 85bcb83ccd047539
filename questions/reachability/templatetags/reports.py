"""What the tables of the report print."""

import math
from collections.abc import Mapping

from django import template
from django.utils.formats import number_format

from questions.reachability import charts, kpi
from questions.reachability.clocks import Clock
from questions.reachability.models import Outcome
from questions.reachability.monitor import MonitoredWeek
from questions.reachability.reports import Figures, Report, Row
from questions.reachability.themes import Look
from questions.reachability.weeks import Week

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


@register.filter
def within(report: Report, row: Row) -> kpi.Step:
    """The share of a row answered within the time that was chosen."""
    return report.within(row)


@register.filter
def number(week: Week, outcome: str) -> int:
    """How many waits of the week stand so."""
    return charts.number_of(week.counts, Outcome(outcome))


@register.filter
def of(counts: Mapping[str, int], slug: str) -> int:
    """How many there are of this theme."""
    return counts.get(slug, 0)


@register.filter
def look_at(week: MonitoredWeek, slug: str) -> Look | None:
    """What the comparison with the weeks before says about a theme."""
    return week.looks.get(slug)


@register.filter
def times(ratio: float) -> str:
    """A ratio with one decimal, in the language's own notation; without end as a sign."""
    return "∞" if math.isinf(ratio) else number_format(ratio, 1)
