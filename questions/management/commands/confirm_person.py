"""Vouches for an account from the command line: for the first team leader, for whom no team leader can."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from questions.rights.factors import last_set_up
from questions.rights.writer import NoFactorYet, confirm_account


class Command(BaseCommand):
    """Team leaders do this in the admin, under the changes of rights."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"there is no account {options['username']!r}")
        enough = bool(last_set_up([user.pk])) or not settings.SECOND_FACTOR_REQUIRED
        try:
            done = confirm_account(None, user, timezone.now(), has_factor=enough, command="confirm_person")
        except NoFactorYet:
            raise CommandError("this account has no second factor yet; sign in with it first") from None
        self.stdout.write("vouched for" if done else "nobody was waiting for that")
