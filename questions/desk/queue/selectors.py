"""The queue: danger that nobody judged, then call-backs that are due, then the oldest wait."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from questions.models import Colleague, Question
from questions.permissions import readable_by
from questions.privacy.keys import names_missing
from questions.statuses import TO_DO, AnswerBy, Danger, Status
from questions.waits.clocks import Clock, elapsed
from questions.waits.models import Wait


@dataclass(frozen=True)
class QueueEntry:
    """One question in the queue. `wait` is the open wait, else the one that is not settled yet, else the last.

    `wall` and `office` are the seconds since the resident asked, on either clock.
    """

    question: Question
    wait: Wait
    wall: float
    office: float
    sealed: bool = False
    """What was written in it cannot be opened now: its key is not in the ring."""

    @property
    def to_judge(self) -> bool:
        """Returns whether it has words of danger that nobody judged."""
        return self.question.danger == Danger.UNJUDGED

    @property
    def waits(self) -> bool:
        """Returns whether somebody waits for a first reaction."""
        return self.question.status == Status.WAITING

    @property
    def call_due(self) -> bool:
        """Returns whether the resident waits for a call, which cannot be made late at night."""
        return self.question.answer_by == AnswerBy.CALL and self.waits

    @property
    def notice_refused(self) -> bool:
        """Returns whether an answer was written and its notice bounced: the resident does not know of it."""
        return self.wait.pending and any(notice.refused_at for notice in self.question.outgoing.all())

    @property
    def notice_late(self) -> bool:
        """Returns whether a notice was tried more than once and is not accepted yet."""
        return self.wait.pending and any(
            notice.tries > 1 and notice.accepted_at is None for notice in self.question.outgoing.all()
        )


def queue_of(colleague: Colleague, now: datetime, *, mine: bool = False, theme: str = "") -> list[QueueEntry]:
    """Returns the questions to be done that this colleague may read, in the order of docs/decisions/0015.

    A question that has ended is there as well while its words of danger are not judged: somebody else may have
    withdrawn it.
    """
    chosen = readable_by(colleague).filter(Q(status__in=TO_DO) | Q(danger=Danger.UNJUDGED))
    if mine:
        chosen = chosen.filter(colleague=colleague)
    if theme:
        chosen = chosen.filter(theme__slug=theme)
    missing = names_missing()
    questions = chosen.select_related("theme", "district", "team", "colleague__user", "key").prefetch_related(
        "wait_links__wait", "outgoing"
    )
    places = []
    for question in questions:
        waits = [link.wait for link in question.wait_links.all()]
        unfinished = [wait for wait in waits if wait.ended_at is None] or [
            wait for wait in waits if wait.reacted_at is not None and wait.settled_at is None
        ]
        if not unfinished and waits:
            unfinished = [max(waits, key=lambda each: each.started_at)]
        if unfinished:
            wait = min(unfinished, key=lambda each: each.started_at)
            wall, office = (_age(wait, clock, now) for clock in (Clock.WALL, Clock.OFFICE))
            places.append(QueueEntry(question, wait, wall, office, sealed=question.key.ring_name in missing))
    return sorted(places, key=_order)


def _order(entry: QueueEntry) -> tuple[bool, bool, bool, datetime]:
    """Returns the sort key: danger, then calls, then waits without a first reaction before waits with one.

    In each the oldest comes first.
    """
    waiting = entry.question.status == Status.WAITING
    return not entry.to_judge, not entry.call_due, not waiting, entry.wait.started_at


def to_judge_elsewhere(colleague: Colleague, shown: list[QueueEntry]) -> int:
    """Returns how many questions with words of danger this colleague may judge and does not see in `shown`."""
    return readable_by(colleague).to_judge().exclude(pk__in=[entry.question.pk for entry in shown]).count()


def _age(wait: Wait, clock: Clock, now: datetime) -> float:
    """Returns the seconds since the resident asked, which go on after a first reaction."""
    return elapsed(Wait(started_at=wait.started_at, entry_channel=wait.entry_channel), clock, now)
