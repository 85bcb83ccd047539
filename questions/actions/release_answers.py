"""A held answer comes on the resident's page at its release moment, whoever comes first: docs/decisions/0063."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from questions.actions.drafts import drop_draft, put_back_in_draft
from questions.actions.history import note_in_history
from questions.actions.put_on_page import put_on_page
from questions.actions.question_state import moment_in_order
from questions.actions.record_outcome import Ending, write_ending
from questions.desk_choices import HistoryKind
from questions.models import HeldAnswer, Question
from questions.privacy.keyring import CannotOpen
from questions.statuses import ENDED, Settled

logger = logging.getLogger(__name__)

# After a key was missing: a look every second would find nothing else.
TRY_AGAIN_AFTER = timedelta(minutes=1)


def undo_for() -> timedelta:
    """Returns how long an answer can be taken back."""
    return timedelta(seconds=settings.UNDO_SECONDS)


def is_due(now: datetime) -> Q:
    """Returns the condition on a held answer that its release moment has come.

    It has come as well when it lies further away than it can: the clock was set back after it was written.
    """
    return Q(release_at__lte=now) | Q(release_at__gt=now + max(2 * undo_for(), TRY_AGAIN_AFTER))


def release_due(question_id: int, now: datetime) -> bool:
    """Releases what is due of this question; returns whether there was anything. Nearly always there is not."""
    if not HeldAnswer.objects.filter(is_due(now), question=question_id).exists():
        return False
    with transaction.atomic():
        question = Question.objects.select_for_update().filter(pk=question_id).first()
        if question is not None:
            release_held(question, now)
    return True


def release_all_due(now: datetime) -> int:
    """Releases every answer whose moment has come; returns of how many questions. One that fails stops no other."""
    due = HeldAnswer.objects.filter(is_due(now)).order_by("release_at", "pk").values_list("question_id", flat=True)
    questions = list(dict.fromkeys(due[:200]))
    for question_id in questions:
        try:
            release_due(question_id, now)
        except Exception:
            logger.exception("the answers of a question could not be released")
    return len(questions)


def release_held(question: Question, now: datetime) -> None:
    """Releases what is due, in the order in which it was sent. The caller holds the question's row.

    While a key is missing an answer waits, and is never lost. The answer to a question that has ended goes back to the
    draft of its colleague.
    """
    for held in due_of(question, now):
        held.question = question
        try:
            _release(held, question, now)
        except CannotOpen:
            logger.warning("held answer %s waits: its key is not in the ring", held.pk)
            question.held_answers.filter(release_at__lt=now + TRY_AGAIN_AFTER).update(release_at=now + TRY_AGAIN_AFTER)
            return


def due_of(question: Question, now: datetime) -> QuerySet[HeldAnswer]:
    """Returns the held answers of this question that are due, in the order in which they were sent."""
    return question.held_answers.filter(is_due(now)).select_related("colleague").order_by("release_at", "pk")


def _release(held: HeldAnswer, question: Question, now: datetime) -> None:
    key = question.key_bytes
    text = held.text(key)
    at = moment_in_order(question, held.release_at)
    if question.status in ENDED:
        put_back_in_draft(held, key, now)
        note_in_history(question, HistoryKind.NOT_SENT, at=at, colleague=held.colleague)
    else:
        put_on_page(
            question,
            key,
            colleague=held.colleague,
            submission=held.submission,
            fingerprint=held.submission_fingerprint,
            text=text,
            language=held.language,
            settled=Settled(held.settled),
            at=at,
            now=now,
            seen=held.seen,
        )
        ending = Ending.of(held.ending(key))
        if ending is not None:
            write_ending(question, ending, at)
        drop_draft(held.colleague, question, key, held.submission)
    held.delete()
