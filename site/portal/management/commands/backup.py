"""Makes a backup: one file with the database and the uploads, while the site goes on. The keys are not in it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.backups import BackupRefused
from portal.backups.archive import summary
from portal.backups.make import make_backup, older_backups


class Command(BaseCommand):
    """Prints where the file is, and which older ones were thrown away."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FOLDER", default=Path(settings.VAR) / "backups")
        parser.add_argument("--keep", type=int, metavar="NUMBER", help="throw away all but so many of the newest")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["keep"] is not None and options["keep"] < 1:
            raise CommandError("--keep must be at least 1")
        try:
            path, about = make_backup(options["to"], timezone.now())
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{path}: {about.questions} questions, {summary(about)['files']} files of uploads")
        self.stdout.write("PORTAL_KEY_RING and PORTAL_LOOKUP_KEY are not in it: keep a copy of them somewhere else")
        if options["keep"]:
            for old in older_backups(options["to"], options["keep"]):
                old.unlink()
                self.stdout.write(f"{old.name} thrown away")
