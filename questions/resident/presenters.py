"""A conversation as the resident sees it: its status, and its log.

The page uses them, and the part of it that the page fetches again later.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from questions.actions.presence import is_anybody_present
from questions.actions.question_state import needs_follow_up
from questions.desk_choices import HistoryKind, QuestionKind
from questions.message_text import LogLine, changed_facts, display_text
from questions.models import CallAttempt, Message, Question
from questions.statuses import ENDED, Author, Status
from questions.waits.models import Channel, WaitOutcome
from questions.waits.writer import waits_of
from services.hours.channels import ContactChannel, calendar_in
from services.hours.rules import Calendar
from services.hours.status_words import status_words
from services.hours.store import load_calendar_or_closed


@dataclass(frozen=True)
class ConversationStatus:
    """How a conversation stands.

    `place` counts from 1, and is 0 for somebody not in line; `closed` says when a closed chat opens. `looked_after` is
    true of a worry about somebody else: it goes on until it was followed up, whatever its reporter needs.
    """

    withdrawn: bool
    kept: bool
    """Whether the resident needs no answer, and it goes on all the same: a worry about somebody else."""
    solved: bool
    ended: bool
    waiting: bool
    answered: bool
    """Whether there was an answer before. A confirmation of receipt is none."""
    chat: bool
    place: int = 0
    closed: str = ""
    present: bool = True
    looked_after: bool = False
    reopened: bool = False
    """Whether colleagues opened it again after it had ended, and nobody wrote since."""
    merged_into: str = ""
    """The reference of the question in which this one goes on, when the same person asked both."""


def chat_hours(district: str = "") -> Calendar:
    """Returns the opening hours of the chat: those of the district when it has its own, else of the whole team."""
    return load_calendar_or_closed(calendar_in(district, ContactChannel.CHAT))


def conversation_status(question: Question, now: datetime) -> ConversationStatus:
    """Returns how the question stands; for a chat that waits, also its place in line and whether anybody is there."""
    waits = waits_of(question.pk)
    waiting = any(wait.outcome == WaitOutcome.OPEN and not wait.pending for wait in waits)
    ended = question.status in ENDED
    chat = question.channel == Channel.CHAT and not ended
    standing = ConversationStatus(
        withdrawn=question.status == Status.WITHDRAWN,
        kept=not ended
        and question.kind == QuestionKind.WORRY
        and question.history.filter(what=HistoryKind.WITHDRAWN).exists(),
        solved=question.status == Status.SOLVED,
        ended=ended,
        waiting=waiting,
        answered=any(wait.outcome == WaitOutcome.ANSWERED for wait in waits),
        chat=chat,
        looked_after=needs_follow_up(question),
        reopened=waiting and not ended and _was_reopened(question),
        merged_into=question.merged_into.reference if question.merged_into else "",
    )
    if not chat or not waiting or question.colleague_id is not None:
        return standing
    hours = chat_hours(question.district.slug if question.district else "").status(now)
    ahead = Question.objects.chats().waiting().unclaimed().asked_before(question).count()
    return ConversationStatus(
        **vars(standing)
        | {
            "place": ahead + 1,
            "closed": "" if hours.open else status_words(hours, now),
            "present": is_anybody_present(now),
        }
    )


def _was_reopened(question: Question) -> bool:
    """Returns whether it was opened again and nobody wrote since."""
    last = question.history.filter(what=HistoryKind.REOPENED).aggregate(at=Max("at"))["at"]
    return last is not None and not question.messages.filter(at__gt=last).exists()


def messages_after(question: Question, number: int) -> list[LogLine]:
    """Returns the messages with a higher number, their text opened. Raises CannotOpen once the question is gone."""
    key = question.key_bytes

    def line(message: Message) -> LogLine:
        message.question = question
        mine = message.author == Author.RESIDENT
        who = _("You") if mine else _("A colleague of the team")
        return LogLine(
            message.at,
            display_text(message, key),
            who,
            mine,
            message.number,
            message.language,
            changes=tuple(changed_facts(message, key)),
        )

    return [line(message) for message in question.messages.filter(number__gt=number)]


def log_of(question: Question) -> list[LogLine]:
    """Returns messages and calls in the order in which they happened. Raises CannotOpen once the question is gone."""

    def note(call: CallAttempt) -> LogLine:
        text = _("We called you and spoke with you.") if call.reached else _("We called you and did not reach you.")
        return LogLine(
            call.at, f"{date_format(timezone.localtime(call.at), 'SHORT_DATETIME_FORMAT')}: {text}", kind="note"
        )

    lines = messages_after(question, 0) + [note(call) for call in question.calls.all()]
    return sorted(lines, key=lambda row: row.at)
