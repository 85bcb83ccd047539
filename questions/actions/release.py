"""Putting a claimed question back in the queue."""

from datetime import datetime

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import NotAllowed, SomebodyWasFirst
from questions.actions.release_answers import release_due
from questions.desk_choices import HistoryKind
from questions.models import Colleague, Question
from questions.permissions import may_read


def release(colleague: Colleague, question: Question, now: datetime, of: int | None = None) -> None:
    """Puts the question back in the queue; a team-mate may do it too.

    `of` is the colleague who had it when the button was shown: pressed twice, or again after going back, the button
    takes the question from nobody else. Raises NotAllowed for a colleague who may not read it, SomebodyWasFirst when
    another colleague has it by now.
    """
    release_due(question.pk, now)
    with transaction.atomic():
        if not may_read(colleague, question):
            raise NotAllowed
        held = Question.objects.filter(pk=question.pk, colleague__isnull=False)
        theirs = held if of is None else held.filter(colleague_id=of)
        at = moment_in_order(question, now)
        if theirs.update(colleague=None, claimed_at=None, team=None):
            note_in_history(question, HistoryKind.RELEASED, at=at, colleague=colleague)
        elif held.exists():
            raise SomebodyWasFirst
