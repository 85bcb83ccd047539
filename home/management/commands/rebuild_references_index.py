"""Looks anew at what uses what, as Wagtail does; a page that shows the words of another uses nothing itself."""

from typing import Any

from django.db import transaction
from wagtail.management.commands.rebuild_references_index import Command as Rebuild

from home.pages.references import aliases_use_nothing


class Command(Rebuild):
    """In the place of Wagtail's own, which counts every alias."""

    help = __doc__

    def handle(self, **options: Any) -> None:
        with transaction.atomic():
            super().handle(**options)
            aliases_use_nothing()
