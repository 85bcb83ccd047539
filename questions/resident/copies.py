"""A question as plain text, to keep: what was asked and answered, and how to come back."""

import re
from datetime import datetime
from html import unescape

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from home.languages import direction
from home.text.numbers_in_order import numbers_in_order
from questions.message_text import LogLine, plain_text
from questions.models import Question
from questions.resident.presenters import log_of
from services.themes.selectors import theme_names

# What a text file has in place of markup: where a line begins, and what runs from left to right within it.
_RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"
_APART, _ITS_OWN_WAY = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{FIRST STRONG ISOLATE}"
_TOGETHER = "\N{POP DIRECTIONAL ISOLATE}"
# Notepad of older Windows knows no other line end.
_LINE_END = "\r\n"


def address_to_come_back() -> str:
    """Returns the address at which reference and code are typed, in the language of the request, as people type it."""
    address = settings.BASE_URL + reverse("resident:follow")
    return address.removeprefix("https://").removeprefix("http://")


def address_in_parts() -> list[str]:
    """Returns the same address in the parts between which a narrow card may break the line."""
    return re.findall(r"[^/]*/?", address_to_come_back())


def copy_of(question: Question, now: datetime) -> str:
    """Returns the whole conversation as plain text, in the language of the request.

    Raises CannotOpen once the question is gone.
    """
    key = question.key_bytes
    words = {}
    for message in question.messages.all():
        message.question = question
        words[message.number] = plain_text(message, key)
    theme = theme_names(translation.get_language())[question.theme.slug]
    lines = [
        _line(_("Your question to the neighbourhood team")),
        "",
        _line(_("Reference"), question.reference),
        _line(_("Subject"), theme),
        _line(_("Copied on"), _moment(now)),
        _line(_("Read it again, with reference and code"), address_to_come_back()),
    ]
    for row in log_of(question):
        lines += ["", "-" * 40, *_entry(row, words)]
    return _LINE_END.join(lines) + _LINE_END


def _entry(row: LogLine, words: dict[int, str]) -> list[str]:
    if row.kind == "note":
        return [_line(row.text)]
    return [_line(row.who, _moment(row.at)), "", *(_in_order(line) for line in words[row.number].split("\n"))]


def _line(label: str, value: str = "") -> str:
    """Returns a line of ours; in a language from right to left it begins there, and its value stays in one piece."""
    if direction(translation.get_language() or "") != "rtl":
        return f"{label}: {value}" if value else label
    return f"{_RIGHT_TO_LEFT}{label}: {_ITS_OWN_WAY}{value}{_TOGETHER}" if value else f"{_RIGHT_TO_LEFT}{label}"


def _in_order(line: str) -> str:
    """Returns a line that somebody wrote, with its numbers kept in order as the page keeps them."""
    return unescape(numbers_in_order(line).replace('<bdi dir="ltr">', _APART).replace("</bdi>", _TOGETHER))


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
