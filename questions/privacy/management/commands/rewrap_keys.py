"""Wraps every key, of questions and of remarks, with the first key of the ring, so that older ones may leave it."""

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand

from questions.privacy.keys import rewrap
from questions.privacy.models import Wrapped


class Command(BaseCommand):
    """Tells how many keys were wrapped anew; 0 means that no older key of the ring is needed any more."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for model in apps.get_models():
            if issubclass(model, Wrapped):
                rows = model._default_manager.select_related(model.OWNER).iterator()
                number += sum(rewrap(row, row.owner_uid) for row in rows)
        self.stdout.write(f"{number} keys wrapped anew")
