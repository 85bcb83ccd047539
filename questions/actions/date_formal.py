"""A colleague writes down the days of a formal matter: received, admissible or not, resolved. All can be corrected."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import NotAllowed, SomebodyWasFirst, WrongDay
from questions.desk_choices import FormalKind, HistoryKind
from questions.formal.dates import FormalDates, faults_of
from questions.models import Colleague, FormalMatter
from questions.permissions import may_handle


def dates_of(matter: FormalMatter) -> FormalDates:
    """Returns the days that are written down of this matter."""
    return FormalDates(matter.received_on, matter.admissible_on, matter.inadmissible_on, matter.resolved_on)


def asked_on(matter: FormalMatter) -> date | None:
    """Returns the day of the question, before which nothing was received; None once it is forgotten."""
    return timezone.localdate(matter.question.asked_at) if matter.question else None


def date_formal(
    colleague: Colleague, matter: FormalMatter, dates: FormalDates, *, seen: FormalDates, now: datetime
) -> None:
    """Writes these days down in the place of those that the colleague saw; the same days again change nothing.

    A matter whose question is forgotten has no words left, and every colleague may write its days. Raises NotAllowed
    when the question is somebody else's, WrongDay for days that cannot be, SomebodyWasFirst when a colleague changed
    them since they were `seen`.
    """
    with transaction.atomic():
        question = lock_question(matter.question_id, now) if matter.question_id else None
        matter = FormalMatter.objects.select_for_update().get(pk=matter.pk)
        if question is not None and not may_handle(colleague, question):
            raise NotAllowed
        if dates == dates_of(matter):
            return
        if seen != dates_of(matter):
            raise SomebodyWasFirst
        complaint = matter.kind == FormalKind.COMPLAINT
        if faults_of(dates, complaint=complaint, today=timezone.localdate(now), asked_on=asked_on(matter)):
            raise WrongDay
        for name, day in vars(dates).items():
            setattr(matter, name, day)
        matter.save(update_fields=list(vars(dates)))
        if question is not None:
            at = moment_in_order(question, now)
            note_in_history(question, HistoryKind.FORMAL_STATE, at=at, colleague=colleague, **dates.written())
