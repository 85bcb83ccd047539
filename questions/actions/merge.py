"""Two questions that one person asked become one: the earliest start is kept, and nothing of it is counted twice."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order, refresh_status
from questions.actions.refusals import CannotMerge, MergeProblem, NotAllowed
from questions.actions.same_person import Likeness, likeness
from questions.actions.submissions import SubmittedForm
from questions.danger.found import DangerFound
from questions.desk_choices import ExclusionReason, HistoryKind
from questions.models import Colleague, Question
from questions.permissions import may_handle, may_read
from questions.privacy.keyring import CannotOpen
from questions.statuses import OPEN, Danger, Status
from questions.waits.corrections import What, leave_out
from questions.waits.models import Wait
from questions.waits.writer import move_wait, open_wait_of


def lock_both(one: Question, other: Question, now: datetime) -> tuple[Question, Question]:
    """Returns both with their rows locked, always in the same order, so that nobody waits for each other.

    Raises CannotOpen when one of them was forgotten a moment ago.
    """
    held = {pk: lock_question(pk, now) for pk in sorted({one.pk, other.pk})}
    return held[one.pk], held[other.pk]


def merge(
    colleague: Colleague,
    survivor: Question,
    other: Question,
    *,
    now: datetime,
    sure: bool = False,
    submission: UUID | None = None,
) -> None:
    """Ends `other` and lets `survivor` stand for both; the same submission sent again changes nothing.

    Of their open waits the one that began first goes on in the survivor, the other is left out of the figures as a
    duplicate. Waits that had their reaction stay as they are. No text goes from one resident's page to the other's.
    `sure` says that the colleague is certain that one person asked both, where nothing shows it.

    Raises NotAllowed when the colleague may not put the survivor in order, else CannotMerge with the reason why not.
    """
    with transaction.atomic():
        try:
            survivor, other = lock_both(survivor, other, now)
        except CannotOpen:
            raise CannotMerge(MergeProblem.GONE) from None
        form = SubmittedForm(survivor, submission, "merge", colleague.pk, other.pk)
        if form.was_taken:
            return
        if not may_read(colleague, survivor):
            raise NotAllowed
        problem = _problem(colleague, survivor, other, sure=sure)
        if problem is not None:
            raise CannotMerge(problem)
        at = max(moment_in_order(survivor, now), moment_in_order(other, now))
        form.take(at)
        moved, dropped = _keep_the_earliest(survivor, other, colleague, at, now)
        carried = _carry_danger(survivor, other)
        _end_as_merged(survivor, other, at)
        refresh_status(survivor)
        note_in_history(
            survivor,
            HistoryKind.MERGED,
            at=at,
            colleague=colleague,
            other=other.pk,
            moved=moved,
            dropped=dropped,
            danger=int(carried),
        )
        note_in_history(other, HistoryKind.MERGED, at=at, colleague=colleague, into=survivor.pk)


def _problem(colleague: Colleague, survivor: Question, other: Question, *, sure: bool) -> MergeProblem | None:
    """Returns why these two cannot become one; None when they can."""
    if survivor.pk == other.pk:
        return MergeProblem.ITSELF
    if not may_read(colleague, other):
        # What somebody may not open is not there for them.
        return MergeProblem.GONE
    if survivor.status not in OPEN or other.status not in OPEN:
        return MergeProblem.ENDED
    if not may_handle(colleague, survivor) or not may_handle(colleague, other):
        return MergeProblem.SOMEBODY_ELSES
    if survivor.kind != other.kind:
        return MergeProblem.OTHER_KIND
    if hasattr(other, "formal"):
        return MergeProblem.FORMAL
    if other.merged.exists():
        return MergeProblem.HOLDS_ANOTHER
    if not closing_themes(other) <= closing_themes(survivor):
        return MergeProblem.LESS_CLOSED
    if _answer_under_way(other):
        return MergeProblem.ANSWER_UNDER_WAY
    match likeness(survivor, other):
        case Likeness.OTHER:
            return MergeProblem.OTHER_PERSON
        case Likeness.UNKNOWN if not sure:
            return MergeProblem.UNSURE
    return None


def closing_themes(question: Question) -> set[int]:
    """Returns the numbers of the sensitive themes that keep colleagues out of this question."""
    themes = filter(None, (question.theme, question.theme_corrected))
    return {theme.pk for theme in themes if theme.sensitive}


def _answer_under_way(question: Question) -> bool:
    """Returns whether something that a colleague sent has not reached the resident of this question yet."""
    wait = open_wait_of(question.pk)
    return (
        question.held_answers.exists()
        or question.outgoing.filter(accepted_at__isnull=True, refused_at__isnull=True).exists()
        or (wait is not None and wait.pending)
    )


def _keep_the_earliest(
    survivor: Question, other: Question, colleague: Colleague, at: datetime, now: datetime
) -> tuple[int, int]:
    """Lets the open wait that began first go on in the survivor and leaves out the other one.

    Returns the number of the wait that moved to the survivor and of the one that was left out, 0 for none.
    """
    own, others = open_wait_of(survivor.pk), open_wait_of(other.pk)
    if others is None:
        return 0, 0
    if own is not None and own.started_at <= others.started_at:
        duplicate: Wait | None = others
        moved = 0
    else:
        duplicate, moved = own, others.pk
        move_wait(others, survivor.pk)
    if duplicate is None or duplicate.excluded:
        return moved, 0
    reason = ExclusionReason.DUPLICATE.value
    leave_out(duplicate, reason=reason, who=str(colleague), at=at, now=now, what=What.MERGED)
    return moved, duplicate.pk


def _carry_danger(survivor: Question, other: Question) -> bool:
    """Shows words of danger that nobody judged in the other question on the survivor; returns whether there are any."""
    found = other.danger_found(other.key_bytes) if other.danger == Danger.UNJUDGED else None
    if found is None:
        return False
    key, kinds, number = survivor.key_bytes, found.kinds, 0
    before = survivor.danger_found(key) if survivor.danger == Danger.UNJUDGED else None
    if before is not None:
        kinds, number = kinds | before.kinds, before.number
    survivor.seal_danger(key, DangerFound(kinds, number))
    survivor.danger = Danger.UNJUDGED
    survivor.save(update_fields=["danger", "sealed_danger"])
    # Judged where both are read; the page of the other goes on opening with the help lines.
    other.danger = Danger.JUDGED
    other.save(update_fields=["danger"])
    return True


def _end_as_merged(survivor: Question, other: Question, at: datetime) -> None:
    due = [moment for moment in (survivor.due_at, other.due_at) if moment is not None]
    if due and survivor.due_at != min(due):
        survivor.due_at = min(due)
        survivor.save(update_fields=["due_at"])
    other.status, other.merged_into, other.ended_at = Status.MERGED, survivor, at
    other.waiting_since = other.due_at = None
    # Whoever reads the survivor reads this too, whoever gets it later.
    other.colleague = other.claimed_at = other.team = None
    other.save(
        update_fields=[
            "status", "merged_into", "ended_at", "waiting_since", "due_at", "colleague", "claimed_at", "team"
        ]
    )  # fmt: skip
