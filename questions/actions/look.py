"""Telling the others that a colleague has a question on the screen, or is writing an answer. In no figure."""

from datetime import datetime, timedelta

from questions.models import Colleague, Looking, Question

# A page tells it every ten seconds while somebody looks at it; a colleague who is silent for longer has gone.
LOOKS_FOR = timedelta(seconds=30)


def look(colleague: Colleague, question: Question, now: datetime, *, writing: bool = False) -> None:
    """Notes that the colleague looks at the question now, and with `writing` that they are typing an answer."""
    Looking.objects.bulk_create(
        [Looking(question=question, colleague=colleague, seen_at=now, wrote_at=now if writing else None)],
        update_conflicts=True,
        unique_fields=["question", "colleague"],
        update_fields=["seen_at", "wrote_at"] if writing else ["seen_at"],
    )


def forget_old_looks(now: datetime) -> None:
    """Deletes the rows of those who no longer look; a moment that lies ahead is of a clock that was set back."""
    Looking.objects.exclude(seen_at__gt=now - LOOKS_FOR, seen_at__lte=now).delete()
