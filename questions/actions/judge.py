"""A colleague judges words of danger, so that the question leaves the top of the queue."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import NotAllowed, SomebodyWasFirst, WrittenSince
from questions.actions.submissions import SubmittedForm
from questions.danger.found import DangerFound
from questions.models import Colleague, DangerJudgement, Question
from questions.permissions import may_read
from questions.statuses import Danger, Judgement


def judge(
    colleague: Colleague,
    question: Question,
    *,
    seen: int,
    outcome: Judgement,
    now: datetime,
    submission: UUID | None = None,
) -> None:
    """Records who judged the words of danger, when and as what.

    `seen` is the number of the last message that the colleague read. A colleague who may read the question may judge
    it: danger does not wait for a claim. Raises NotAllowed for everybody else, WrittenSince when the resident wrote
    words of danger after `seen`, SomebodyWasFirst when there is nothing left to judge.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        if not may_read(colleague, question):
            raise NotAllowed
        form = SubmittedForm(question, submission, "judge", colleague.pk, outcome.value)
        if form.was_taken:
            return
        key = question.key_bytes
        found = question.danger_found(key)
        if found is not None and question.danger == Danger.UNJUDGED and found.number > seen:
            raise WrittenSince
        is_first = Question.objects.to_judge().filter(pk=question.pk).update(danger=Danger.JUDGED)
        # The same form with another outcome is a slip that is put right: both stand in the log.
        if not is_first and not form.is_changed:
            raise SomebodyWasFirst
        if found is not None and outcome == Judgement.NO_DANGER:
            # A false alarm: the resident's page no longer opens with help lines.
            question.seal_danger(key, DangerFound(frozenset(), found.number))
            question.save(update_fields=["sealed_danger"])
        at = moment_in_order(question, now)
        form.take(at)
        judgement = DangerJudgement(question=question, colleague=colleague, at=at)
        judgement.seal_outcome(key, outcome)
        judgement.save()
