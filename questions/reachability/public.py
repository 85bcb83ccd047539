"""For residents: how fast do we answer? In words, with the period and the number behind it; no cookie, no token."""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from home.page_cache import only_read
from questions.reachability.kpi import ENOUGH_FOR_PERCENTILES
from questions.reachability.models import Channel
from questions.reachability.published import (
    DAY,
    HOUR,
    MINUTE,
    Published,
    Quarter,
    Reached,
    Speed,
    last_quarter,
    published,
)

# A correction of a closed quarter is seen this many seconds later at most.
KEPT = 600

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
class Told:
    """One group of questions, in the words of the reader's language."""

    name: str
    icon: str
    said: list[str]
    tenths: int
    """How many of ten had an answer; 0 when nothing can be said."""
    number: str


def within(seconds: int) -> str:
    """A round time, as it stands in a sentence: "within 2 days"."""
    if seconds % DAY == 0:
        number = seconds // DAY
        return ngettext("within %(number)d day", "within %(number)d days", number) % {"number": number}
    if seconds % HOUR == 0:
        number = seconds // HOUR
        return ngettext("within %(number)d hour", "within %(number)d hours", number) % {"number": number}
    number = seconds // MINUTE
    return ngettext("within %(number)d minute", "within %(number)d minutes", number) % {"number": number}


def sentence(reached: Reached) -> str:
    """Which share had an answer within which time."""
    words = {"within": within(reached.seconds)}
    if reached.of_ten == 9:
        # Translators: %(within)s is "within 2 days".
        return _("9 out of 10 questions had an answer %(within)s.") % words
    if reached.of_ten == 8:
        # Translators: %(within)s is "within 2 days".
        return _("8 out of 10 questions had an answer %(within)s.") % words
    # Translators: %(within)s is "within 2 days".
    return _("Half of the questions had an answer %(within)s.") % words


def told(speed: Speed) -> Told:
    """The speed of one group in words."""
    name, icon = CHANNELS.get(speed.channel, (_("All questions together"), "users"))
    if not speed.enough:
        said = [_("That is too few to say how fast we answer.")]
    elif not speed.reached:
        said = [_("Fewer than half had an answer within 5 days.")]
    else:
        said = [sentence(reached) for reached in speed.reached]
    number = ngettext("%(number)d question", "%(number)d questions", speed.asked) % {"number": speed.asked}
    tenths = speed.reached[0].of_ten if speed.reached else 0
    return Told(str(name), icon, said, tenths, number)


def period(quarter: Quarter) -> str:
    """The quarter in words."""
    return _("from %(first)s up to and including %(last)s") % {
        "first": date_format(quarter.first, "DATE_FORMAT"),
        "last": date_format(quarter.last, "DATE_FORMAT"),
    }


def figures(now: datetime) -> Published:
    """The figures of the newest quarter, computed once in a while."""
    quarter = last_quarter(now)
    key = f"how-fast-{quarter.first}"
    found: Published | None = cache.get(key)
    if found is None:
        found = published(quarter)
        cache.set(key, found, KEPT)
    return found


def line(now: datetime) -> dict[str, str] | None:
    """One short fact for other pages, with its period; None while there is too little to say."""
    found = figures(now)
    if not found.whole.reached:
        return None
    return {"said": sentence(found.whole.reached[0]), "period": period(found.quarter)}


@require_safe
@only_read
def page(request: HttpRequest) -> HttpResponse:
    """How fast do we answer: all questions together, and each way to reach us that had enough of them."""
    found = figures(timezone.now())
    return render(
        request,
        "reachability/public.html",
        {
            "period": period(found.quarter),
            "enough": found.whole.enough,
            "needed": ENOUGH_FOR_PERCENTILES,
            "whole": told(found.whole),
            "channels": [told(speed) for speed in found.channels],
            "merged": [CHANNELS[channel][0] for channel in found.merged if channel in CHANNELS],
            "ten": range(1, 11),
        },
    )
