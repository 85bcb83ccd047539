"""Makes all tables by the migrations, in a database without any, and writes them as text. `make tables` does so."""

import gc
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.management.commands.migrate import Command as Migrate
from django.db import connection
from django.utils import timezone

from portal.tables.describe import statements
from portal.tables.text import file_of, written


class Command(BaseCommand):
    """Refuses a database with tables: what somebody wrote in it would be in the text."""

    help = __doc__
    # The checks look at tables that the first migration makes.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FILE", help="another file than that of `migrate`")

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.introspection.table_names():
            raise CommandError("there are tables in this database already")
        # The states of all migrations are full of circles: looking for garbage in them takes a fifth of the time.
        gc.set_threshold(200_000, 50, 50)
        began = timezone.now()
        call_command(Migrate(), verbosity=0, interactive=False)
        file = options["to"] or file_of(connection.vendor)
        file.write_text(written(statements(began)), encoding="utf-8")
