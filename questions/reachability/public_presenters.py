"""The public figures in sentences for residents."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from questions.reachability.public_figures import (
    DAY,
    HOUR,
    MINUTE,
    GroupSpeed,
    Quarter,
    QuarterFigures,
    ReachedShare,
)
from questions.waits.measures import Measure
from questions.waits.models import Channel

CHANNELS: dict[str, tuple[Promise, str]] = {
    Channel.FORM: (gettext_lazy("Questions on this website"), "pencil"),
    Channel.EMAIL: (gettext_lazy("Questions by e-mail"), "mail"),
    Channel.CHAT: (gettext_lazy("Chat"), "message-circle"),
    Channel.PHONE: (gettext_lazy("On the phone"), "phone"),
    Channel.DESK: (gettext_lazy("At the desk"), "door"),
    Channel.CALLBACK: (gettext_lazy("Please call me"), "phone-call"),
}
"""What residents call a way to reach us, and its picture."""


@dataclass(frozen=True)
class SpeedText:
    """The speed of one group in the reader's language."""

    name: str
    icon: str
    said: list[str]
    tenths: int
    """How many of ten had an answer; 0 when nothing can be said."""
    number: str


def time_text(seconds: int) -> str:
    """Returns a round time as it stands in a sentence: "within 2 days"."""
    if seconds % DAY == 0:
        number = seconds // DAY
        return ngettext("within %(number)d day", "within %(number)d days", number) % {"number": number}
    if seconds % HOUR == 0:
        number = seconds // HOUR
        return ngettext("within %(number)d hour", "within %(number)d hours", number) % {"number": number}
    number = seconds // MINUTE
    return ngettext("within %(number)d minute", "within %(number)d minutes", number) % {"number": number}


# Translators: %(within)s is "within 2 days" in all of these.
SENTENCES: dict[tuple[Measure, int], Promise] = {
    (Measure.REACTION, 9): gettext_lazy("9 out of 10 questions had a first reaction from a person %(within)s."),
    (Measure.REACTION, 8): gettext_lazy("8 out of 10 questions had a first reaction from a person %(within)s."),
    (Measure.REACTION, 5): gettext_lazy("Half of the questions had a first reaction from a person %(within)s."),
    (Measure.ANSWER, 9): gettext_lazy("9 out of 10 questions had a real answer %(within)s."),
    (Measure.ANSWER, 8): gettext_lazy("8 out of 10 questions had a real answer %(within)s."),
    (Measure.ANSWER, 5): gettext_lazy("Half of the questions had a real answer %(within)s."),
    (Measure.SIGN, 9): gettext_lazy("For 9 out of 10 questions a colleague gave a first sign %(within)s."),
    (Measure.SIGN, 8): gettext_lazy("For 8 out of 10 questions a colleague gave a first sign %(within)s."),
    (Measure.SIGN, 5): gettext_lazy("For half of the questions a colleague gave a first sign %(within)s."),
}


TOO_FEW: dict[Measure, Promise] = {
    Measure.REACTION: gettext_lazy("Fewer than half had a first reaction from a person within 5 days."),
    Measure.ANSWER: gettext_lazy("Fewer than half had a real answer within 5 days."),
    Measure.SIGN: gettext_lazy("For fewer than half, a colleague gave a first sign within 5 days."),
}


def sentence(measure: Measure, reached: ReachedShare) -> str:
    """Returns the sentence about this share and time."""
    return str(SENTENCES[measure, reached.of_ten]) % {"within": time_text(reached.seconds)}


def sentences(speed: GroupSpeed) -> list[str]:
    """Returns the sentences about a group, of every measure, so that none flatters by itself; the headline first."""
    if not speed.enough:
        return [_("That is too few to say how fast we answer.")]
    said = []
    for measure, reached in speed.reached.items():
        said += [sentence(measure, each) for each in reached] or [str(TOO_FEW[measure])]
    return said


def usual_wait_text(speed: GroupSpeed | None) -> str:
    """Returns in one sentence how long a real answer takes; without a speed, that we do not know it yet."""
    if speed is None:
        return _("We do not know yet how long an answer usually takes.")
    reached = speed.reached[Measure.ANSWER]
    return sentence(Measure.ANSWER, reached[0]) if reached else str(TOO_FEW[Measure.ANSWER])


def speed_text(speed: GroupSpeed) -> SpeedText:
    """Returns the speed of one group in words."""
    name, icon = CHANNELS.get(speed.channel, (_("All of these together"), "users"))
    number = ngettext("%(number)d question", "%(number)d questions", speed.asked) % {"number": speed.asked}
    tenths = speed.headline[0].of_ten if speed.headline else 0
    return SpeedText(str(name), icon, sentences(speed), tenths, number)


@dataclass(frozen=True)
class GroupText:
    """The name and the speeds of one group in the reader's language."""

    name: str
    speeds: list[SpeedText]
    few: list[str]
    """Names of the ways that had too few to stand apart."""
    merged: bool
    """Whether those are counted in the figure of all of them together."""


def group_texts(found: QuarterFigures) -> list[GroupText]:
    """Returns two groups in words: the four channels of KPI Bereikbaarheid, and the other channels."""
    names = (
        (_("KPI Bereikbaarheid: at the desk, on the phone, by e-mail and in the chat"), found.kpi),
        (_("Also: questions on this website, and call-back requests"), found.beside),
    )
    return [
        GroupText(
            name,
            [speed_text(speed) for speed in group.speeds],
            [str(CHANNELS[channel][0]) for channel in group.merged if channel in CHANNELS],
            group.whole is not None,
        )
        for name, group in names
    ]


def quarter_text(quarter: Quarter) -> str:
    """Returns the first and last day of the quarter in words."""
    return _("from %(first)s up to and including %(last)s") % {
        "first": date_format(quarter.first, "DATE_FORMAT"),
        "last": date_format(quarter.last, "DATE_FORMAT"),
    }
