"""Wraps the key of every question with the first key of the ring, so that older ones may leave it."""

from typing import Any

from django.core.management.base import BaseCommand

from questions.privacy.keys import rewrap
from questions.privacy.models import QuestionKey


class Command(BaseCommand):
    """Tells how many keys were wrapped anew; 0 means that no older key of the ring is needed any more."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        rows = QuestionKey.objects.select_related("question").iterator()
        self.stdout.write(f"{sum(rewrap(row, row.question.uid) for row in rows)} keys wrapped anew")
