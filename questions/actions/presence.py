"""Whether anybody is at the desk. Of a colleague only the last moment at which the desk was open is kept."""

from datetime import datetime, timedelta

from django.db.models import Q

from questions.models import Colleague

PRESENT_FOR = timedelta(minutes=10)
NOTED_EVERY = timedelta(minutes=1)


def mark_present(colleague: Colleague, now: datetime) -> None:
    """Records that the colleague has the desk open, once a minute at most, and anew after the clock was set back."""
    seen = colleague.last_seen_at
    if seen is not None and now - NOTED_EVERY < seen <= now:
        return
    old = Q(last_seen_at__isnull=True) | Q(last_seen_at__lte=now - NOTED_EVERY) | Q(last_seen_at__gt=now)
    Colleague.objects.filter(old, pk=colleague.pk).update(last_seen_at=now)


def is_anybody_present(now: datetime) -> bool:
    """Returns whether a colleague had the desk open within PRESENT_FOR."""
    return Colleague.objects.filter(active=True, last_seen_at__gt=now - PRESENT_FOR, last_seen_at__lte=now).exists()
