"""Where a conversation stands, for the words above it: the same on the page and in what the page asks for later."""

from dataclasses import dataclass
from datetime import datetime

from questions.actions.presence import somebody_present
from questions.models import Question
from questions.statuses import ENDED, Author, Status
from questions.waits.models import Channel, Outcome
from questions.waits.writer import waits_of
from services.hours.channels import Way, calendar_in
from services.hours.rules import Calendar
from services.hours.store import hours_of, status_words


@dataclass(frozen=True)
class Standing:
    """`place` counts from 1, and is 0 for who is not in line; `closed` says when the chat opens, if it is closed."""

    withdrawn: bool
    ended: bool
    waiting: bool
    answered: bool
    chat: bool
    place: int = 0
    closed: str = ""
    present: bool = True


def chat_hours(district: str = "") -> Calendar:
    """By which hours the chat is open: those of the location in a district that has its own, else of the whole team."""
    return hours_of(calendar_in(district, Way.CHAT))


def standing_of(question: Question, now: datetime) -> Standing:
    """How the question stands; for a chat that waits, its place in line and who is there."""
    waiting = any(wait.outcome == Outcome.OPEN and not wait.pending for wait in waits_of(question.pk))
    ended = question.status in ENDED
    chat = question.channel == Channel.CHAT and not ended
    standing = Standing(
        withdrawn=question.status == Status.WITHDRAWN,
        ended=ended,
        waiting=waiting,
        answered=question.messages.filter(author=Author.COLLEAGUE).exists(),
        chat=chat,
    )
    if not chat or not waiting or question.colleague_id is not None:
        return standing
    hours = chat_hours(question.district.slug if question.district else "").status(now)
    ahead = Question.objects.chats().waiting().unclaimed().asked_before(question).count()
    return Standing(
        **vars(standing)
        | {
            "place": ahead + 1,
            "closed": "" if hours.open else status_words(hours, now),
            "present": somebody_present(now),
        }
    )
