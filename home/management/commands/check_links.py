"""Checks every link on every published page."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from home.linkcheck.links import meant
from home.linkcheck.models import LinkFault
from home.linkcheck.outside import Visitor
from home.linkcheck.rounds import check_links


class Command(BaseCommand):
    """Checks links inside the site always, and those to other websites with --outside."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--outside", action="store_true", help="ask other websites too")
        parser.add_argument(
            "--timeout", type=float, default=10, metavar="SECONDS", help="how long one of them may take"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        visitor = Visitor(timeout=options["timeout"]) if options["outside"] else None
        outcome = check_links(timezone.now(), visitor)
        self.stdout.write(f"{outcome.links} links on {outcome.pages} pages; broken: {len(outcome.broken)}")
        for row in outcome.broken:
            language = row.page.locale.language_code
            fault = str(row.get_fault_display())
            if row.fault == LinkFault.UNCLEAR and (probably := meant(row.target)):
                fault += f"; {probably}?"
            self.stdout.write(f"  {row.page.title} ({language}), {row.field}: {row.target}: {fault}")
        if visitor is None:
            self.stdout.write("other websites: not asked (--outside asks them)")
        elif outcome.without_network:
            self.stdout.write("other websites: not checked: no network")
        else:
            self.stdout.write(f"other websites: {outcome.outside} asked, {len(outcome.unreachable)} gave no answer")
