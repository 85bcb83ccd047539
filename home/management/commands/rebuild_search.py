"""Makes the search index again from every published page, after a change in how words are kept."""

import time
from typing import Any

from django.core.management.base import BaseCommand

from home.search.index import rebuild


class Command(BaseCommand):
    """Makes the whole search index again and prints how many pages it has."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        count = rebuild()
        if options["verbosity"]:
            self.stdout.write(f"{count} pages can be found; {time.monotonic() - began:.1f} s")
