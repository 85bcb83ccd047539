"""The queue: a page of what has to be done, and how much there is of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Model, Q

from questions.desk.order import Place, call_due, in_order, planned, to_be_done
from questions.desk_choices import HistoryKind
from questions.models import Colleague, HeldAnswer, HistoryEntry, Outgoing, Question, Team
from questions.permissions import read_by_nobody
from questions.privacy.keys import names_missing_in
from questions.statuses import TO_DO, AnswerBy, Status
from questions.waits.clocks import Clock, elapsed
from questions.waits.models import Channel, Wait, WaitKind, WaitLink, WaitOutcome
from services.models import District, Theme

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
    answer_on_its_way: bool = False
    """An answer was sent that the resident can see in a few seconds."""
    reopened: bool = False
    """It waits since a colleague opened it again."""
    notices: Sequence[Outgoing] = ()

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
    def notice_refused(self) -> bool:
        """Returns whether an answer was written and its notice bounced: the resident does not know of it."""
        return self.wait.pending and any(notice.refused_at for notice in self.notices)

    @property
    def notice_late(self) -> bool:
        """Returns whether a notice was tried more than once and is not accepted yet."""
        return self.wait.pending and any(notice.tries > 1 and notice.accepted_at is None for notice in self.notices)


@dataclass(frozen=True)
class QueuePage:
    """One page of the queue: its entries, its number and how many pages there are."""

    entries: list[QueueEntry]
    number: int
    pages: int


class LookupTables:
    """The themes, districts and teams: few rows to which many questions point, read once for a whole screen."""

    def __init__(self) -> None:
        self.themes: dict[int | None, Theme] = {theme.pk: theme for theme in Theme.objects.order_by("order")}
        self.districts: dict[int | None, District] = {each.pk: each for each in District.objects.order_by("order")}
        self.teams: dict[int | None, Team] = {team.pk: team for team in Team.objects.all()}

    def put_into(self, question: Question) -> None:
        """Gives the question its theme, district and team. One that is newer than these tables is asked for later."""
        rows: dict[str, Mapping[int | None, Model]] = {
            "theme": self.themes,
            "theme_corrected": self.themes,
            "district": self.districts,
            "team": self.teams,
        }
        for name, known in rows.items():
            number = getattr(question, f"{name}_id")
            if number in known:
                setattr(question, name, known[number])


@dataclass(frozen=True)
class Look:
    """What one look at all that has to be done tells: how much there is, and since when the oldest waits.

    `oldest` is of those that wait for a first reaction and are not put off; None when there are none. `counts` holds
    whatever else was counted, by name.
    """

    total: int
    oldest: datetime | None
    counts: Mapping[str, int]


def look_over(colleague: Colleague, now: datetime, condition: Q, to_count: Mapping[str, Q]) -> Look:
    """Returns what the colleague has to do, narrowed by the condition, and how much meets each of `to_count`.

    What is counted is not narrowed. It is one query: with 2,000 questions to do each look at them takes 10 to 20 ms.
    """
    waiting = condition & Q(status=Status.WAITING) & ~planned(now)
    found = to_be_done(colleague).aggregate(
        total=Count("pk", filter=condition) if condition else Count("pk"),
        oldest=Min("waiting_since", filter=waiting),
        **{f"count_{name}": Count("pk", filter=wanted) for name, wanted in to_count.items()},
    )
    return Look(found["total"], found["oldest"], {name: found[f"count_{name}"] for name in to_count})


def queue_page_of(
    colleague: Colleague,
    now: datetime,
    *,
    condition: Q | None = None,
    number: int = 1,
    look: Look | None = None,
    known: LookupTables | None = None,
) -> QueuePage:
    """Returns this page of what the colleague has to do, narrowed by the condition; the last one for a higher number.

    `look` and `known` are what was read already.
    """
    narrowed = condition or Q()
    look = look or look_over(colleague, now, narrowed, {})
    pages = max(1, -(-look.total // PAGE))
    number = min(max(number, 1), pages)
    start = (number - 1) * PAGE
    # First which ones, without what they hold: sorting wide rows costs more than looking the chosen ones up.
    ordered = in_order(to_be_done(colleague).filter(narrowed), now).values_list("pk", "place", "since")  # type: ignore[misc]  # annotated there
    chosen = list(ordered[start : start + PAGE])
    questions = _opened([pk for pk, _place, _since in chosen], known or LookupTables())
    missing = names_missing_in(question.key for question in questions.values())
    waits, notices = _waits_of(questions), _notices_of(questions)
    held = set(HeldAnswer.objects.filter(question__in=questions).values_list("question_id", flat=True))
    told = {pk: _wait_to_tell(waits[pk]) for pk in questions}
    reopened = _reopened(told)
    since = look.oldest
    entries = []
    for pk, place, moment in chosen:
        question = questions.get(pk)
        wait = told.get(pk)
        if question and wait:
            wall, office = (_age(wait, moment, clock, now) for clock in (Clock.WALL, Clock.OFFICE))
            is_oldest = since is not None and question.status == Status.WAITING and question.waiting_since == since
            if is_oldest:
                since = None
            entries.append(
                QueueEntry(
                    question,
                    wait,
                    Place(place),
                    wall,
                    office,
                    sealed=question.key.ring_name in missing,
                    oldest=is_oldest,
                    answer_on_its_way=pk in held,
                    reopened=(pk, wait.started_at) in reopened,
                    notices=notices[pk],
                )
            )
    return QueuePage(entries, number, pages)


def _opened(numbers: list[int], known: LookupTables) -> Mapping[int, Question]:
    """Returns the questions by their number, with all that a place in the queue shows and nothing of what is sealed."""
    questions = Question.objects.select_related("key").defer("sealed_contact", "sealed_danger").in_bulk(numbers)
    holders = {each.colleague_id for each in questions.values()} - {None}
    people = Colleague.objects.select_related("user").in_bulk(holders)
    for question in questions.values():
        known.put_into(question)
        question.colleague = people.get(question.colleague_id)
    return questions


def _waits_of(questions: Iterable[int]) -> dict[int, list[Wait]]:
    """Returns the waits of each question, by its number."""
    found: dict[int, list[Wait]] = defaultdict(list)
    for link in WaitLink.objects.filter(question_id__in=questions).select_related("wait"):
        found[link.question_id].append(link.wait)
    return found


def _notices_of(questions: Iterable[int]) -> dict[int, list[Outgoing]]:
    """Returns the notices of each question, by its number."""
    found: dict[int, list[Outgoing]] = defaultdict(list)
    for notice in Outgoing.objects.filter(question__in=questions).only(
        "question", "tries", "accepted_at", "refused_at"
    ):
        found[notice.question_id].append(notice)
    return found


def _wait_to_tell(waits: list[Wait]) -> Wait | None:
    """Returns the wait that a place in the queue tells of; None for a question that never had one."""
    unfinished = [wait for wait in waits if wait.ended_at is None] or [
        wait for wait in waits if wait.answer_outcome == WaitOutcome.OPEN
    ]
    if unfinished:
        return min(unfinished, key=lambda each: each.started_at)
    return max(waits, key=lambda each: each.started_at, default=None)


def _reopened(told: Mapping[int, Wait | None]) -> set[tuple[int, datetime]]:
    """Returns which questions were opened again and when, of those whose wait began after another one."""
    later = [pk for pk, wait in told.items() if wait and wait.kind == WaitKind.FOLLOW_UP]
    if not later:
        return set()
    found = HistoryEntry.objects.filter(question__in=later, what=HistoryKind.REOPENED)
    return set(found.order_by().values_list("question_id", "at"))


def _age(wait: Wait, since: datetime, clock: Clock, now: datetime) -> float:
    """Returns the seconds since then, by the hours of this wait's channel; they go on after a first reaction."""
    clocked = Wait(started_at=since, entry_channel=wait.entry_channel, district=wait.district)
    return elapsed(clocked, clock, now)


def menu_conditions(now: datetime) -> dict[str, Q]:
    """Returns what is counted in the menu: what there is to do now, calls to make, and chats that nobody has taken."""
    return {
        "questions": ~planned(now),
        "calls": call_due(now),
        "chats": Q(channel=Channel.CHAT, status__in=TO_DO, colleague__isnull=True),
    }


def menu_counts(colleague: Colleague, now: datetime) -> Mapping[str, int]:
    """Returns how much there is of each of `menu_conditions`."""
    return look_over(colleague, now, Q(), menu_conditions(now)).counts


def to_judge_by_nobody(readable: int) -> int:
    """Returns how many questions with words of danger no colleague can open.

    `readable` is how many somebody can: when that is all of them, as almost always, nobody else has to be asked for.
    """
    to_judge = Question.objects.to_judge()
    return read_by_nobody(to_judge) if to_judge.count() > readable else 0
