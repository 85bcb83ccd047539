"""A week of opening hours in one sentence: “Monday to Friday 09:00 – 17:00”."""

from collections.abc import Iterator
from datetime import time
from itertools import groupby

from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from home.languages import current_code
from services.hours.timetable import Interval, Week


def week_html(week: Week) -> SafeString:
    """Returns a week as HTML in the reader's language, days with the same hours together; “Closed” without hours."""
    parts = [format_html("{} {}", days, _times_html(intervals)) for days, intervals in _stretches(week)]
    return format_html_join("; ", "{}", ((part,) for part in parts)) if parts else SafeString(_("Closed"))


def week_text(week: Week) -> str:
    """Returns the same sentence as plain text."""
    parts = [f"{days} {', '.join(map(_interval, intervals))}" for days, intervals in _stretches(week)]
    return "; ".join(parts) or _("Closed")


def _stretches(week: Week) -> Iterator[tuple[str, tuple[Interval, ...]]]:
    for intervals, group in groupby(enumerate(week), key=lambda numbered: numbered[1]):
        numbers = [number for number, _intervals in group]
        if intervals:
            yield _days(numbers[0], numbers[-1]), intervals


def _days(first: int, last: int) -> str:
    if first == last:
        return _name(first)
    if last == first + 1:
        return _("%(first)s and %(last)s") % {"first": _name(first), "last": _name(last)}
    return _("%(first)s to %(last)s") % {"first": _name(first), "last": _name(last)}


def _name(number: int) -> str:
    name = str(WEEKDAYS[number])
    return name.lower() if current_code() in {"pl", "uk"} else name


def _interval(interval: Interval) -> str:
    times = times_in_words(interval)
    return _("%(times)s (by appointment)") % {"times": times} if interval.by_appointment else times


def _times_html(intervals: tuple[Interval, ...]) -> SafeString:
    return format_html_join(", ", "{}", ((_interval_html(each),) for each in intervals))


def _interval_html(interval: Interval) -> SafeString:
    times = format_html('<bdi dir="ltr">{}</bdi>', times_in_words(interval))
    return format_html("{} ({})", times, _("by appointment")) if interval.by_appointment else times


def times_in_words(interval: Interval) -> str:
    """Returns “09:00 – 17:00”; midnight at the end of the day is 24:00, so a whole day is 00:00 – 24:00."""
    closes = time_format(interval.closes, "H:i") if interval.closes != time(0) else "24:00"
    return f"{time_format(interval.opens, 'H:i')} – {closes}"
