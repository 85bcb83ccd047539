"""The resident says that the question is solved. What waited for an answer never got one (docs/decisions/0064)."""

from datetime import datetime

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import end_question, moment_in_order, needs_follow_up
from questions.actions.record_outcome import Ending, write_ending
from questions.desk_choices import Destination, HistoryKind
from questions.models import Outcome, Question
from questions.statuses import ENDED, Status
from questions.waits.projection import Event


def solve(question: Question, now: datetime) -> None:
    """Ends a question that the resident calls solved.

    Waits without a real answer end as withdrawn. Where nobody recorded where the question ended, it ended with the
    resident. Does nothing when it has ended, nor to a worry about somebody else that nobody follows up yet.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        if question.status in ENDED or needs_follow_up(question):
            return
        at = moment_in_order(question, now)
        end_question(question, Status.SOLVED, Event.WITHDRAWN, at=at, now=now)
        if not Outcome.objects.filter(question=question).exclude(destination="").exists():
            write_ending(question, Ending(Destination.SELF), at)
        note_in_history(question, HistoryKind.SOLVED, at=at)
