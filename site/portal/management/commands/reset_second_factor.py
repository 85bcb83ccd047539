"""Takes away the second factor of somebody who lost it; the next sign-in asks to set it up again."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.two_factor.codes import forget_factors
from questions.rights.writer import watch_changes


class Command(BaseCommand):
    """For an administrator who cannot get in; everybody else asks an administrator, who does it in the admin."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"there is no account {options['username']!r}")
        with watch_changes(None, timezone.now(), "reset_second_factor"):
            number = forget_factors(user)
        self.stdout.write(f"{number} taken away; the next sign-in asks to set one up")
