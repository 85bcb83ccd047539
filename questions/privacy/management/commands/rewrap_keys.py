"""Wraps every key, of questions, remarks and mail, with the first key of the ring, so that older ones may leave it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from questions.privacy.keys import models_with_keys, rewrap_all


class Command(BaseCommand):
    """Tells how many keys were wrapped anew; 0 means that no older key of the ring is needed any more."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        found = [rewrap_all(model) for model in models_with_keys()]
        self.stdout.write(f"{sum(each.done for each in found)} keys wrapped anew")
        left = sum(each.left for each in found)
        if left:
            raise CommandError(f"{left} keys cannot be opened: a key is missing from PORTAL_KEY_RING; put it back")
