"""What changes on an open page of a question: who else looks or writes, and what came since. It shows no words."""

from dataclasses import dataclass
from datetime import datetime

from questions.actions.look import LOOKS_FOR
from questions.models import Colleague, Looking, Question
from questions.statuses import ENDED, Author, Danger


@dataclass(frozen=True)
class Others:
    """The names of the other colleagues who have this question on the screen now."""

    reading: list[str]
    writing: list[str]


@dataclass(frozen=True)
class News:
    """What happened since the page was made.

    `by` are names of colleagues who answered, `danger` and `stands` say how the question stands by now.
    """

    resident_wrote: bool
    danger: str
    by: list[str]
    stands: str
    holder: str

    @property
    def any(self) -> bool:
        """Returns whether there is anything to tell."""
        return self.resident_wrote or bool(self.by or self.stands or self.holder)


def others_at(question: Question, colleague: Colleague, now: datetime) -> Others:
    """Returns who else looks at the question or writes an answer."""
    since = now - LOOKS_FOR
    rows = Looking.objects.filter(question=question, seen_at__gt=since, seen_at__lte=now).exclude(colleague=colleague)
    reading: list[str] = []
    writing: list[str] = []
    for row in rows.select_related("colleague__user").order_by("pk"):
        (writing if row.wrote_at and row.wrote_at > since else reading).append(str(row.colleague))
    return Others(reading, writing)


def news_since(question: Question, colleague: Colleague, *, seen: int, holder: int | None, ended: bool) -> News:
    """Returns what came after the message with the number `seen`, and whether another colleague has it by now.

    `ended` says that the page shows already that the question has ended.
    """
    new = question.messages.filter(number__gt=seen).select_related("colleague__user")
    answered = [str(each.colleague) for each in new if each.colleague and each.colleague != colleague]
    taken = question.colleague_id != holder and question.colleague_id != colleague.pk
    resident_wrote = any(each.author == Author.RESIDENT for each in new)
    return News(
        resident_wrote=resident_wrote,
        danger=str(question.get_danger_display()) if resident_wrote and question.danger == Danger.UNJUDGED else "",
        by=list(dict.fromkeys(answered)),
        stands=str(question.get_status_display()) if question.status in ENDED and not ended else "",
        holder=str(question.colleague or "") if taken else "",
    )
