"""The chats of a colleague beside each other, and those that nobody has claimed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from questions.models import Colleague, Question
from questions.models.question import QuestionQuerySet
from questions.permissions import readable_by
from questions.statuses import ENDED, TO_DO
from questions.waits.clocks import Clock, elapsed
from questions.waits.models import Channel, Wait
from questions.waits.writer import open_wait_of

# A chat that was answered stays in sight this long after its last message: there may be another one.
STILL_SHOWN = timedelta(minutes=30)


@dataclass(frozen=True)
class Chat:
    """A chat at one moment: its open wait, None when nobody waits, and how long that lasts, in seconds."""

    question: Question
    wait: Wait | None
    waited: float

    @property
    def over(self) -> bool:
        """Returns whether this is no longer a chat: it ended, or the resident will be answered in another way."""
        return self.question.channel != Channel.CHAT or self.question.status in ENDED

    @property
    def stamp(self) -> str:
        """Returns a text that differs whenever what is shown differs; made without opening a message."""
        question = self.question
        read = question.messages.filter(read_at__isnull=False).count()
        facts = [question.last_number, read, question.status, question.channel, question.answer_by, question.danger]
        return "-".join(str(fact) for fact in [*facts, question.colleague_id, int(self.waited) // 60])


def chat_of(question: Question, now: datetime) -> Chat:
    """Returns the question with its open wait and the seconds that it lasts at `now`."""
    wait = open_wait_of(question.pk)
    return Chat(question, wait, elapsed(wait, Clock.WALL, now) if wait else 0)


def chats_of(colleague: Colleague, now: datetime) -> list[Chat]:
    """Returns this colleague's chats that wait or had a message within STILL_SHOWN.

    The earliest claimed comes first, so that no column changes place.
    """
    recent = Question.objects.filter(messages__at__gt=now - STILL_SHOWN).values("pk")
    mine = readable_by(colleague).chats().filter(Q(status__in=TO_DO) | Q(pk__in=recent), colleague=colleague)
    mine = mine.exclude(status__in=ENDED).select_related("theme", "district", "colleague__user")
    return [chat_of(question, now) for question in mine.order_by("claimed_at", "pk")]


def new_chats(colleague: Colleague) -> QuestionQuerySet:
    """Returns the chats that wait and that nobody has claimed, the longest waiting first."""
    return readable_by(colleague).chats().to_do().unclaimed().select_related("theme").order_by("asked_at", "pk")
