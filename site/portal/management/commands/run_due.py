"""The one background command: does whatever is due, once or again and again."""

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from home.durable import empty_the_log
from home.editing.link_round import check_links_nightly
from home.editing.remind import remind
from home.generation import forget_old_changes
from portal.running import in_use
from questions.actions.converse import forget_old_conversations
from questions.actions.forget import due_for_forgetting
from questions.actions.forget import forget as forget_question
from questions.feedback.votes import forget_old_remarks
from questions.mail.deliver import deliver_due
from questions.privacy.slowdown import forget_old_tries

logger = logging.getLogger(__name__)


def send_notices(now: datetime) -> None:
    """Tries the notices that are due."""
    deliver_due(now)


def publish_scheduled(now: datetime) -> None:
    """Publishes and unpublishes the pages whose moment has come."""
    call_command("publish_scheduled")


@dataclass
class _Log:
    """Whether the log of the database may still hold what was forgotten; after a start nobody knows."""

    may_hold_words: bool = True


_log = _Log()


def forget(now: datetime) -> None:
    """Forgets what has passed its term: questions, conversations, wrong tries, what told of changes."""
    for question in due_for_forgetting(now, timedelta(days=settings.RETENTION_DAYS)).iterator():
        _log.may_hold_words = True
        forget_question(question)
    if forget_old_remarks(now, timedelta(days=settings.REMARK_DAYS)):
        _log.may_hold_words = True
    forget_old_conversations(now)
    forget_old_tries(now)
    forget_old_changes(now)
    if _log.may_hold_words:
        _log.may_hold_words = not empty_the_log()


def ask_owners(now: datetime) -> None:
    """Asks the owners of pages that have to be read again whether they are still right."""
    remind(now)


def check_the_links(now: datetime) -> None:
    """Once a night, inside the site."""
    check_links_nightly(now)


JOBS = (send_notices, publish_scheduled, forget, ask_owners, check_the_links)


class Command(BaseCommand):
    """Sends mail, publishes what was scheduled, forgets what is past its term."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on, with this pause between rounds")

    def handle(self, *args: Any, **options: Any) -> None:
        in_use()
        while True:
            self.round()
            if not options["every"]:
                return
            time.sleep(options["every"])

    def round(self) -> None:
        """Every job once; one that fails is reported and does not hold up the others."""
        for job in JOBS:
            close_old_connections()
            try:
                job(timezone.now())
            except Exception:
                logger.exception("run_due: %s failed", job.__name__)
