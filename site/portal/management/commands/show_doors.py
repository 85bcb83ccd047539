"""Prints the addresses of the site, and with PORTAL_DEMO the demo logins."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from questions.management.commands.set_up_roles import DEMO_PASSWORD, DEMO_PEOPLE


class Command(BaseCommand):
    """Takes the address at which the site is served, such as http://127.0.0.1:8000."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        address = options["address"]
        languages = "   ".join(f"{address}/{code}/" for code, _name in settings.LANGUAGES)
        lines = [
            "",
            f"  The site                 {languages}",
            f"  Ask a question           {address}/nl/vraag/",
            f"  Come back to a question  {address}/nl/vraag/volgen/",
            f"  Staff                    {address}/beheer/",
            f"  The queue                {address}/beheer/vragen/",
            f"  Reachability             {address}/beheer/bereikbaarheid/",
            f"  Mail that was sent       {settings.EMAIL_FILE_PATH}",
        ]
        if settings.DEMO:
            lines += ["", f"  Demo logins, all with the password {DEMO_PASSWORD}"]
            lines += [f"    {name:<12} {role}" for name, (_f, _l, role, _t, _s) in DEMO_PEOPLE.items()]
        self.stdout.write("\n".join([*lines, "", "  Stop with Ctrl+C", ""]))
