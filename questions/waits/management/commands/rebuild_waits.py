"""Makes every wait again from its events."""

from typing import Any

from django.core.management.base import BaseCommand

from questions.waits.writer import rebuild


class Command(BaseCommand):
    """Prints how many waits differed from their events; 0 means that all was well."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} waits differed from their events")
