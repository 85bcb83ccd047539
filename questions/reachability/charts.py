"""The charts of the report. Each stands above a table with the same numbers, and its label says so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from questions.reachability import chart_svg as ink
from questions.reachability.kpi import Counts, CurveStep
from questions.reachability.reports import WaitFigures
from questions.reachability.templatetags.durations import round_time
from questions.reachability.weeks import Week
from questions.waits.models import WaitOutcome

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDE = 9.4
# From below which the time axis begins, and how far beyond the last threshold it goes.
FIRST_SECOND, BEYOND = 20.0, 2.0
POINTS = 300
# The most weeks that are all named below the axis.
NAMED_WEEKS = 16

STACK = (
    (WaitOutcome.ANSWERED, ink.ANSWERED, ""),
    (WaitOutcome.OPEN, ink.OPEN, "//"),
    (WaitOutcome.LEFT, ink.LEFT, "\\\\"),
    (WaitOutcome.WITHDRAWN, ink.WITHDRAWN, "xx"),
    (WaitOutcome.CLOSED_UNANSWERED, ink.CLOSED, ".."),
    (WaitOutcome.UNREACHABLE, ink.UNREACHABLE, "--"),
)
"""The outcomes from the bottom up, each with a colour and a pattern: colour never says something alone."""


def number_of(counts: Counts, outcome: WaitOutcome) -> int:
    """Returns how many waits have this outcome."""
    number: int = getattr(counts, outcome.value)
    return number


def week_shares(weeks: Sequence[Week], time: str) -> SafeString:
    """Returns the chart of the share answered within a time, per week, with its interval."""
    title = _("Chart: share answered within %(time)s per week, with its interval. The table below has the numbers.")

    def draw(axes: "Axes") -> None:
        asked = [(place, week) for place, week in enumerate(weeks) if week.counts.asked]
        axes.plot(
            [place for place, _week in asked], [week.step.share for _place, week in asked], color=ink.ANSWERED, lw=1.2
        )
        for place, week in asked:
            _dot(axes, place, week.step, hollow=week.provisional)
        _share_axis(axes, "y")
        _week_axis(axes, weeks)

    return ink.drawn("week-shares", title % {"time": time}, (WIDE, 3.1), draw)


def asked_per_week(weeks: Sequence[Week]) -> SafeString:
    """Returns the chart of how many asked, per week and outcome."""
    title = _("Chart: asked per week, by outcome. The table below has the numbers.")

    def draw(axes: "Axes") -> None:
        from matplotlib.ticker import MaxNLocator

        places, bottoms = range(len(weeks)), [0] * len(weeks)
        for outcome, colour, hatch in STACK:
            heights = [number_of(week.counts, outcome) for week in weeks]
            axes.bar(
                places, heights, bottom=bottoms, width=0.72, color=colour, hatch=hatch, edgecolor=ink.PANEL, lw=0.8,
                label=str(outcome.label),
            )  # fmt: skip
            bottoms = [bottom + height for bottom, height in zip(bottoms, heights, strict=True)]
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.grid(axis="y")
        axes.set_ylim(0, max(*bottoms, 4) * 1.05)
        _week_axis(axes, weeks)
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=6, handlelength=1.6, columnspacing=1.4)

    return ink.drawn("week-outcomes", title, (WIDE, 3.4), draw)


def curve(figures: WaitFigures, name: str) -> SafeString:
    """Returns the chart of F(t) with its band, with a dot at every time of the table."""
    title = _("Chart: share answered within a time, %(clock)s, with its band. The table below has the numbers.")

    def draw(axes: "Axes") -> None:
        times = [seconds for seconds, _step in figures.within]
        end = times[-1] * BEYOND
        # A value per pixel or so; every one is exact.
        seconds = [FIRST_SECOND * (end / FIRST_SECOND) ** (place / POINTS) for place in range(POINTS + 1)]
        line = [figures.curve.step_at(each) for each in seconds]
        axes.fill_between(
            seconds, [step.low for step in line], [step.high for step in line],
            step="post", color=ink.ANSWERED, alpha=0.22, lw=0,
        )  # fmt: skip
        axes.step(seconds, [step.share for step in line], where="post", color=ink.ANSWERED, lw=1.8)
        axes.plot(times, [step.share for _seconds, step in figures.within], "o", color=ink.ANSWERED, ms=5)
        axes.set_xscale("log")
        axes.set_xlim(FIRST_SECOND, end)
        axes.set_xticks(times, [round_time(each) for each in times], rotation=30, ha="right")
        axes.minorticks_off()
        axes.grid(axis="x")
        _share_axis(axes, "y")

    return ink.drawn(f"curve-{figures.clock}", title % {"clock": name}, (5.6, 3.3), draw)


def theme_shares(rows: Sequence[tuple[str, CurveStep]], time: str) -> SafeString:
    """Returns the chart of the share answered within a time, per theme, with its interval."""
    title = _("Chart: share answered within %(time)s per theme, with its interval. The table below has the numbers.")

    def draw(axes: "Axes") -> None:
        for place, (_name, step) in enumerate(rows):
            axes.barh(place, step.share, height=0.55, color=ink.ANSWERED, alpha=0.28)
            _dot(axes, place, step, lying=True)
        axes.set_yticks(range(len(rows)), [name for name, _step in rows])
        axes.set_ylim(len(rows) - 0.4, -0.6)
        _share_axis(axes, "x")

    return ink.drawn("theme-shares", title % {"time": time}, (WIDE, 0.9 + 0.36 * len(rows)), draw)


def _dot(axes: "Axes", place: float, step: CurveStep, *, hollow: bool = False, lying: bool = False) -> None:
    """Draws a share with its interval; hollow when it is provisional."""
    reach = [[step.share - step.low], [step.high - step.share]] if step.has_interval else None
    x, y = (step.share, place) if lying else (place, step.share)
    axes.errorbar(
        x, y, xerr=reach if lying else None, yerr=None if lying else reach, fmt="o", ms=6, capsize=3,
        color=ink.ANSWERED, ecolor=ink.INK, elinewidth=1.1, mec=ink.ANSWERED, mew=1.6,
        mfc=ink.PANEL if hollow else ink.ANSWERED,
    )  # fmt: skip


def _share_axis(axes: "Axes", which: str) -> None:
    """Sets an axis from 0% to 100% in steps of a quarter."""
    ticks = [0, 0.25, 0.5, 0.75, 1]
    axes.set(**{f"{which}lim": (-0.02, 1.04), f"{which}ticks": ticks})
    getattr(axes, f"set_{which}ticklabels")([f"{tick:.0%}" for tick in ticks])
    axes.grid(axis="y" if which == "y" else "x")


def _week_axis(axes: "Axes", weeks: Sequence[Week]) -> None:
    """Sets the axis of week numbers; of more than NAMED_WEEKS only some are named."""
    every = -(-len(weeks) // NAMED_WEEKS)
    named = range((len(weeks) - 1) % every, len(weeks), every)
    axes.set_xticks(list(named), [str(weeks[place].number) for place in named])
    axes.set_xlabel(_("Week"))
    axes.set_xlim(-0.7, len(weeks) - 0.3)
