"""Puts a backup back: database and uploads as they were, with the tables of this version; puts aside what is here."""

from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from django.utils import timezone

from portal.backups import BackupRefused
from portal.backups.archive import BackupManifest, summary
from portal.backups.restore import RestoreResult, inspect_backup, restore_backup

NEXT = """
Next:
  1. start the web server and run_due; /readyz must give 200
  2. look at a page, at the queue and at one question
  3. throw away what was put aside when all is well: it holds what people wrote
What happened after the backup is not in it. A notice that was mailed after it may be mailed once more, and a question
that was forgotten after it is there again until run_due forgets it, in its first round."""


class Command(BaseCommand):
    """Refuses while the site runs, and over a database that is there unless told to replace it."""

    help = __doc__
    # The database that the checks would look at may be missing or damaged.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="put aside the database and the uploads of now")
        parser.add_argument(
            "--check", action="store_true", help="only look whether it could be put back; change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["check"]:
                self._tell_of(inspect_backup(options["file"]))
                self.stdout.write("It is whole and could be put back here.")
                return
            done = restore_backup(options["file"], timezone.now(), replace=options["replace"])
        except BackupRefused as refusal:
            raise CommandError(f"Nothing was changed: {refusal}") from None
        except (OperationalError, psycopg.Error) as problem:
            raise CommandError(f"Nothing was changed: the database does not answer ({problem})") from None
        except OSError as problem:
            raise CommandError(f"Nothing was changed: {problem.strerror} ({problem.filename})") from None
        self._tell(done)

    def _tell_of(self, about: BackupManifest) -> None:
        self.stdout.write("Made at {made_at}: {questions} questions, {files} files of uploads".format(**summary(about)))

    def _tell(self, done: RestoreResult) -> None:
        self._tell_of(done.about)
        if done.migrated:
            self.stdout.write(f"The backup was older: {done.migrated} migrations were run")
        for name, where in (("database", done.old_database), ("uploads", done.old_media)):
            if where:
                self.stdout.write(f"The {name} of before: {where}")
        for fault in done.faults:
            self.stdout.write(self.style.ERROR(f"KEYS: {fault}"))
        self.stdout.write(NEXT)
