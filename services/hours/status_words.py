"""Whether it is open or closed, in one sentence: “Open until 17:00”."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import formats
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from home.languages import TextInLanguage, current_code, day_in_words, direction
from home.pages.presenters import marked
from services.hours import rules
from services.hours.holiday_names import reason_words


def status_words(status: rules.Status, at: datetime) -> str:
    """Returns a status as a sentence in the language of the request: “Open until 17:00”.

    `at` is the moment it is of.
    """
    return _in_words(status, at, str, str)


def status_html(status: rules.Status, at: datetime) -> SafeString:
    """Returns the same sentence as HTML, in which a Dutch reason is marked as Dutch."""
    return mark_safe(_in_words(status, at, conditional_escape, marked))  # noqa: S308 (both escape)


def _in_words(
    status: rules.Status, at: datetime, text: Callable[[str], str], reason: Callable[[TextInLanguage], str]
) -> str:
    if status.open:
        if status.until is None:
            return text(_("Open"))
        until = {"time": _clock(status.until), "day": day_in_words(status.until.date())}
        if status.until - at >= timedelta(days=1):
            return text(_("Open until %(day)s at %(time)s")) % until
        return text(_("Open until %(time)s")) % until
    if status.appointment_until is not None:
        return text(_("Only by appointment, until %(time)s")) % {"time": _clock(status.appointment_until)}
    why = {"reason": _isolated(reason(reason_words(status.closed_today)))}
    if status.opens is None:
        return text(_("Closed today: %(reason)s")) % why if status.closed_today else text(_("Closed"))
    opens = why | {"time": _clock(status.opens), "day": day_in_words(status.opens.date())}
    today = at.astimezone(status.opens.tzinfo).date()
    if status.opens.date() == today:
        return text(_("Closed, opens today at %(time)s")) % opens
    if status.opens.date() == today + timedelta(days=1):
        if status.closed_today:
            return text(_("Closed today: %(reason)s. Opens tomorrow at %(time)s")) % opens
        return text(_("Closed, opens tomorrow at %(time)s")) % opens
    if status.closed_today:
        return text(_("Closed today: %(reason)s. Opens %(day)s at %(time)s")) % opens
    return text(_("Closed, opens %(day)s at %(time)s")) % opens


def _clock(at: datetime) -> str:
    return _isolated(formats.time_format(at.time(), "TIME_FORMAT"))


def _isolated(words: str) -> str:
    """Returns the words isolated (between FSI and PDI) if the sentence runs from right to left, else unchanged."""
    return f"\u2068{words}\u2069" if words and direction(current_code()) == "rtl" else words
