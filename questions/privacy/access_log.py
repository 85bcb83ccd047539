"""The access log: who opened which question and who searched in how many, and when. It outlives the question."""

from datetime import datetime

from questions.privacy.models import Opening, QuestionSearch


def record_opening(user_id: int, reference: str, now: datetime) -> None:
    """Writes down that this user opened the question with this reference."""
    Opening.objects.create(user_id=user_id, reference=reference, at=now)


def was_opened_between(user_id: int, reference: str, since: datetime, now: datetime) -> bool:
    """Returns whether this user opened the question after `since` and not after `now`."""
    return Opening.objects.filter(user_id=user_id, reference=reference, at__gt=since, at__lte=now).exists()


def record_search(user_id: int, read: int, now: datetime) -> None:
    """Writes down that this user had this many questions searched for words. The words are kept nowhere."""
    QuestionSearch.objects.create(user_id=user_id, read=read, at=now)
