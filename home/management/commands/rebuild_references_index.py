"""Rebuilds Wagtail's index of what uses what; a page that shows the words of another one uses nothing itself."""

from typing import Any

from django.db import transaction
from wagtail.management.commands.rebuild_references_index import Command as Rebuild

from home.pages.references import aliases_use_nothing


class Command(Rebuild):
    """Stands in the place of Wagtail's own command, which counts every alias."""

    help = __doc__

    def handle(self, **options: Any) -> None:
        with transaction.atomic():
            super().handle(**options)
            aliases_use_nothing()
