"""Brings the database up to date: tables, languages in step, content, roles and teams. In one process."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from home.database.durable import note_nothing_was_freed
from portal.private_files import keep_private


class Command(BaseCommand):
    """Idempotent: on an up-to-date database it changes nothing."""

    help = __doc__
    # The checks look at tables that the first migration makes.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        keep_private()
        note_nothing_was_freed()
        for command, telling in (
            ("migrate", "tables"),
            ("put_in_step", "languages in step"),
            ("load_content", "content"),
            ("set_up_roles", "roles and teams"),
            ("load_canned_answers", "canned answers"),
        ):
            self.stdout.write(f"  {telling}")
            self.stdout.flush()
            call_command(command, verbosity=0, stdout=self.stdout)
