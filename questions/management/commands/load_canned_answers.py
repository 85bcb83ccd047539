"""Writes the canned answers of the folder of content, in an installation that has none yet."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from questions.desk.canned.first_answers import FOLDER, load_first_answers


class Command(BaseCommand):
    """Idempotent: once there are canned answers, people manage them."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        count = load_first_answers(settings.CONTENT_DIR / FOLDER)
        if count:
            self.stdout.write(f"{count} canned answers")
