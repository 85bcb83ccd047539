"""Lists the days of a year on which the team may be closed, and what was decided about each. Records nothing."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from home.text.days import EARLIEST, LATEST
from services.hours.closure_proposals import ProposalState, proposals

SAID = {ProposalState.RECORDED: "closed", ProposalState.REJECTED: "open", ProposalState.PROPOSED: "to be decided"}


class Command(BaseCommand):
    """Prints the list that editors see on their screen, where they decide."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", type=int, help="next year when it is left out")

    def handle(self, *args: Any, **options: Any) -> None:
        year = options["year"]
        year = timezone.localdate().year + 1 if year is None else year
        if not EARLIEST <= year <= LATEST:
            raise CommandError(f"--year {year}: the list has no days before {EARLIEST} or after {LATEST}")
        for each in proposals(year):
            doubt = "  (many offices are open)" if each.doubtful else ""
            self.stdout.write(f"{each.day:%Y-%m-%d %a}  {SAID[each.standing]:<13}  {each.name}{doubt}")
