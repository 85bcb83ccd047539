"""A colleague claims a question. Of two who try at once, one gets it."""

from datetime import datetime

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import Ended, NotAllowed, SomebodyWasFirst
from questions.actions.release_answers import release_due
from questions.desk_choices import HistoryKind
from questions.models import Colleague, Question, Team
from questions.permissions import may_read, readable_by
from questions.statuses import ENDED


def team_for(colleague: Colleague, question: Question) -> Team | None:
    """Returns the team in which this colleague takes the question: the one of its district, else the first one.

    None for a colleague without a team.
    """
    teams = list(colleague.teams.order_by("pk"))
    return next((team for team in teams if team.district_id == question.district_id), teams[0] if teams else None)


def claim(colleague: Colleague, question: Question, now: datetime) -> None:
    """Makes the question this colleague's, by one conditional update.

    Does nothing when it is theirs already. Raises SomebodyWasFirst when it is no longer free, NotAllowed when the
    colleague may not read it or is in no team, Ended when there is nothing left to answer.
    """
    release_due(question.pk, now)
    team = team_for(colleague, question)
    if team is None or not may_read(colleague, question):
        raise NotAllowed if team is None or _is_free(question) else SomebodyWasFirst
    with transaction.atomic():
        at = moment_in_order(question, now)
        taken = (
            readable_by(colleague)
            .filter(pk=question.pk, colleague__isnull=True)
            .exclude(status__in=ENDED)
            .update(colleague=colleague, team=team, claimed_at=at)
        )
        if taken:
            note_in_history(question, HistoryKind.CLAIMED, at=at, colleague=colleague)
            return
    question.refresh_from_db()
    if question.status in ENDED:
        raise Ended
    if question.colleague_id != colleague.pk:
        raise SomebodyWasFirst


def _is_free(question: Question) -> bool:
    return Question.objects.filter(pk=question.pk, colleague__isnull=True).exists()
