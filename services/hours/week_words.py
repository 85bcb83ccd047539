"""A week of opening hours in words: “Monday to Friday 09:00 – 17:00”, “Saturday and Sunday closed”."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time
from itertools import groupby

from babel.lists import format_list
from django.utils.formats import time_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from home.languages import current_code, weekday_in_words
from services.hours.timetable import Interval, Week

LISTS = {"en": "en_GB"}
"""Where a list of names is written as in another place than where Babel looks by itself: no comma before “and”."""
ARABIC_SIGNS = {",": "\N{ARABIC COMMA}", ";": "\N{ARABIC SEMICOLON}"}
SHORTEST_STRETCH = 3
"""From so many days on it is “Monday to Wednesday”; two days are named."""


@dataclass(frozen=True)
class SameHours:
    """Days of a week that have the same hours; without intervals they are closed. `days` is in words."""

    days: str
    intervals: tuple[Interval, ...]

    @property
    def html(self) -> SafeString:
        """Returns the days with their hours: “Monday to Friday 09:00 – 17:00”, “Sunday closed”."""
        hours = format_html_join(_sign(","), "{}", ((_interval_html(each),) for each in self.intervals))
        return SafeString(self._in_words(conditional_escape(self.days), hours))

    @property
    def text(self) -> str:
        """Returns the same as plain text."""
        return self._in_words(self.days, _sign(",").join(map(_interval, self.intervals)))

    def _in_words(self, days: str, hours: str) -> str:
        if not self.intervals:
            # Translators: days of the week: “Saturday and Sunday closed”.
            return _("%(days)s closed") % {"days": days}
        # Translators: days of the week and the hours on them.
        return _("%(days)s %(hours)s") % {"days": days, "hours": hours}


def same_hours(week: Week) -> list[SameHours]:
    """Returns the days of a week with the same hours together, in the order of the week.

    Days that do not follow each other stand together only when all open days have the same hours: “Monday and
    Thursday”.
    """
    open_days = [number for number, intervals in enumerate(week) if intervals]
    if len({week[number] for number in open_days}) == 1:
        closed = [number for number in range(len(week)) if number not in open_days]
        found = [SameHours(_days(open_days), week[open_days[0]])]
        return found + ([SameHours(_days(closed), ())] if closed else [])
    return [
        SameHours(_days([number for number, _intervals in group]), intervals)
        for intervals, group in groupby(enumerate(week), key=lambda numbered: numbered[1])
    ]


def week_html(week: Week) -> SafeString:
    """Returns the open days of a week with their hours as HTML in the reader's language; “Closed” without hours."""
    parts = [(each.html,) for each in same_hours(week) if each.intervals]
    return format_html_join(_sign(";"), "{}", parts) if parts else SafeString(_("Closed"))


def week_text(week: Week) -> str:
    """Returns the same sentence as plain text."""
    return _sign(";").join(each.text for each in same_hours(week) if each.intervals) or _("Closed")


def _days(numbers: Iterable[int]) -> str:
    return format_list(list(_stretches(numbers)), locale=LISTS.get(current_code(), current_code()))


def _stretches(numbers: Iterable[int]) -> Iterator[str]:
    for _start, group in groupby(enumerate(numbers), key=lambda placed: placed[1] - placed[0]):
        stretch = [number for _place, number in group]
        if len(stretch) < SHORTEST_STRETCH:
            yield from map(weekday_in_words, stretch)
        else:
            yield _("%(first)s to %(last)s") % {
                "first": weekday_in_words(stretch[0]),
                "last": weekday_in_words(stretch[-1]),
            }


def _sign(sign: str) -> str:
    """Returns the sign between the parts of a list, with a space behind it; Arabic has its own."""
    return f"{ARABIC_SIGNS[sign] if current_code() == 'ar' else sign} "


def _interval(interval: Interval) -> str:
    times = times_in_words(interval)
    return _("%(times)s (by appointment)") % {"times": times} if interval.by_appointment else times


def _interval_html(interval: Interval) -> SafeString:
    """Returns hours as HTML, the times kept together on a line."""
    times = format_html('<bdi class="times">{}</bdi>', times_in_words(interval))
    return format_html("{} ({})", times, _("by appointment")) if interval.by_appointment else times


def times_in_words(interval: Interval) -> str:
    """Returns “09:00 – 17:00”; midnight at the end of the day is 24:00, so a whole day is 00:00 – 24:00."""
    opens, closes = (time_format(at, "TIME_FORMAT") for at in (interval.opens, interval.closes))
    if interval.closes == time(0):
        closes = f"24{closes.lstrip('0')}"
    # Translators: from opening to closing time; Dutch adds its word for the hour.
    return _("%(opens)s – %(closes)s") % {"opens": opens, "closes": closes}
