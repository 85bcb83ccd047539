"""A colleague corrects the theme. Reports go on being cut by the resident's choice; the other stands beside it."""

from datetime import datetime

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import Ended, NobodyAnswers, NotAllowed, ThemeNotInUse
from questions.desk_choices import HistoryKind, ThemeReason
from questions.models import Colleague, Question
from questions.permissions import may_handle, may_receive, receivers_for
from questions.statuses import Status
from questions.waits.corrections import correct_theme_of
from questions.waits.writer import waits_of
from services.models import Theme


def correct_theme(
    colleague: Colleague, question: Question, theme: Theme, reason: ThemeReason, now: datetime
) -> Question:
    """Puts the question under this theme on every wait of it, and returns it as it stands.

    The theme that the resident chose clears the correction. A sensitive theme closes the question for colleagues
    without it: when one of them had it, it goes back to the queue. Does nothing when it stands under this theme.

    Raises NotAllowed when the colleague may not put it in order, Ended when it is part of another question by now,
    ThemeNotInUse, NobodyAnswers for a sensitive theme without colleagues, CannotOpen when it was forgotten.
    """
    with transaction.atomic():
        question = lock_question(question.pk, now)
        if not may_handle(colleague, question):
            raise NotAllowed
        if question.status == Status.MERGED:
            raise Ended
        if question.effective_theme == theme:
            return question
        if not Theme.objects.active().filter(pk=theme.pk).exists():
            raise ThemeNotInUse
        at = moment_in_order(question, now)
        question.theme_corrected = None if theme == question.theme else theme
        if not receivers_for(question).exists():
            raise NobodyAnswers
        changed = ["theme_corrected"]
        if question.colleague is not None and not may_receive(question.colleague, question):
            question.colleague = question.claimed_at = question.team = None
            changed += ["colleague", "claimed_at", "team"]
        question.save(update_fields=changed)
        for wait in waits_of(question.pk):
            correct_theme_of(
                wait,
                theme=theme.slug if question.theme_corrected else "",
                shown=question.theme.slug,
                reason=reason.value,
                who=str(colleague),
                at=at,
                now=now,
            )
        note_in_history(
            question, HistoryKind.THEME_CORRECTED, at=at, colleague=colleague, theme=theme.slug, reason=reason.value
        )
    return question
