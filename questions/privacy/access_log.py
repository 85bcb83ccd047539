"""The access log: who opened which question, and when. It outlives the question."""

from datetime import datetime

from questions.privacy.models import Opening


def record_opening(user_id: int, reference: str, now: datetime) -> None:
    """Writes down that this user opened the question with this reference."""
    Opening.objects.create(user_id=user_id, reference=reference, at=now)


def was_opened_between(user_id: int, reference: str, since: datetime, now: datetime) -> bool:
    """Returns whether this user opened the question after `since` and not after `now`."""
    return Opening.objects.filter(user_id=user_id, reference=reference, at__gt=since, at__lte=now).exists()
