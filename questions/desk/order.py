"""What has to be done and in which order, asked of the database: no list of all questions is made for it."""

from datetime import datetime
from enum import IntEnum

from django.db.models import Case, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Coalesce

from questions.desk_choices import QuestionKind
from questions.models import Colleague, Question
from questions.models.question import QuestionQuerySet
from questions.permissions import readable_by
from questions.statuses import OPEN, TO_DO, AnswerBy, Danger, Status


class Place(IntEnum):
    """Why a question stands where it stands. A lower one comes first (docs/decisions/0015)."""

    DANGER = 0
    DUE = 1
    WAITING = 2
    REACTED = 3
    PLANNED = 4


_TO_DO = (
    Q(waiting_since__isnull=False, status__in=TO_DO)
    | Q(danger=Danger.UNJUDGED)
    | Q(due_at__isnull=False, status__in=OPEN)
)


def _found_by_index() -> QuerySet[Question, int]:
    """Returns the numbers of all that can be in a queue, each from the index of its own column.

    Asked with OR instead, SQLite reads the whole table: a hundred times as long where 200,000 questions have ended.
    """
    rows = Question.objects.order_by().values_list("pk", flat=True)
    return rows.filter(waiting_since__isnull=False).union(
        rows.filter(danger=Danger.UNJUDGED), rows.filter(due_at__isnull=False), all=True
    )


def to_be_done(colleague: Colleague) -> QuestionQuerySet:
    """Returns what stands in the queue of this colleague, without an order: what waits, is planned or may be dangerous.

    A question that has ended or was set aside is there only while its words of danger are not judged.
    """
    return readable_by(colleague).filter(_TO_DO, pk__in=_found_by_index())


def planned(now: datetime) -> Q:
    """Returns the condition that a question is put off until later. Danger is never put off."""
    return Q(due_at__gt=now) & ~Q(danger=Danger.UNJUDGED)


def _may_be_now(now: datetime) -> Q:
    return Q(due_at__isnull=True) | Q(due_at__lte=now)


def call_due(now: datetime) -> Q:
    """Returns the condition that somebody waits for a call or a conversation, and that it can be now."""
    return Q(answer_by__in=(AnswerBy.CALL, AnswerBy.TALK), status=Status.WAITING) & _may_be_now(now)


def worry_due(now: datetime) -> Q:
    """Returns the condition that a worry about somebody else is not settled, also after an answer, nor put off."""
    return Q(kind=QuestionKind.WORRY, status__in=TO_DO) & _may_be_now(now)


def in_order(questions: QuestionQuerySet, now: datetime) -> QuestionQuerySet:
    """Returns the questions in the order of the queue, each with its `place` and with `since` when it waits.

    What is planned stands in the order of its moments. What waits for nobody any more and has to be looked at again
    counts from the moment for which that was planned.
    """
    place = Case(
        When(danger=Danger.UNJUDGED, then=Place.DANGER),
        When(planned(now), then=Place.PLANNED),
        When(call_due(now) | worry_due(now) | Q(due_at__lte=now), then=Place.DUE),
        When(status=Status.WAITING, then=Place.WAITING),
        default=Place.REACTED,
        output_field=IntegerField(),
    )
    return questions.annotate(place=place, since=Coalesce("waiting_since", "due_at", "asked_at")).order_by(
        "place", Case(When(place=Place.PLANNED, then=F("due_at"))), "since", "pk"
    )


def next_after(colleague: Colleague, question_id: int, now: datetime) -> Question | None:
    """Returns the question to go on with: the first in the queue but this one that is theirs or nobody's.

    One whose answer is on its way is passed over. None when nothing is left to do now.
    """
    free = Q(colleague=colleague) | Q(colleague__isnull=True)
    rows = to_be_done(colleague).exclude(pk=question_id).exclude(planned(now)).filter(free, held_answers__isnull=True)
    found: Question | None = in_order(rows, now).first()
    return found
