"""The report in sentences that say without a table how long people wait."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from questions.reachability import kpi
from questions.reachability.public_presenters import time_text
from questions.reachability.reports import MeasureLine, Report, ReportRow
from questions.reachability.templatetags.durations import short
from questions.reachability.weeks import Threshold
from questions.waits.clocks import Clock
from questions.waits.measures import Measure


@dataclass(frozen=True)
class ReportSentence:
    """A sentence, what stands small below it, and how it looks: "waits", "behind" or plain."""

    text: str
    below: str = ""
    tone: str = "plain"


# Translators: %(those)s is "9 out of 10 questions", %(within)s is "within 2 days".
CAME: dict[Measure, Promise] = {
    Measure.REACTION: gettext_lazy("A first reaction came %(within)s for %(those)s."),
    Measure.ANSWER: gettext_lazy("A real answer came %(within)s for %(those)s."),
    Measure.SIGN: gettext_lazy("A first sign of life came %(within)s for %(those)s."),
}


def report_sentences(made: Report, channel_names: dict[str, str]) -> list[ReportSentence]:
    """Returns what the report says: who waits now, how many were helped in time, and the channel that stays behind.

    Under kpi.SMALL_CELL waits a share would say more than is known: then only the number is told. A channel stays
    behind when even the upper limit of its share is under the share of all channels together.
    """
    counts = made.whole.counts
    if not counts.asked:
        return [ReportSentence(_("Nobody asked anything in this period."))]
    return [_waiting(counts), _helped(made), *_behind(made, channel_names)]


def _waiting(counts: kpi.Counts) -> ReportSentence:
    asked = ngettext("%(number)d question in this period", "%(number)d questions in this period", counts.asked)
    below = asked % {"number": counts.asked}
    if not counts.open:
        return ReportSentence(_("Nobody waits now."), below)
    text = ngettext(
        "%(number)d question waits now: %(time)s.", "%(number)d questions wait now, the longest %(time)s.", counts.open
    )
    return ReportSentence(text % {"number": counts.open, "time": short(counts.oldest_open)}, below, "waits")


def _helped(made: Report) -> ReportSentence:
    first, *others = made.whole.lines
    if kpi.is_small_cell(made.whole.counts.asked):
        return ReportSentence(_("These are too few questions to say in one sentence how fast the answers come."))
    return ReportSentence(came(first, made.threshold), " ".join(came(other, made.threshold) for other in others))


def _behind(made: Report, channel_names: dict[str, str]) -> list[ReportSentence]:
    def reaction(row: ReportRow) -> kpi.CurveStep:
        return row.line(Measure.REACTION).step_at(made.threshold)

    rows = [row for row in (*made.kpi_channels, *made.beside) if not kpi.is_small_cell(row.counts.asked)]
    if len(rows) < 2:
        return []
    slowest = min(rows, key=lambda row: reaction(row).share)
    below = ngettext("%(number)d question", "%(number)d questions", slowest.counts.asked) % {
        "number": slowest.counts.asked
    }
    if reaction(slowest).high >= reaction(made.whole).share:
        return [ReportSentence(_("No channel is clearly slower than the others."))]
    text = _("%(channel)s stays behind. %(sentence)s") % {
        "channel": channel_names.get(slowest.name, slowest.name),
        "sentence": came(slowest.line(Measure.REACTION), made.threshold),
    }
    return [ReportSentence(text, below, "behind")]


def came(line: MeasureLine, threshold: Threshold) -> str:
    """Returns the sentence about one measure: for how many it came within the threshold."""
    within = time_text(threshold.seconds)
    if threshold.clock is Clock.OFFICE:
        within = _("%(time)s in office hours") % {"time": within}
    return str(CAME[line.measure]) % {"within": within, "those": out_of_ten(line.step_at(threshold).share, line)}


def out_of_ten(share: float, line: MeasureLine) -> str:
    """Returns a share of the questions in words; "all" and "none" only when that is so."""
    counts = line.wall.counts
    if share == 0:
        return _("none of the %(number)d questions") % {"number": counts.asked}
    if share == 1 and counts.answered == counts.asked:
        return _("all %(number)d questions") % {"number": counts.asked}
    tenths = min(round(10 * share), 10)
    if tenths == 0:
        return _("hardly any question")
    if tenths == 10:
        return _("nearly all questions")
    return _("half of the questions") if tenths == 5 else _("%(number)d out of 10 questions") % {"number": tenths}
