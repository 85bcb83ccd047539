"""The queue: a page of what has to be done, and how much there is of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from questions.desk.order import Place, call_due, in_order, planned, to_be_done
from questions.models import Colleague, Question
from questions.models.question import QuestionQuerySet
from questions.permissions import readable_by
from questions.privacy.keys import names_missing_in
from questions.privacy.models import QuestionKey
from questions.statuses import TO_DO, AnswerBy, Status
from questions.waits.clocks import Clock, elapsed
from questions.waits.models import Channel, Wait, WaitOutcome

PAGE = 50


@dataclass(frozen=True)
class QueueEntry:
    """One question in the queue. `wait` is the open wait, else the one that is not settled yet, else the last.

    `wall` and `office` are the seconds since the resident asked, or since somebody had to look at it again.
    """

    question: Question
    wait: Wait
    place: Place
    wall: float
    office: float
    sealed: bool = False
    """What was written in it cannot be opened now: its key is not in the ring."""
    oldest: bool = False
    """Of all that wait for a first reaction and can be answered now it waits longest."""

    @property
    def to_judge(self) -> bool:
        """Returns whether it has words of danger that nobody judged."""
        return self.place == Place.DANGER

    @property
    def due(self) -> bool:
        """Returns whether somebody has to call, talk or look after it now."""
        return self.place == Place.DUE

    @property
    def planned(self) -> bool:
        """Returns whether it is put off until later."""
        return self.place == Place.PLANNED

    @property
    def waits(self) -> bool:
        """Returns whether somebody waits for a first reaction."""
        return self.question.status == Status.WAITING

    @property
    def talk(self) -> bool:
        """Returns whether the resident waits for a call or a conversation."""
        return self.waits and self.question.answer_by in (AnswerBy.CALL, AnswerBy.TALK)

    @property
    def sensitive(self) -> bool:
        """Returns whether the theme that the resident chose or the one of the colleagues is sensitive."""
        return bool(self.question.theme.sensitive or self.question.effective_theme.sensitive)

    @property
    def answer_on_its_way(self) -> bool:
        """Returns whether an answer was sent that the resident can see in a few seconds."""
        return bool(self.question.held_answers.all())

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


@dataclass(frozen=True)
class QueuePage:
    """One page of the queue: its entries, its number and how many pages there are."""

    entries: list[QueueEntry]
    number: int
    pages: int


def queue_page_of(
    colleague: Colleague, now: datetime, *, condition: Q | None = None, number: int = 1, total: int | None = None
) -> QueuePage:
    """Returns this page of what the colleague has to do, narrowed by the condition; the last one for a higher number.

    `total` is how many questions there are, when it is known.
    """
    rows = to_be_done(colleague).filter(condition or Q())
    total = rows.count() if total is None else total
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 1), pages)
    start = (number - 1) * PAGE
    # First which ones, without what they hold: sorting wide rows costs more than looking the chosen ones up.
    ordered = in_order(rows, now).values_list("pk", "place", "since")  # type: ignore[misc]  # annotated there
    chosen = list(ordered[start : start + PAGE])
    questions = _opened([pk for pk, _place, _since in chosen])
    missing = names_missing_in(QuestionKey.objects.filter(question__in=questions))
    since = oldest_wait(colleague, now, condition or Q())
    entries = []
    for pk, place, moment in chosen:
        question = questions.get(pk)
        wait = _wait_of(question) if question else None
        if question and wait:
            wall, office = (_age(wait, moment, clock, now) for clock in (Clock.WALL, Clock.OFFICE))
            is_oldest = since is not None and question.status == Status.WAITING and question.waiting_since == since
            if is_oldest:
                since = None
            sealed = question.key.ring_name in missing
            entries.append(QueueEntry(question, wait, Place(place), wall, office, sealed=sealed, oldest=is_oldest))
    return QueuePage(entries, number, pages)


def _opened(numbers: list[int]) -> Mapping[int, Question]:
    """Returns the questions by their number, with all that a place in the queue shows and nothing of what is sealed."""
    rows = Question.objects.select_related(
        "theme", "theme_corrected", "district", "team", "colleague__user", "key"
    ).defer("sealed_contact", "sealed_danger", "key__wrapped")
    return rows.prefetch_related("wait_links__wait", "outgoing", "held_answers").in_bulk(numbers)


def _wait_of(question: Question) -> Wait | None:
    """Returns the wait that a place in the queue tells of; None for a question that never had one."""
    waits = [link.wait for link in question.wait_links.all()]
    unfinished = [wait for wait in waits if wait.ended_at is None] or [
        wait for wait in waits if wait.answer_outcome == WaitOutcome.OPEN
    ]
    if unfinished:
        return min(unfinished, key=lambda each: each.started_at)
    return max(waits, key=lambda each: each.started_at, default=None)


def _age(wait: Wait, since: datetime, clock: Clock, now: datetime) -> float:
    """Returns the seconds since then, by the hours of this wait's channel; they go on after a first reaction."""
    clocked = Wait(started_at=since, entry_channel=wait.entry_channel, district=wait.district)
    return elapsed(clocked, clock, now)


def oldest_wait(colleague: Colleague, now: datetime, condition: Q) -> datetime | None:
    """Returns since when the one waits that waits longest for a first reaction, of those that are not put off."""
    # In the order of the index, of which the first that meets the condition is enough.
    waiting = readable_by(colleague).filter(condition, waiting_since__isnull=False, status=Status.WAITING)
    ordered = waiting.exclude(planned(now)).order_by("waiting_since").values_list("waiting_since", flat=True)
    return ordered.first()


def counted(rows: QuestionQuerySet, conditions: Mapping[str, Q]) -> dict[str, int]:
    """Returns how many of these questions meet each condition, by its name, in one query."""
    if not conditions:
        return {}
    return rows.aggregate(**{name: Count("pk", filter=wanted) for name, wanted in conditions.items()})


def menu_counts(colleague: Colleague, now: datetime) -> dict[str, int]:
    """Returns how many questions there are to do now, calls to make, and chats that nobody has taken."""
    return counted(
        to_be_done(colleague),
        {
            "questions": ~planned(now),
            "calls": call_due(now),
            "chats": Q(channel=Channel.CHAT, status__in=TO_DO, colleague__isnull=True),
        },
    )


def to_judge_elsewhere(colleague: Colleague, shown: Iterable[QueueEntry]) -> int:
    """Returns how many questions with words of danger this colleague may judge and does not see in `shown`."""
    seen = [entry.question.pk for entry in shown if entry.to_judge]
    return readable_by(colleague).to_judge().exclude(pk__in=seen).count()
