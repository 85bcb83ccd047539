"""What a resident reads when a question is passed on as objection, complaint or report under the Wmo."""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.languages import day_in_words
from questions.desk_choices import FormalKind
from questions.formal.terms import weeks_to_answer


def receipt_text(kind: FormalKind, received_on: date, language: str) -> str:
    """Returns the confirmation of receipt in this language: what it counts as, since when, and what happens next."""
    with translation.override(language):
        parts = {
            FormalKind.OBJECTION: _objection,
            FormalKind.COMPLAINT: _complaint,
            FormalKind.WMO_REPORT: _wmo_report,
        }[kind](weeks_to_answer(kind))
        day = _("We received it on %(day)s.") % {"day": day_in_words(received_on)}
        last = _("This message only confirms that we have it. It is not an answer to your question yet.")
        return "\n\n".join([f"{parts[0]} {day}", *parts[1:], last])


def _objection(weeks: int) -> list[str]:
    return [
        _("We treat what you wrote as an objection."),
        _(
            "We pass it on to the municipality. The municipality decides about it and will tell you what happens next. "
            "You can write here if you want to add something."
        ),
    ]


def _complaint(weeks: int) -> list[str]:
    term = (
        ngettext(
            "You will hear the outcome within %(number)d week.",
            "You will hear the outcome within %(number)d weeks.",
            weeks,
        )
        % {"number": weeks}
        if weeks
        else _("We will tell you how long it takes.")
    )
    return [
        _("We treat what you wrote as a complaint."),
        _("We look at what happened and talk with you about it.") + f" {term}",
    ]


def _wmo_report(weeks: int) -> list[str]:
    term = (
        ngettext(
            "That takes %(number)d week at most.",
            "That takes %(number)d weeks at most.",
            weeks,
        )
        % {"number": weeks}
        if weeks
        else _("We will tell you how long it takes.")
    )
    return [
        _("We treat what you wrote as a request for help under the Wmo (a report)."),
        _("We look together with you at what you need.") + f" {term}",
    ]
