"""`manage.py migrate`: as Django's, but a database without any table gets them from the text of `make tables`.

Whatever else is asked, or whatever does not fit, is done by the migrations themselves.
"""

from typing import Any

from django.core.management.base import no_translations
from django.core.management.commands.migrate import Command as Migrate
from django.db import DEFAULT_DB_ALIAS, connection
from django.utils import timezone

from portal.tables.text import make_tables

NARROWS = ("app_label", "migration_name", "fake", "fake_initial", "plan", "check_unapplied", "prune")
"""Options with which less is done than all migrations, or nothing."""


class Command(Migrate):
    """What the text leaves to be done is done as always: no migration, but the signals after them."""

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        whole = options["database"] == DEFAULT_DB_ALIAS and not any(options[name] for name in NARROWS)
        if whole and not connection.introspection.table_names():
            why_not = make_tables(timezone.now())
            if options["verbosity"] > 0:
                self.stdout.write(f"Not from the text: {why_not}" if why_not else "All tables made from the text")
        super().handle(*args, **options)
