"""Forgetting: the contents go, the figures stay."""

from datetime import datetime, timedelta

from django.db import transaction

from home.database.give_way import giving_way
from questions.models import Question
from questions.models.question import QuestionQuerySet
from questions.privacy.keys import destroy_key
from questions.statuses import ENDED, Status
from questions.waits.writer import forget_links


def due_for_forgetting(now: datetime, retention: timedelta) -> QuestionQuerySet:
    """Returns the questions that need nothing more, also those set aside, on which nothing was written for the term."""
    before = now - retention
    return (
        Question.objects.filter(status__in=[*ENDED, Status.SETTLED, Status.SET_ASIDE], asked_at__lt=before)
        .exclude(messages__at__gte=before)
        .exclude(calls__at__gte=before)
        .exclude(ended_at__gte=before)
        .filter(held_answers__isnull=True)
    )


def forget(question: Question) -> None:
    """Destroys the key, the contents and the links to the waits. Nothing brings the text back."""
    with transaction.atomic():
        destroy_key(question.pk)
        forget_links(question.pk)
        question.delete()


def forget_due(now: datetime, retention: timedelta) -> int:
    """Forgets every question whose term has passed; returns how many."""
    due = list(due_for_forgetting(now, retention).values_list("pk", flat=True))
    return sum(_forget_if_still_due(pk, now, retention) for pk in giving_way(due))


def _forget_if_still_due(pk: int, now: datetime, retention: timedelta) -> bool:
    """Looks again with the row locked, and returns whether the question was forgotten.

    First locked and then asked, in two steps: PostgreSQL does not ask other tables again for a row it had to wait for.
    """
    with transaction.atomic():
        question = Question.objects.select_for_update().filter(pk=pk).first()
        if question is None or not due_for_forgetting(now, retention).filter(pk=pk).exists():
            return False
        forget(question)
    return True
