"""`manage.py load_content`: loads the starting content, and every later version of it."""

import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from services.content.load import load
from services.hours.channels import team_calendars_missing
from services.yaml_files.documents import FaultyContent

READ_THERE = ("finder", "danger", "map.yaml")
"""Parts that the site itself reads in the folder of PORTAL_CONTENT; all other parts are loaded."""


class Command(BaseCommand):
    """Loads what changed since the last load, and leaves alone what people changed on the site."""

    help = "Load the content in the folder of PORTAL_CONTENT (rows, help lines, pages in every language)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="folder", type=Path, default=None, help="the same for another folder")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"] or Path(settings.CONTENT_DIR)
        if not folder.is_dir():
            raise CommandError(f"there is no folder {folder}")
        differing = [name for name in READ_THERE if _files(folder / name) != _files(Path(settings.CONTENT_DIR) / name)]
        if differing:
            raise CommandError(
                f"nothing was loaded: the site itself reads {', '.join(differing)} in {settings.CONTENT_DIR}, and what "
                f"stands in {folder} differs.\nSet PORTAL_CONTENT={folder.absolute()} for this command and for the "
                "site, load again, and start the site again."
            )
        began = time.monotonic()
        quiet = options["verbosity"] == 0
        try:
            outcome = load(folder, say=(lambda line: None) if quiet else self.stdout.write)
        except FaultyContent as faulty:
            count = len(faulty.faults)
            told = "a fault" if count == 1 else f"{count} faults"
            raise CommandError(f"nothing was loaded, because of {told}:\n{faulty}") from faulty
        for name in outcome.left_alone:
            self.stderr.write(f"left alone: {name}")
        for name in outcome.gone:
            self.stderr.write(f"in no file any more, still on the site (take it off in the admin): {name}")
        for slug in team_calendars_missing():
            self.stderr.write(f"there is no calendar {slug}: residents read that it is closed")
        if not quiet:
            self.stdout.write(
                f"{len(outcome.made)} new, {len(outcome.changed)} changed, {outcome.same} the same, "
                f"{len(outcome.left_alone)} left alone; {time.monotonic() - began:.1f} s"
            )


def _files(place: Path) -> dict[str, bytes]:
    """Returns the contents of a file, or of the YAML files in a folder, by name; empty when it does not exist."""
    found = [place] if place.is_file() else sorted(place.glob("*.yaml"))
    return {path.name: path.read_bytes() for path in found}
