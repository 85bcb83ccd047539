"""One question as the desk shows it: its messages and how long it waits."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from questions.danger.kinds import DangerKind
from questions.desk.question.forms import DANGER_NAMES
from questions.message_text import LogLine, changed_facts, display_text
from questions.models import Message, Question
from questions.statuses import Danger
from questions.waits.clocks import Clock, elapsed
from questions.waits.models import Wait
from questions.waits.writer import waits_of

Row = dict[str, Any]


def message_lines(question: Question, key: bytes) -> list[LogLine]:
    """Returns the messages of the question with their text opened. Raises CannotOpen when its key is gone."""
    found = question.messages.select_related("colleague__user", "notice")
    return [message_line(message, question, key) for message in found]


def message_line(message: Message, question: Question, key: bytes) -> LogLine:
    """Returns the message with its text opened; `question` is its own. Raises CannotOpen when the key is gone."""
    message.question = question
    return LogLine(
        message.at,
        display_text(message, key),
        str(message.colleague or _("Resident")),
        message.colleague is not None,
        message.number,
        message.language,
        changes=tuple(changed_facts(message, key)),
        state=_state(message) if message.colleague else "",
        pk=message.pk,
    )


def _state(message: Message) -> str:
    """Returns in words whether the resident opened an answer, and whether its notice was delivered."""
    opened = _("Opened by the resident, %(when)s") % {"when": moment(message.read_at)} if message.read_at else ""
    notice = getattr(message, "notice", None)
    if notice is None:
        sent = ""
    elif notice.accepted_at:
        sent = _("notice delivered")
    else:
        sent = _("notice refused by the mail server") if notice.refused_at else _("notice on its way")
    return " · ".join(part for part in (opened or _("Not opened yet"), sent) if part)


def moment(at: datetime) -> str:
    """Returns day and time in Amsterdam, short, as the reader's language writes them."""
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")


def planned_date(due: datetime) -> str:
    """Returns for when something is planned: the day, and the time where one was chosen."""
    return date_format(timezone.localtime(due), "SHORT_DATE_FORMAT") if is_whole_day(due) else moment(due)


def is_whole_day(due: datetime) -> bool:
    """Returns whether a day without a time was planned: it is kept as the beginning of that day in Amsterdam."""
    return timezone.localtime(due).time() == time()


def wait_rows(question: Question, now: datetime) -> list[Row]:
    """Returns the waits with their seconds: on both clocks, until the real answer and until a first sign of life."""
    return [
        {
            "wait": wait,
            "wall": elapsed(wait, Clock.WALL, now),
            "office": elapsed(wait, Clock.OFFICE, now),
            "answer": wait.settled_at and (wait.settled_at - wait.started_at).total_seconds(),
            "sign": wait.first_sign_at and (wait.first_sign_at - wait.started_at).total_seconds(),
        }
        for wait in waits_of(question.pk)
    ]


def door_of(question: Question, rows: list[Row], now: datetime) -> Row | None:
    """Returns the wait that the door shows, with its seconds on both clocks; None when nobody waits any more.

    It is the one by which the queue orders the question: the oldest that is open, else the oldest without a real
    answer. Such a wait goes on after a first reaction.
    """
    if question.waiting_since is None:
        return None
    going_on = [row["wait"] for row in rows if row["wait"].started_at == question.waiting_since]
    if not going_on:
        return None
    wait = going_on[0]
    since = Wait(started_at=wait.started_at, entry_channel=wait.entry_channel, district=wait.district)
    return {
        "wait": wait,
        "wall": elapsed(since, Clock.WALL, now),
        "office": elapsed(since, Clock.OFFICE, now),
        "had_reaction": wait.reacted_at is not None,
    }


def danger_names(question: Question, key: bytes) -> list[Any]:
    """Returns the names of the kinds of danger that nobody judged yet; empty when there are none."""
    found = question.danger_found(key) if question.danger == Danger.UNJUDGED else None
    kinds: frozenset[DangerKind] = found.kinds if found else frozenset()
    return [name for kind, name in DANGER_NAMES.items() if kind in kinds]
