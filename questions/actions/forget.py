"""Forgetting: the contents go, the figures stay."""

from datetime import datetime, timedelta

from django.db import transaction

from questions.models import Question
from questions.models.question import QuestionQuerySet
from questions.privacy.keys import destroy_key
from questions.reachability.waits import forget_links
from questions.statuses import ENDED, Status


def due_for_forgetting(now: datetime, retention: timedelta) -> QuestionQuerySet:
    """Questions that ended or were settled, and on which nothing has happened for the retention term."""
    before = now - retention
    return (
        Question.objects.filter(status__in=[*ENDED, Status.SETTLED], asked_at__lt=before)
        .exclude(messages__at__gte=before)
        .exclude(calls__at__gte=before)
        .exclude(ended_at__gte=before)
    )


def forget(question: Question) -> None:
    """Destroys the key, the contents and the link to the waits. Nothing brings the words back."""
    with transaction.atomic():
        destroy_key(question.pk)
        forget_links(question.pk)
        question.delete()
