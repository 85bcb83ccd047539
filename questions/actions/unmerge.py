"""Two questions that were merged by mistake become two again, and the figures with them."""

from datetime import datetime

from django.db import transaction

from questions.actions.history import note_in_history
from questions.actions.merge import lock_both
from questions.actions.question_state import moment_in_order, refresh_status
from questions.actions.refusals import CannotMerge, MergeProblem, NotAllowed
from questions.desk_choices import ApartReason, ExclusionReason, HistoryKind
from questions.models import Colleague, HistoryEntry, Question
from questions.permissions import may_handle, may_read
from questions.privacy.keyring import CannotOpen
from questions.statuses import Danger, Status
from questions.waits.corrections import leave_out, take_back
from questions.waits.models import Wait
from questions.waits.writer import has_reaction_since, move_wait, open_again_as_at


def unmerge(colleague: Colleague, survivor: Question, other: Question, reason: ApartReason, now: datetime) -> None:
    """Opens `other` again, unclaimed, and counts again what was left out; does nothing when it is not merged.

    Of several, the one that was merged last comes off first. A wait that moved to the survivor moves back. When the
    survivor was answered meanwhile nobody answered this one: the wait with that answer is left out, and one with the
    same start goes on in its place.

    Raises NotAllowed when the colleague may not put the survivor in order, CannotMerge when it cannot be undone now.
    """
    with transaction.atomic():
        try:
            survivor, other = lock_both(survivor, other, now)
        except CannotOpen:
            raise CannotMerge(MergeProblem.GONE) from None
        if not may_handle(colleague, survivor) or not may_read(colleague, other):
            raise NotAllowed
        if other.status != Status.MERGED or other.merged_into_id != survivor.pk:
            return
        if survivor.status == Status.SET_ASIDE:
            raise CannotMerge(MergeProblem.ENDED)
        merged = survivor.merged.order_by("-ended_at", "-pk").first()
        if merged != other:
            raise CannotMerge(MergeProblem.LATER_FIRST)
        entry = survivor.history.filter(what=HistoryKind.MERGED, data__other=other.pk).last()
        if entry is None:
            raise CannotMerge(MergeProblem.NOT_MERGED)
        at = max(moment_in_order(survivor, now), moment_in_order(other, now))
        _take_apart(entry, other, reason, str(colleague), at, now)
        if entry.data["danger"] and survivor.danger == Danger.UNJUDGED:
            other.danger = Danger.UNJUDGED
        other.status, other.merged_into, other.ended_at = Status.SETTLED, None, None
        other.save(update_fields=["status", "merged_into", "ended_at", "danger"])
        for question in (survivor, other):
            refresh_status(question)
        note_in_history(survivor, HistoryKind.UNMERGED, at=at, colleague=colleague, reason=reason.value, other=other.pk)
        note_in_history(other, HistoryKind.UNMERGED, at=at, colleague=colleague, reason=reason.value, into=survivor.pk)


def _take_apart(
    entry: HistoryEntry, other: Question, reason: ApartReason, who: str, at: datetime, now: datetime
) -> None:
    """Gives each question its own wait again, as the entry of the merge tells."""
    moved = Wait.objects.filter(pk=entry.data["moved"]).first()
    dropped = Wait.objects.filter(pk=entry.data["dropped"]).first()
    if dropped is not None and dropped.excluded:
        take_back(dropped, reason=reason.value, who=who, at=at, now=now)
    if moved is None:
        return
    if has_reaction_since(moved, entry.at):
        if not moved.excluded:
            leave_out(moved, reason=ExclusionReason.DUPLICATE.value, who=who, at=at, now=now)
        open_again_as_at(moved, entry.at, recorded_at=now, question_id=other.pk)
    else:
        move_wait(moved, other.pk)
