"""Handing a question over to a team or to one colleague, with a word of explanation. Its wait keeps its start."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from questions.actions.claim import team_for
from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import Ended, NotAllowed, NotForThem, SomebodyWasFirst
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import HistoryKind
from questions.models import Colleague, Question, Team
from questions.permissions import may_read, may_receive, readable_by, team_may_receive
from questions.statuses import ENDED


def hand_over(
    colleague: Colleague,
    question: Question,
    to: Colleague | Team,
    *,
    words: str,
    now: datetime,
    submission: UUID | None = None,
    of: int | None = None,
) -> None:
    """Makes the question the colleague's or, unclaimed, the team's; the same submission again changes nothing.

    A team-mate may do it too, and everybody with an unclaimed question that they may read. `of` is the colleague who
    had it when the form was shown, None when nobody did: of two at once one gets through.

    Raises NotAllowed when this colleague may not read it, NotForThem when the receiver may not, Ended when there is
    nothing left to answer, SomebodyWasFirst when it changed hands meanwhile, CannotOpen when it was forgotten.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        receiver = f"team {to.pk}" if isinstance(to, Team) else f"colleague {to.pk}"
        form = SubmittedForm(question, submission, "hand over", colleague.pk, receiver, words)
        if form.was_taken:
            return
        if not may_read(colleague, question):
            raise NotAllowed if question.colleague_id == of else SomebodyWasFirst
        if question.status in ENDED:
            raise Ended
        at = moment_in_order(question, now)
        if isinstance(to, Team):
            if not team_may_receive(to, question):
                raise NotForThem
            holder, team, data = None, to, {"team": to.pk}
        else:
            team_of_theirs = team_for(to, question)
            if team_of_theirs is None or not may_receive(to, question):
                raise NotForThem
            holder, team, data = to, team_of_theirs, {"receiver": to.pk}
        as_shown = Q(colleague__isnull=True) if of is None else Q(colleague_id=of)
        moved = (
            readable_by(colleague)
            .filter(as_shown, pk=question.pk)
            .exclude(status__in=ENDED)
            .update(colleague=holder, team=team, claimed_at=at if holder else None)
        )
        if not moved:
            raise SomebodyWasFirst
        form.take(at)
        note_in_history(question, HistoryKind.HANDED_OVER, at=at, colleague=colleague, words=words, **data)
