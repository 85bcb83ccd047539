"""Forgets questions whose retention term has passed."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from home.database.durable import empty_the_log
from questions.actions.forget import due_for_forgetting, forget_due


class Command(BaseCommand):
    """Destroys keys and contents of settled and ended questions; every figure stays as it was."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell how many would be forgotten")

    def handle(self, *args: Any, **options: Any) -> None:
        now, retention = timezone.now(), timedelta(days=settings.RETENTION_DAYS)
        if options["dry_run"]:
            self.stdout.write(f"{due_for_forgetting(now, retention).count()} questions would be forgotten")
            return
        self.stdout.write(f"{forget_due(now, retention)} questions forgotten")
        if not empty_the_log():
            self.stdout.write("the log of the database still holds them: somebody is reading; do this once more")
