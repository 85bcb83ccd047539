"""The queue: what waits, oldest first, with how long on both clocks."""

from dataclasses import dataclass
from datetime import datetime

from questions.models import Colleague, Question
from questions.permissions import readable_by
from questions.reachability.clocks import Clock, elapsed
from questions.reachability.models import Wait
from questions.statuses import TO_DO, Status


@dataclass(frozen=True)
class Place:
    """One question in the queue. `wait` is the open wait, or the one that is not settled yet."""

    question: Question
    wait: Wait
    wall: float
    office: float

    @property
    def notice_refused(self) -> bool:
        """An answer was written but its notice bounced: the resident does not know of it."""
        return self.wait.pending and any(notice.refused_at for notice in self.question.outgoing.all())


def queue(colleague: Colleague, now: datetime, *, mine: bool = False, theme: str = "") -> list[Place]:
    """What this colleague may see of all that is to be done, the longest waiting first."""
    chosen = readable_by(colleague).filter(status__in=TO_DO)
    if mine:
        chosen = chosen.filter(colleague=colleague)
    if theme:
        chosen = chosen.filter(theme__slug=theme)
    questions = chosen.select_related("theme", "district", "team", "colleague__user").prefetch_related(
        "wait_links__wait", "outgoing"
    )
    places = []
    for question in questions:
        waits = [link.wait for link in question.wait_links.all()]
        unfinished = [wait for wait in waits if wait.ended_at is None] or [
            wait for wait in waits if wait.reacted_at is not None and wait.settled_at is None
        ]
        if unfinished:
            wait = min(unfinished, key=lambda each: each.started_at)
            places.append(Place(question, wait, *(_age(wait, clock, now) for clock in (Clock.WALL, Clock.OFFICE))))
    # Who still waits for a first reaction comes before who was promised more.
    return sorted(places, key=lambda place: (place.question.status != Status.WAITING, place.wait.started_at))


def _age(wait: Wait, clock: Clock, now: datetime) -> float:
    """Seconds since the resident asked, also when a first reaction has been given."""
    return elapsed(Wait(started_at=wait.started_at, entry_channel=wait.entry_channel), clock, now)
