"""Puts the pages of every language in step with the Dutch ones, and says what it changed."""

from typing import Any

from django.core.management.base import BaseCommand

from home.translation.in_step.repair import put_in_step


class Command(BaseCommand):
    """Idempotent: a site that is in step is not changed."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        changed = put_in_step()
        for line in changed:
            self.stdout.write(f"    {line}")
        if options["verbosity"] > 0:
            self.stdout.write(f"{len(changed)} changed")
