"""Filters for the tables of the report and of the theme monitor."""

import math
from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from questions.reachability import charts, kpi
from questions.reachability.monitor import MonitoredWeek
from questions.reachability.monitor_rules import ThemeLook
from questions.reachability.reports import MeasureLine, Report, WaitFigures
from questions.reachability.templatetags.durations import one_decimal
from questions.reachability.weeks import Week
from questions.waits.clocks import Clock
from questions.waits.measures import Measure
from questions.waits.models import WaitOutcome

register = template.Library()

# One time per clock that says most in a table: two days, and one working day.
HEADLINE = {Clock.WALL: 2 * 86400, Clock.OFFICE: 8 * 3600}


@register.filter
def named(names: Mapping[str, object], slug: str) -> object:
    """Returns the name that goes with the slug; the slug itself when there is none any more."""
    return names.get(slug, slug)


MEASURES = {
    Measure.REACTION: _("First reaction"),
    Measure.ANSWER: _("Real answer"),
    Measure.SIGN: _("First sign of life"),
}


@register.filter
def measure_name(line: MeasureLine) -> object:
    """Returns the name of the line's measure, such as "First reaction"."""
    return MEASURES[line.measure]


@register.filter
def of_ten(share: int) -> str:
    """Returns a percentile in words: "half" for 50, "8 out of 10" for 80."""
    return gettext("half") if share == 50 else gettext("%(number)d out of 10") % {"number": share // 10}


@register.filter
def both(line: MeasureLine) -> list[WaitFigures]:
    """Returns the figures of a line on both clocks."""
    return [line.wall, line.office]


@register.filter
def headline(figures: WaitFigures) -> float:
    """Returns the share answered within the time that the table shows for this clock."""
    return figures.curve.answered_within(HEADLINE[figures.clock])


@register.filter
def on(line: MeasureLine, clock: str) -> WaitFigures:
    """Returns the figures of a line on one clock."""
    return line.wall if clock == Clock.WALL else line.office


@register.filter
def within(report: Report, line: MeasureLine) -> kpi.CurveStep:
    """Returns the share of a line answered within the time that was chosen."""
    return line.step_at(report.threshold)


@register.filter
def number(week: Week, outcome: str) -> int:
    """Returns how many waits of the week have this outcome."""
    return charts.number_of(week.counts, WaitOutcome(outcome))


@register.filter
def of(counts: Mapping[str, int], slug: str) -> int:
    """Returns how many questions are about this theme."""
    return counts.get(slug, 0)


@register.filter
def look_at(week: MonitoredWeek, slug: str) -> ThemeLook | None:
    """Returns how the theme compares with the weeks before; None when there is nothing to compare with."""
    return week.looks.get(slug)


@register.filter
def times(ratio: float) -> str:
    """Returns a ratio with one decimal, in the language's own notation; "∞" for an infinite one."""
    return "∞" if math.isinf(ratio) else number_format(one_decimal(Decimal(repr(ratio))), 1)
