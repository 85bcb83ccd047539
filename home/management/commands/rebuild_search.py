"""`manage.py rebuild_search`: the words of every published page once more, after a change of how they are kept."""

import time
from typing import Any

from django.core.management.base import BaseCommand

from home.search.index import rebuild


class Command(BaseCommand):
    """Makes the whole search index again from the pages."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        count = rebuild()
        if options["verbosity"]:
            self.stdout.write(f"{count} pages can be found; {time.monotonic() - began:.1f} s")
