"""The one background command: does whatever is due, once or again and again."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections, connection
from django.utils import timezone

from home.cache.generation import forget_old_changes
from home.database.durable import empty_the_log, may_the_log_hold_words, overwrite_what_was_freed
from home.linkcheck.rounds import check_links_nightly
from home.pages.last_known import save_last_known
from home.review.reminders import remind
from portal.in_use_lock import hold_in_use_lock
from portal.private_files import keep_private
from questions.actions.conversations import forget_old_conversations
from questions.actions.forget import forget_due
from questions.actions.look import forget_old_looks
from questions.actions.one_time_number import forget_old_numbers
from questions.actions.record_outcome import forget_old_gaps
from questions.actions.release_answers import release_all_due
from questions.email.deliver import deliver_due
from questions.email.staff_outbox import send_kept
from questions.feedback.writer import forget_old_remarks
from questions.privacy.slowdown import forget_old_tries

logger = logging.getLogger(__name__)


def send_mail(now: datetime) -> None:
    """Tries to send the mail that is due.

    It passes the clock on and not `now`: the moment at which a mail is accepted is known only afterwards.
    """
    deliver_due(timezone.now)
    send_kept(timezone.now)


def release_answers(now: datetime) -> None:
    """Puts answers that can no longer be taken back on the residents' pages."""
    release_all_due(now)


def publish_scheduled(now: datetime) -> None:
    """Publishes and unpublishes the pages that are due."""
    call_command("publish_scheduled")


@dataclass
class _DatabaseLog:
    """Whether SQLite's write-ahead log may still hold what was forgotten. True at the start, since nobody knows."""

    may_hold_words: bool = True


_database_log = _DatabaseLog()


def forget(now: datetime) -> None:
    """Forgets what has passed its term: questions, remarks, conversations, wrong tries, records of changes."""
    overwritten = overwrite_what_was_freed()
    if overwritten is not None:
        _database_log.may_hold_words = True
        logger.warning(
            "the database file was made anew, once; what was deleted before is overwritten"
            if overwritten
            else "the database file cannot be made anew now: somebody is writing, or the disk is full; tried again"
        )
    if forget_due(now, timedelta(days=settings.RETENTION_DAYS)):
        _database_log.may_hold_words = True
    if forget_old_remarks(now, timedelta(days=settings.REMARK_DAYS)):
        _database_log.may_hold_words = True
    if forget_old_gaps(now, timedelta(days=settings.REMARK_DAYS)):
        _database_log.may_hold_words = True
    forget_old_conversations(now)
    forget_old_tries(now)
    forget_old_numbers(now)
    forget_old_looks(now)
    forget_old_changes(now)
    # A resident erases a question in another process.
    if _database_log.may_hold_words or may_the_log_hold_words():
        _database_log.may_hold_words = not empty_the_log()


def forget_sign_ins(now: datetime) -> None:
    """Forgets sign-ins and tries to sign in, with their addresses, and the sessions that have ended."""
    for tries in (AccessAttempt, AccessFailureLog, AccessLog):
        tries.objects.filter(attempt_time__lte=now - timedelta(days=settings.SIGN_IN_DAYS)).delete()
    Session.objects.filter(expire_date__lte=now).delete()


def ask_owners(now: datetime) -> None:
    """Asks the owners of pages that are due for review whether they are still right."""
    remind(now)


def check_the_links(now: datetime) -> None:
    """Checks the links inside the site, once a night."""
    check_links_nightly(now)


def remember_the_frame(now: datetime) -> None:
    """Writes down name, phone number and menu for the pages that are shown when the database may not answer."""
    save_last_known()


Job = Callable[[datetime], None]
JOBS: tuple[Job, ...] = (
    remember_the_frame,
    publish_scheduled,
    forget,
    forget_sign_ins,
    ask_owners,
    check_the_links,
)
# Seconds between two looks in the outbox, and at the answers that wait for their release.
MAIL_EVERY = 1.0


class Command(BaseCommand):
    """Sends mail, publishes what was scheduled, forgets what is past its term."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on, with this pause between rounds")

    def handle(self, *args: Any, **options: Any) -> None:
        keep_private()
        hold_in_use_lock()
        if not options["every"]:
            self.round((release_answers, send_mail, *JOBS))
            return
        # Mail, and the answers that it tells of, wait for no other job, and no other job for a slow mail server.
        Thread(target=self.go_on, args=((release_answers, send_mail), MAIL_EVERY), daemon=True).start()
        self.go_on(JOBS, options["every"])

    def go_on(self, jobs: Sequence[Job], pause: float) -> None:
        """Does round after round, until the process is stopped."""
        while True:
            self.round(jobs)
            time.sleep(pause)

    def round(self, jobs: Sequence[Job]) -> None:
        """Does every job once; one that fails is reported and does not hold up the others."""
        for job in jobs:
            if not connection.in_atomic_block:  # whoever called it holds the connection
                close_old_connections()
            try:
                job(timezone.now())
            except Exception:
                logger.exception("run_due: %s failed", job.__name__)
